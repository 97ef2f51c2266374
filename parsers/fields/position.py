"""Desired position: the line that the resume itself gives, never the last job's title."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.fields.gazetteer import is_city, is_country, is_state
from parsers.fields.goals import GOAL, role_in_goal, tidy_role, wanted_role
from parsers.fields.industries import is_professional_area
from parsers.fields.salary import cut_salary, is_salary_row
from parsers.fields.words import EDUCATION, is_sentence, role_strength
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

_LABEL: Final = re.compile(
    r"^(?:желаем\w+\s+(?:должность|позиция|вакансия|специальность|работа)|должность|позиция|"
    r"вакансия|"
    r"соискание(?:\s+должности)?|претендую на (?:должность|позицию|вакансию)|на должность|"
    r"специализация|профессия|(?:desired|target|applied|applying for|"
    r"current)\s+(?:job\s+)?(?:position|title|role)|position(?: applied for)?|"
    r"job title|title|post applied for)\s*(?:[:\-–—|]\s*|$)",
    re.IGNORECASE,
)
_NOT_POSITION: Final = re.compile(
    r"@|https?:|www\.|\+?\d[\d\s()-]{8,}|t\.me|github|linkedin|telegram|резюме$|^resume$|"
    r"curriculum|^cv$|дата|^тел|phone|e-?mail|"
    r"\bлет\b|\bгода?\b|возраст|переезд|гражданств|^г\.|проживан|^адрес|^address|образование|"
    r"семейное|(?<!\w)нет(?!\w)",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(
    r"^(?:специализации|specializations?|занятость|тип занятости|employment|график|формат "
    r"работы|work schedule|"
    r"work format|желательное время|travel time|тип занятости|мобильность|полная занятость|"
    r"частичная занятость)",
    re.IGNORECASE,
)
_WRAPS: Final = re.compile(r"(?:[,/|&(+-]|\s(?:и|and|of|по|в|для|на|с|for))$", re.IGNORECASE)
_NAME: Final = re.compile(r"(?:[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё'’.-]*\s?){1,5}")
_RESUME_WORD: Final = re.compile(r"^(?:резюме|resume|curriculum vitae|cv)\W*", re.IGNORECASE)
_SUMMARY: Final = re.compile(r"себе|обо мне|summary|profile|профиль|about|overview", re.IGNORECASE)
_TELLS_GOAL: Final = re.compile(
    rf"{GOAL.pattern}|^(?:seeking|looking for|to (?:obtain|get|secure|work)|ищу|получить)(?!\w)",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"bachelor|master'?s?\b|b\.?\s?sc|m\.?\s?sc|ph\.?d|degree|diploma|бакалавр|магистр|"
    r"студент|факультет|university|college|университет|институт|академи",
    re.IGNORECASE,
)
_AGE_PART: Final = re.compile(r"\s*[,|•·(]\s*\d\d\s?(?:год[а]?|лет|years?(?: old)?)\)?\s*$", re.I)
_AREA: Final = re.compile(r"\b(?:area|region|metropolitan)$", re.IGNORECASE)
_MAX_LENGTH: Final = 120
_HEADER_REACH: Final = 14


def extract_position(outline: Outline) -> Found[str] | None:
    if outline.layout is Layout.HH:
        return _in_hh_block(outline) or _under_name(outline)
    return (
        _labelled(outline)
        or _in_position_section(outline)
        or _under_name(outline)
        or _in_summary(outline)
        or _in_wish(outline)
    )


def _in_hh_block(outline: Outline) -> Found[str] | None:
    for section in outline.named(SectionName.POSITION):
        rows = [row for row in section.rows if not is_salary_row(row.text)]
        if not rows or _STOPS.match(rows[0].text) or is_professional_area(rows[0].text):
            continue
        parts = [cut_salary(rows[0].text)[0]]
        for above, row in itertools.pairwise(rows):
            if not _continues(above, row, parts[-1]):
                break
            parts.append(cut_salary(row.text)[0])
        return Found(tidy_role(" ".join(parts)), rows[0], LABELLED)
    return None


def _continues(above: Row, row: Row, so_far: str) -> bool:
    """Is the row the rest of a position that wraps?"""
    if _STOPS.match(row.text) or row.is_bullet or is_professional_area(row.text):
        return False
    if above.size is not None and row.size is not None:
        return abs(above.size - row.size) < 0.6 and above.is_bold and row.is_bold
    return (
        bool(_WRAPS.search(so_far))
        or row.text[:1].islower()
        or so_far.count("(") > so_far.count(")")
    )


def _labelled(outline: Outline) -> Found[str] | None:
    names = (
        SectionName.HEADER,
        SectionName.PERSONAL,
        SectionName.POSITION,
        SectionName.ABOUT,
        SectionName.OTHER,
    )
    rows = outline.rows(*names)
    for index, row in enumerate(rows):
        label = _LABEL.match(row.text)
        if label is None or len(row.text) > 200:
            continue
        value, place = row.text[label.end() :], row
        if not value and index + 1 < len(rows):
            place, value = rows[index + 1], rows[index + 1].text
        value = tidy_role(cut_salary(value)[0])
        if 2 < len(value) <= _MAX_LENGTH and not _NOT_POSITION.search(value):
            return Found(value, place, LABELLED)
    return None


def _in_position_section(outline: Outline) -> Found[str] | None:
    for section in outline.named(SectionName.POSITION):
        rows = [row for row in section.rows if not is_salary_row(row.text)]
        if not rows:
            continue
        text = " ".join(row.text for row in rows[:4])
        first = tidy_role(cut_salary(rows[0].bare)[0])
        if role_strength(first) and len(first.split()) <= 8 and not _TELLS_GOAL.search(first):
            return Found(first, rows[0], LABELLED)
        goal = role_in_goal(text)
        if goal:
            return Found(goal, rows[0], BY_SHAPE)
        if len(first.split()) <= 6 and not is_sentence(first):
            return Found(first, rows[0], BY_SHAPE)
    return None


def _under_name(outline: Outline) -> Found[str] | None:
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
    text = _RESUME_WORD.sub("", text).strip(" :–—-|")
    wanted = wanted_role(text)
    if wanted is not None:
        return wanted
    parts = [part.strip() for part in re.split(r"\s*[|•·]\s*", text)]
    if len(parts) > 1 and any(_NOT_POSITION.search(part) or _is_place(part) for part in parts):
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
        3 <= len(text) <= _MAX_LENGTH
        and not _NOT_POSITION.search(text)
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
    if index + 1 < len(rows) and _WRAPS.search(text):
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
            if row.size == name.size or _NOT_POSITION.search(row.text):
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


def _in_wish(outline: Outline) -> Found[str] | None:
    """`Ищу работу ...` in the person's own words."""
    for row in outline.rows(SectionName.HEADER, SectionName.ABOUT, SectionName.PERSONAL):
        role = wanted_role(row.text)
        if role is not None:
            return Found(role, row, BY_PLACE)
    return None


def _in_summary(outline: Outline) -> Found[str] | None:
    """The first sentence of the summary where it starts with the role."""
    for section in outline.named(SectionName.ABOUT):
        if section.heading is None or not section.rows or not _SUMMARY.search(section.heading.text):
            continue
        text = " ".join(row.text for row in section.rows[:2])
        first = re.split(
            r"(?<=[а-яa-z])[.,;:]\s|\s(?:с|with|имею|who|having|и)\s|\s[–—-]\s", text, maxsplit=1
        )[0]
        first = re.sub(r"^(?:я|i am|i'm)\s+(?:an?\s+)?", "", first.strip(), flags=re.IGNORECASE)
        if 1 < len(first.split()) <= 5 and role_strength(first) == 2:
            return Found(tidy_role(first), section.rows[0], BY_PLACE)
    return None
