"""City of residence: never a place of relocation, citizenship, work or study, never a metro."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from parsers.fields.addresses import (
    TOWN,
    city_among,
    city_of_address,
    known_part,
)
from parsers.fields.city_by_layout import city_by_layout
from parsers.fields.dates import find_ranges
from parsers.fields.gazetteer import is_city, spelled_out
from parsers.fields.residence import city_come_from, city_lived_in
from parsers.fields.words import COMPANY, LEGAL_FORM
from parsers.layouts.found import BY_PLACE, BY_SHAPE, GUESSED, LABELLED, Found
from parsers.layouts.normalise import without_sign
from parsers.layouts.row import Row
from parsers.layouts.section import LABELLED_SECTIONS, Outline, SectionName

_LABEL: Final = re.compile(
    r"(?:^|[,;|•·(.]\s*)(?:(?:фактическ\w+|постоянн\w+|текущ\w+|домашн\w+|почтов\w+|мой)\s+)?"
    r"(?:(?:адрес|место|город|регион|местоположение)(?:\s+(?:фактического\s+|"
    r"постоянного\s+|моего\s+)?(?:проживания|жительства|регистрации|нахождения))?"
    r"(?:\s*\((?:факт\w*\.?|проживания|[^()]{0,30}регистрации[^()]{0,40})\))?|"
    r"проживани[ея]|проживает|проживаю|живу(?=\s*(?:[:|]|[-–—]\s|$))|место\s?нахождени[ея]|локация|прописка|"
    r"(?:current\s+|home\s+|permanent\s+|present\s+|mailing\s+)?(?:location|address|city|"
    r"residence|place of residence)|"
    r"reside[sd]? in|residing in|residence in|based in|lives? in|living in)"
    r"(?:\s*/\s*\w+)?(?:\s*[:|]\s*|\s+[-–—]\s+|\s*$|(?<=in)\s+|(?<=ает)\s+|(?<=ания)\s+|"
    r"(?<=ние)\s+|(?<=адрес)\s+(?=г\.))",
    re.IGNORECASE,
)
_REGISTERED: Final = re.compile(r"регистраци|прописк", re.IGNORECASE)
_LIVED: Final = re.compile(r"фактич|проживани", re.IGNORECASE)
_OTHER_LABEL: Final = re.compile(
    r"e-?mail|электрон|эл\.|сайт|web|рожд|birth|working|работ", re.IGNORECASE
)
_NOT_RESIDENCE: Final = re.compile(
    r"переезд|релокац|relocat|гражданств|citizen|командировк|business trip|мест[оа] (?:рожден|"
    r"работ|уч[её]б)|рожден|родил[а-я]+|place of birth|"
    r"уроженец|универ|институт|академи|колледж|школ[аы]|факультет|кафедр|филиал|училищ|техникум|"
    r"university|college|institute|school|"
    r"\bооо\b|\bоао\b|\bзао\b|ищу работу|рассматрива",
    re.IGNORECASE,
)
_BIRTH: Final = re.compile(r"родил\w+|место рождения|born|(?:place of )?birth", re.IGNORECASE)
_MOBILE: Final = re.compile(r"готов|ready|willing|open to", re.IGNORECASE)
_PARTS: Final = re.compile(
    r"\s*[|•·;]\s*|\t|\s{3,}|(?<!\w)\d\d\s?(?:полных\s)?(?:лет|год[а]?)(?!\w)", re.IGNORECASE
)
_REACHABLE: Final = re.compile(r"@[\w-]+\.\w|(?:\+\d|\b8)[\s(-]*\d{3}[\s)-]*\d{2,3}")
_UNFINISHED: Final = re.compile(r"(?:^|[\s,])(?:г|гор|город|ул|обл|р-н)\.?$|,$", re.IGNORECASE)
_SENTENCES: Final = re.compile(r"(?<=[а-яё]{4}[.!?])\s+(?=[А-ЯЁ])")
_HEADER_REACH: Final = 25
_OTHERS_PLACES: Final = (
    SectionName.EXPERIENCE,
    SectionName.EDUCATION,
    SectionName.COURSES,
    SectionName.PROJECTS,
)
_ABOUT_ONESELF: Final = (
    SectionName.HEADER,
    SectionName.ABOUT,
    SectionName.PERSONAL,
    SectionName.POSITION,
    SectionName.OTHER,
)


def extract_city(outline: Outline) -> Found[str] | None:
    rules = (
        city_by_layout,
        _labelled,
        _in_sentence,
        _in_header,
        _in_contact_line,
        _with_town_mark,
        _of_origin,
        _registered,
    )
    return next((found for rule in rules if (found := rule(outline)) is not None), None)


def _labelled(outline: Outline) -> Found[str] | None:
    return _behind_label(outline, lambda label: not _is_registration(label), LABELLED)


def _registered(outline: Outline) -> Found[str] | None:
    """Where a person is registered is where they live, if nothing else is said."""
    return _behind_label(outline, _is_registration, GUESSED)


def _is_registration(label: str) -> bool:
    """`Адрес регистрации`; not where one is registered and lives."""
    return bool(_REGISTERED.search(label)) and not _LIVED.search(label)


def _behind_label(
    outline: Outline, is_meant: Callable[[str], bool], confidence: float
) -> Found[str] | None:
    rows = outline.rows(*LABELLED_SECTIONS, SectionName.SKILLS, SectionName.LANGUAGES)
    for index, row in enumerate(rows):
        text = without_sign(row.text)
        label = _LABEL.search(text)
        if label is None or len(text) > 250 or _OTHER_LABEL.search(text[: label.end()]):
            continue
        if not is_meant(label[0]):
            continue
        value = text[label.end() :].strip()
        place = row
        if not value and index + 1 < len(rows):
            place = rows[index + 1]
            value = place.text
        elif _UNFINISHED.search(value) and index + 1 < len(rows):
            value = f"{value} {rows[index + 1].text}"
        city = city_of_address(value)
        if city:
            is_known = is_city(city)
            return Found(city, place, confidence if is_known else min(confidence, BY_SHAPE))
    return None


def _header_rows(outline: Outline) -> Iterator[Row]:
    header = outline.rows(SectionName.HEADER)[:_HEADER_REACH]
    words = [len(row.text.split()) for row in header[:2]]
    # `Королёв` over `Иван` is a name, written in two lines.
    yield from _own_rows(header[2:] if words == [1, 1] else header)
    yield from _own_rows(outline.rows(SectionName.PERSONAL))


def _own_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows but those beside or below the label of a birth, of studies, of another's place."""
    labels: dict[tuple[int, int], str] = {}
    above = ""
    for row in rows:
        cell = row.line.cell
        is_label = cell is not None and cell[2] == 0
        label = above if cell is None else "" if is_label else labels.get(cell[:2], "")
        if cell is not None and is_label:
            labels[cell[:2]] = f"{labels.get(cell[:2], '')} {row.text}"
        above = row.text if row.text.endswith(":") or _BIRTH.fullmatch(row.text) else ""
        if not _NOT_RESIDENCE.search(label) or _MOBILE.search(label):
            yield row


