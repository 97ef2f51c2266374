"""Age: as stated, else from the birth date."""

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from domain.resume import MAX_AGE_YEARS, MIN_AGE_YEARS
from parsers.fields.gazetteer import is_city
from parsers.fields.months import MONTH, month_number
from parsers.fields.number_words import with_digits
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, GUESSED, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Outline, SectionName

_YEARS_WORD: Final = r"(?:полных\s+)?(?:год(?:а|ик)?|лет|г\.|years?(?:\s+old)?|y\.?\s?o\.?)(?!\w)"
_GENDER: Final = re.compile(
    rf"\b(?:мужчина|женщина|male|female|мужской|"
    rf"женский)\b\W+(?:пол\W+)?(?P<age>\d\d)\s?{_YEARS_WORD}",
    re.I,
)
_LABEL: Final = re.compile(
    rf"(?<!\w)(?:возраст|полных\s+лет|age)(?!\w)(?:\s*/\s*\w+|\s*\([^)]{{1,15}}\))?\s*[:\-–—.|"
    rf"]*\s*(?P<age>\d\d)(?!\d)(?:\s?{_YEARS_WORD})?",
    re.I,
)
_LABEL_ALONE: Final = re.compile(r"^(?:возраст|полных лет|age)\s*[:\-–—]?$", re.I)
_NUMBER_ALONE: Final = re.compile(rf"^(?P<age>\d\d)(?!\d)(?:\s?{_YEARS_WORD})?", re.I)
_WITH_BIRTH: Final = re.compile(
    rf"^\W*(?P<age>\d\d)\s?(?i:{_YEARS_WORD})(?=\s*(?:$|[,;(·•|./])|\s+[А-ЯЁ][а-яё-]+$)"
)
_INSIDE: Final = re.compile(
    r"(?:^|[,;(·•|]\s*|\.\s+|\bмне\s+)(?P<age>\d\d)\s?(?:полных\s+)?(?:год(?:а)?|лет|"
    r"years\s+old|y\.?\s?o\.?)(?!\w)\s*(?=$|[,;)·•|.])",
    re.I,
)
_PARTS: Final = re.compile(r"\s*(?:[,|•·/]|\.\s)\s*")
_NUMERIC_DATE: Final = (
    r"(?<![\d-])(?P<d>[0-3]?\d)\s?[./-]\s?(?P<m>[01]?\d)\s?[./-]\s?"
    r"(?P<y>(?:19|20)\d\d|(?<=\.)\d\d(?!\d))(?!\d)"
)
_WORD_DATE: Final = (
    rf"(?P<wd>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<wm>{MONTH}),?\s+(?P<wy>(?:19|20)\d\d)"
)
_US_DATE: Final = rf"(?P<um>{MONTH})\s+(?P<ud>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<uy>(?:19|20)\d\d)"
_ISO_DATE: Final = r"(?P<iy>(?:19|20)\d\d)-(?P<im>[01]\d)-(?P<id>[0-3]\d)"
_ANY_DATE: Final = re.compile(f"{_ISO_DATE}|{_NUMERIC_DATE}|{_WORD_DATE}|{_US_DATE}", re.I)
_BIRTH: Final = re.compile(
    r"(?:дата\s+(?:и\s+место\s+)?рожд|год\s+рожд|(?<!\w)д\s?[./]\s?р(?!\w)|(?<!\w)ДР(?!\w)|"
    r"родил(?:ся|ась)|рожден|число рожд|день рожд|(?<!\w)род\.|"
    r"date\s+(?:and\s+place\s+|/\s*place\s+)?of\s+birth|birth\s?date|"
    r"birthday|\bborn\b|\bd\.?o\.?b\b)",
    re.I,
)
_BIRTH_YEAR: Final = re.compile(
    r"(?:(?:год|дата)\w*\s+рожд\w*|г\.\s?р\.?|\bborn\s+in)\W*(?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|"
    r"20)\d\d)\s*(?:г\.\s?р\.?|года?\s+рожд)",
    re.I,
)
_BESIDE_GENDER: Final = re.compile(
    r"^(?:мужчина|женщина|male|female|муж|жен)\b\W+(?P<age>\d\d)$|(?<!\w)(?P<years>\d\d)-летн(?:ий|яя)",
    re.I,
)
_NEWEST_SHORT_YEAR: Final = 12
_SAID: Final = re.compile(
    r"\bi(?:['’]m|\s+am)\s+(?P<own>\d\d)\s+years\s+old|\bмне\s+(?:сейчас\s+)?(?P<age>\d\d)\s?(?:полных\s+)?(?:лет|год)",
    re.I,
)
_OF_OTHERS: Final = re.compile(
    r"опыт|стаж|experience|\bработ|рынк|компан|более|over|сын|доч|дет[ияе]|ребен|реб[её]нк|"
    r"в отрасли|в сфере|в продажах",
    re.I,
)
_LONGEST_FACT: Final = 120
_LABEL_REACH: Final = 2
_NEAR_NAME: Final = 5
_AGE_DIGITS: Final = 2


