"""The headline: the line under the name that says what the person is."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.fields.gazetteer import is_city, is_country, is_state
from parsers.fields.goals import (
    SEEKS,
    nominative_role,
    own_role,
    role_in_goal,
    tidy_role,
    wanted_role,
)
from parsers.fields.money import cut_salary, is_salary_row
from parsers.fields.morphology import is_given_name, names_a_trade
from parsers.fields.words import EDUCATION, is_sentence, role_strength
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, GUESSED, Found
from parsers.layouts.normalise import without_sign
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

NOT_POSITION: Final = re.compile(
    r"@|https?:|www\.|\+?\d[\d\s()-]{8,}|t\.me|github|linkedin|telegram|резюме$|^resume$|"
    r"curriculum|^cv$|дата|^тел|phone|e-?mail|"
    r"\bлет\b|^\d\d\s?y\.?\s?o\b|\bгода?\b|возраст|переезд|гражданств|^г\.|проживан|^адрес|^address|образование|"
    r"семейное|(?<!\w)нет(?!\w)|(?<!\w)(?:ул|пр|просп|пер|пр-т|б-р)\.|(?<!\w)(?:улица|проспект|шоссе|"
    r"street|avenue|road|lane)(?!\w)|^(?:ищу|рассмотрю|нужна)\s",
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
_SEPARATOR: Final = re.compile(
    r"(\s*[|•·●;]\s*|\s[–—-]\s|\s/\s|,\s+|(?<=[а-яёa-z]{3})\.\s+(?=[А-ЯЁA-Z])|"
    r"\s*\((?=\s*(?:готов|remote)))"
)
_BOAST: Final = re.compile(
    r"\s+(?:with|с\s+опытом|having|со\s+стажем)\s|"
    r"[\s,(#|-]+(?:is\s+)?open\s+to\s+work\b|\s+ищ(?:ет|у)\s+работу|,\s+(?=\d+\+?\s+(?:лет|год|years))",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"(?:удал[её]нн?(?:о|ая работа)|удал[её]нка|remote(?: work)?|full[ -]time|part[ -]time|"
    r"freelance|полная занятость|фриланс|релокейт|гибрид|офис|на руки|"
    r"муж(?:чина|ской)?|жен(?:щина|ский)?|"
    r"(?:ожидани\w*|опыта?|стажа?)\b.*|(?:з/?п|зарплата|от)\s.*|\d+\+?\s*(?:лет|год|years?|yrs).*|"
    r"(?:he|she|they)/.*|(?:заму?жем|не замужем|женат|холост).*|"
    r".*\b(?:ХМАО|ЯНАО|обл\.?|область)\b.*)",
    re.IGNORECASE,
)
_NO_TRADE: Final = re.compile(
    r"студент|выпускни|кандидат(?!\s+(?:наук|в мастера))|человек|мама|папа|мать|отец|гражданин|"
    r"женщина|мужчина|реб[её]нок|сын|дочь|муж\b|жена|соискател|аспирант|бакалавр|магистр|школьни",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"(?:(?i:announcement|vacancy|requisition|req|ref(?:erence)?|posting|job|вакансия)\b[^,\d]{0,20})?"
    r"(?=\S*(?:[A-Z]-\d|\d-[A-Z\d]|\d{4}))[\w/-]+"
)
"""`Announcement: 26-IMP-000111`, `GS-12`, `Job ID 10442`: numbers of vacancies and of grades."""
_LABELLED_FACT: Final = re.compile(r"[A-ZА-ЯЁ][\w -]{2,25}:\s\S")
"""`Agency: Example Staff` beside a role; labels of roles were looked for before."""
_LARGER: Final = 1.4
_PUNCTUATION: Final = re.compile(r"[.:;!?](?:\s|$)|,.*,")
_SENTENCES: Final = re.compile(r"[a-zа-яё]{3}\.\s+[a-zа-яё]{4}")
"""Lower-case talk: `years of web software. mentor, maintainer`."""
_SEARCHES: Final = re.compile(r"(?:ищу|рассмотрю|нужна|рассматриваю)\s", re.IGNORECASE)
_NEAR_NAME: Final = 4
_FEW_WORDS: Final = 5
_AREA: Final = re.compile(r"\b(?:area|region|metropolitan)$", re.IGNORECASE)
MAX_LENGTH: Final = 120
_HEADER_REACH: Final = 14


def headline_under_name(outline: Outline) -> Found[str] | None:
    """The headline: a short line that reads as a role, in the block of the name."""
    if outline.layout is Layout.LINKEDIN:
        return _linkedin_headline(outline)
    rows = _rows_from_name(outline)
    for strength in (2, 1):
        for index, row in enumerate(rows):
            line = row.text.rstrip(".") if len(row.text) < MAX_LENGTH else row.text
            if outline.layout is Layout.INDEED:
                line = re.split(r"\s[-–—]\s", line)[0]
            text = _headline_of(line, rows[index - 1].text if index else "")
            if text and role_strength(text) >= strength and _may_be_headline(text):
                wrapped = _wrapped(rows, index, text)
                role = tidy_role(wrapped)
                return Found(role, row, BY_SHAPE if _is_plain_title(role) else GUESSED)
    return _uncommon_trade(rows)


def _rows_from_name(outline: Outline) -> list[Row]:
    """The header from the name on, where the name is clearly the largest text of its page."""
    rows = [row for row in outline.rows(SectionName.HEADER) if row.line.page == 1]
    name = max(rows, key=lambda row: row.size or 0.0, default=None)
    if name is None or name.size is None:
        return rows[:_HEADER_REACH]
    usual = sorted(row.size or 0.0 for row in rows)[len(rows) // 2]
    start = rows.index(name) if name.size > _LARGER * usual else 0
    if role_strength(name.text):
        start = 0
    return rows[start : start + _HEADER_REACH]


def _is_plain_title(role: str) -> bool:
    """A few words with a role among them; anything more may be more than a title."""
    is_short = len(role.split()) <= _FEW_WORDS + 1
    return is_short and role_strength(role) == 2 and not _PUNCTUATION.search(role)


def _uncommon_trade(rows: Sequence[Row]) -> Found[str] | None:
    """A trade that no list has, right under the name: `Пчеловод`."""
    for index, row in enumerate(rows[:_NEAR_NAME]):
        text = tidy_role(_headline_of(row.text.rstrip("."), rows[index - 1].text if index else ""))
        if not 1 <= len(text.split()) <= _FEW_WORDS or not _may_be_headline(text):
            continue
        if names_a_trade(text) and not _NO_TRADE.match(text):
            return Found(text, row, BY_PLACE)
    return None


def _headline_of(text: str, above: str) -> str:
    """The part of a line that may be a headline; empty where there is none."""
    named = _RESUME_WORD.sub("", without_sign(text)).strip(" :–—-|")
    if _OF_RESUME.match(text):
        return role_in_goal(named) or nominative_role(named)
    said = wanted_role(named) or own_role(named)
    if said is not None:
        return said
    if _SEARCHES.match(named):
        return ""
    if SEEKS.match(named):
        return role_in_goal(named) or ""
    pieces = _SEPARATOR.split(named)
    parts, separators = pieces[0::2], pieces[1::2]
    is_other = [_tells_else(part) for part in parts]
    is_other[0] = is_other[0] or (
        len(parts) > 1 and not above and _is_name(parts[0]) and not role_strength(parts[0])
    )
    if not any(is_other):
        return cut_salary(_BOAST.split(named, maxsplit=1)[0])[0]
    return next((run for run in _runs(parts, separators, is_other) if role_strength(run) == 2), "")


def _runs(parts: Sequence[str], separators: Sequence[str], is_other: Sequence[bool]) -> list[str]:
    """Neighbouring parts that tell of nothing else, with what stands between them."""
    runs: list[str] = []
    for index, part in enumerate(parts):
        if is_other[index]:
            continue
        if index and not is_other[index - 1] and runs:
            runs[-1] += separators[index - 1] + part
        else:
            runs.append(part)
    return [run for run in runs if _may_be_headline(run)]


def _tells_else(part: str) -> bool:
    """An age, a place, a contact, a wish or a salary rather than a role."""
    bare = part.strip(" .()")
    return bool(
        NOT_POSITION.search(bare)
        or _is_place(bare)
        or _CONDITION.fullmatch(bare)
        or is_salary_row(bare)
        or _CODE.fullmatch(bare)
        or _is_labelled_fact(bare)
        or is_given_name(bare)
        or not any(letter.isalpha() for letter in bare)
    )


def _is_labelled_fact(part: str) -> bool:
    return bool(_LABELLED_FACT.match(part)) and not role_strength(part.partition(":")[0])


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
        and not _SENTENCES.search(text)
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