def _in_header(outline: Outline) -> Found[str] | None:
    """A known city, alone or among contacts, in the block of the name."""
    for row in _header_rows(outline):
        if len(row.text) > 200 or (find_ranges(row.text) and not _REACHABLE.search(row.text)):
            continue
        city = _city_of_parts(row)
        if city:
            return Found(city, row, BY_SHAPE if is_city(city) else GUESSED)
    return None


def _city_of_parts(row: Row) -> str | None:
    """What is said of birth, studies or moving is left out, part by part."""
    parts = _PARTS.split(row.raw if "\t" in row.raw or "   " in row.raw else row.text)
    own = [part for part in parts if not _NOT_RESIDENCE.search(part) or _MOBILE.search(part)]
    return city_among(" | ".join(own)) if own else None


def _in_contact_line(outline: Outline) -> Found[str] | None:
    """Contacts that stand elsewhere: at a page's foot, behind everything."""
    for section in outline.sections:
        if section.name in (SectionName.HEADER, SectionName.PERSONAL):
            continue
        for row in section.rows:
            if len(row.text) > 200 or not _REACHABLE.search(row.text):
                continue
            if COMPANY.search(row.text) or LEGAL_FORM.search(row.text):
                continue
            city = _city_of_parts(row)
            if city:
                return Found(city, row, GUESSED)
    return None


def _with_town_mark(outline: Outline) -> Found[str] | None:
    names = [name for name in SectionName if name not in _OTHERS_PLACES]
    for row in _own_rows(outline.rows(*names)):
        for sentence in _SENTENCES.split(row.text):
            if _NOT_RESIDENCE.search(sentence) or _REGISTERED.search(sentence):
                continue
            town = TOWN.search(spelled_out(sentence))
            if town is not None:
                return Found(known_part(town["city"]), row, BY_PLACE)
    return None


def _in_sentence(outline: Outline) -> Found[str] | None:
    for row in outline.rows(*_ABOUT_ONESELF):
        city = city_lived_in(row.text)
        if city is not None:
            return Found(city, row, BY_SHAPE)
    return None


def _of_origin(outline: Outline) -> Found[str] | None:
    for row in outline.rows(SectionName.HEADER, SectionName.ABOUT)[:_HEADER_REACH]:
        city = city_come_from(row.text)
        if city is not None:
            return Found(city, row, BY_PLACE)
    return None