def extract_age(outline: Outline) -> Found[int] | None:
    """Years; only what the document says of its owner, never an experience's length."""
    rows = _personal_rows(outline)
    stated = _stated(rows)
    if stated is not None:
        return stated
    found = _from_birth(rows, outline.today)
    if found is None and outline.language == "ru":
        found = _bare_birth_date(outline)
    return found


def _personal_rows(outline: Outline) -> list[Row]:
    places = (
        SectionName.HEADER,
        SectionName.PERSONAL,
        SectionName.ABOUT,
        SectionName.OTHER,
        SectionName.POSITION,
    )
    first = list(outline.rows(*places))
    chosen = {id(row) for row in first}
    labelled = [
        row
        for row in outline.all_rows
        if len(row.text) < _LONGEST_FACT
        and id(row) not in chosen
        and (_BIRTH.search(row.text) or _LABEL.search(row.text) or _LABEL_ALONE.match(row.text))
    ]
    return first + labelled


def _stated(rows: Sequence[Row]) -> Found[int] | None:
    for pattern, confidence in ((_GENDER, LABELLED), (_LABEL, LABELLED)):
        for row in rows:
            match = pattern.search(with_digits(row.text))
            if match and (age := _plausible(int(match["age"]))):
                return Found(age, row, confidence)
    for row, following in itertools.pairwise(rows):
        match = _NUMBER_ALONE.match(following.text) if _LABEL_ALONE.match(row.text) else None
        if match and (age := _plausible(int(match["age"]))):
            return Found(age, following, LABELLED)
    for index, row in enumerate(rows[:40]):
        text = with_digits(row.text)
        for match in _unlabelled(text, is_near_name=index < 12 and len(text) < 90):
            age = _plausible(int(next(group for group in match.groups() if group)))
            if age and not _is_experience(text, match):
                return Found(age, row, BY_SHAPE)
    return _beside_a_town(rows[:_NEAR_NAME])


def _beside_a_town(rows: Sequence[Row]) -> Found[int] | None:
    """`Артём, 29, Краснодар`: a number between the name and the town."""
    for row in rows:
        parts = _PARTS.split(row.text.strip(" .")) if len(row.text) < _LONGEST_FACT else []
        for part, following in itertools.pairwise(parts):
            is_number = len(part) == _AGE_DIGITS and part.isdigit()
            if is_number and is_city(following) and (age := _plausible(int(part))):
                return Found(age, row, GUESSED)
    return None


def _unlabelled(text: str, *, is_near_name: bool) -> Iterator[re.Match[str]]:
    """Numbers of years that nobody calls an age."""
    for first in (_WITH_BIRTH.match(text), _SAID.search(text)):
        if first is not None:
            yield first
    if is_near_name or _BIRTH.search(text) or _ANY_DATE.search(text):
        yield from _INSIDE.finditer(text)
    if is_near_name:
        yield from _BESIDE_GENDER.finditer(text)


def _is_experience(text: str, match: re.Match[str]) -> bool:
    """`10 лет опыта`, `стаж 10 лет`: not an age."""
    text_before = text[: match.start()] + re.split(r"\d", match[0], maxsplit=1)[0]
    before = re.split(r"[,;|•·]", text_before[-24:])[-1]
    near = before + text[match.end() : match.end() + 8]
    return bool(_OF_OTHERS.search(near))


def _from_birth(rows: Sequence[Row], today: date) -> Found[int] | None:
    for index, row in enumerate(rows):
        label = _BIRTH.search(row.text)
        if label is None:
            continue
        for reach, candidate in enumerate(rows[index : index + 1 + _LABEL_REACH]):
            text = candidate.text[label.start() :] if reach == 0 else candidate.text
            age = _age_by(text, today)
            if age is not None:
                return Found(age, candidate, BY_LAYOUT)
    for row in rows:
        year = _BIRTH_YEAR.search(row.text)
        if year and (age := _plausible(today.year - int(year["y"] or year["y2"]))):
            return Found(age, row, BY_SHAPE)
    return None


def _bare_birth_date(outline: Outline) -> Found[int] | None:
    """A full date in the header that can only be a birth date."""
    for row in outline.rows(SectionName.HEADER, SectionName.PERSONAL)[:25]:
        if len(row.text) <= 60 and (age := _age_by(row.text, outline.today)) is not None:
            return Found(age, row, BY_SHAPE)
    return None


def _age_by(text: str, today: date) -> int | None:
    match = _ANY_DATE.search(text)
    birth = _date_of(match) if match else None
    if birth is None or birth > today:
        return None
    years = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    return _plausible(years)


def _date_of(match: re.Match[str]) -> date | None:
    day = match["d"] or match["wd"] or match["ud"] or match["id"]
    year = match["y"] or match["wy"] or match["uy"] or match["iy"]
    word = match["wm"] or match["um"]
    month = month_number(word) if word else int(match["m"] or match["im"])
    try:
        return date(_whole_year(int(year)), month or 0, int(day))
    except ValueError:
        return None


def _whole_year(year: int) -> int:
    """`93` is 1993, `04` is 2004."""
    if year >= 100:
        return year
    return 2000 + year if year <= _NEWEST_SHORT_YEAR else 1900 + year


def _plausible(age: int) -> int | None:
    return age if MIN_AGE_YEARS <= age <= MAX_AGE_YEARS else None
