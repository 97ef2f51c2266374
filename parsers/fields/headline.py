"""The headline: the line under the name that says what the person is."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.fields.gazetteer import is_city, is_country, is_state
from parsers.fields.goals import nominative_role, tidy_role, wanted_role
from parsers.fields.salary import cut_salary
from parsers.fields.words import EDUCATION, is_sentence, role_strength
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

NOT_POSITION: Final = re.compile(
    r"@|https?:|www\.|\+?\d[\d\s()-]{8,}|t\.me|github|linkedin|telegram|резюме$|^resume$|"
    r"curriculum|^cv$|дата|^тел|phone|e-?mail|"
    r"\bлет\b|\bгода?\b|возраст|переезд|гражданств|^г\.|проживан|^адрес|^address|образование|"
    r"семейное|(?<!\w)нет(?!\w)",
    re.IGNORECASE,
)


WRAPS: Final = re.compile(r"(?:[,/|&(+-]|\s(?:и|and|of|по|в|для|на|с|for))$", re.IGNORECASE)


_NAME: Final = re.compile(r"(?:[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё'’.-]*\s?){1,5}")


_RESUME_WORD: Final = re.compile(r"^(?:резюме|resume|curriculum vitae|cv)\W*", re.IGNORECASE)


_OF_RESUME: Final = re.compile(r"^резюме\s+[а-яё]", re.IGNORECASE)
_DEGREE: Final = re.compile(
    r"bachelor|master'?s?\b|b\.?\s?sc|m\.?\s?sc|ph\.?d|degree|diploma|бакалавр|магистр|"
    r"студент|факультет|university|college|университет|институт|академи",
    re.IGNORECASE,
)


_AGE_PART: Final = re.compile(r"\s*[,|•·(]\s*\d\d\s?(?:год[а]?|лет|years?(?: old)?)\)?\s*$", re.I)


_AREA: Final = re.compile(r"\b(?:area|region|metropolitan)$", re.IGNORECASE)


MAX_LENGTH: Final = 120


_HEADER_REACH: Final = 14


def headline_under_name(outline: Outline) -> Found[str] | None:
    """The headline: a short line that reads as a role, in the block of the name."""
    rows = list(outline.rows(SectionName.HEADER)[:_HEADER_REACH])
    if outline.layout is Layout.LINKEDIN:
        return _linkedin_headline(outline)
    rows = [row for row in rows if row.line.page == 1]
    for strength in (2, 1):
        for index, row in enumerate(rows):
            line = _AGE_PART.sub("", row.text)
            if outline.layout is Layout.INDEED:
                line = re.split(r"\s[-–—]\s", line)[0]
            text = _headline_of(line, rows[index - 1].text if index else "")
            if text and role_strength(text) >= strength and _may_be_headline(text):
                wrapped = _wrapped(rows, index, text)
                return Found(tidy_role(wrapped), row, BY_SHAPE)
    return None


def _headline_of(text: str, above: str) -> str:
    named = _RESUME_WORD.sub("", text).strip(" :–—-|")
    text = nominative_role(named) if _OF_RESUME.match(text) else named
    wanted = wanted_role(text)
    if wanted is not None:
        return wanted
    parts = [part.strip() for part in re.split(r"\s*[|•·]\s*", text)]
    slashed = [part.strip() for part in text.split(" / ")]
    if len(parts) == 1 and any(NOT_POSITION.search(part) or _is_place(part) for part in slashed):
        parts = slashed
    followed = text.split(", ")
    if len(parts) == 1 and len(followed) > 1 and _is_place(followed[1].split(" / ")[0]):
        return followed[0]
    if len(parts) > 1 and any(NOT_POSITION.search(part) or _is_place(part) for part in parts):
        roles = [part for part in parts if role_strength(part) == 2 and _may_be_headline(part)]
        return roles[0] if roles else ""
    dashed = re.split(r"\s[–—-]\s|,\s", text, maxsplit=1)
    if len(dashed) == 2 and _is_name(dashed[0]) and not role_strength(dashed[0]) and not above:
        return dashed[1]
    boasted = re.split(r"\s(?:with|с опытом|having)\s", text, maxsplit=1)
    if len(boasted) == 2 and len(boasted[0].split()) <= 4:
        return boasted[0]
    return cut_salary(text)[0]


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and 2 <= len(text.split()) <= 4


def _is_place(text: str) -> bool:
    first = text.split(",")[0].strip()
    return is_city(first) or is_country(first) or is_state(first)


def _may_be_headline(text: str) -> bool:
    return (
        3 <= len(text) <= MAX_LENGTH
        and not NOT_POSITION.search(text)
        and not is_sentence(text)
        and not find_ranges(text)
        and not _tells_education(text)
        and not text.endswith(":")
    )


def _tells_education(text: str) -> bool:
    """A school's teacher is a role; a school alone, or a degree, is where one studied."""
    if _DEGREE.search(text):
        return True
    return bool(EDUCATION.search(text)) and (role_strength(text) < 2 or len(text.split()) > 5)


def _wrapped(rows: Sequence[Row], index: int, text: str) -> str:
    if index + 1 < len(rows) and WRAPS.search(text):
        following = rows[index + 1]
        if _may_be_headline(following.text) and following.size == rows[index].size:
            return f"{text} {following.text}"
    return text


def _linkedin_headline(outline: Outline) -> Found[str] | None:
    """The line under the name, which is the largest text of the page."""
    header: list[Row] = []
    for section in outline.sections:
        if section.name in (SectionName.ABOUT, SectionName.EXPERIENCE):
            break
        header.extend(section.rows)
    sized = [row for row in header if row.size is not None]
    if sized:
        name = max(sized, key=lambda row: row.size or 0.0)
        below = list(header[header.index(name) + 1 :])
        for index, row in enumerate(below[:4]):
            if row.size == name.size or NOT_POSITION.search(row.text):
                continue
            parts = [row.text]
            for above, following in zip(below[index:], below[index + 1 : index + 3], strict=False):
                if (
                    above.size != following.size
                    or _is_place(following.text)
                    or _AREA.search(following.text)
                    or following.text.count(",") > 1
                ):
                    break
                parts.append(following.text)
            return Found(tidy_role(" ".join(parts)), row, BY_LAYOUT)
    candidates = [row for row in header if role_strength(row.text) and _may_be_headline(row.text)]
    return Found(tidy_role(candidates[-1].text), candidates[-1], BY_PLACE) if candidates else None
