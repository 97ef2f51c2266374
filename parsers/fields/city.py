"""City of residence: never a place of relocation, citizenship, work or study, never a metro."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.fields.addresses import (
    CONTACT,
    REGION,
    TOWN,
    city_among,
    city_of_address,
    clean_place,
    first_part,
    known_part,
)
from parsers.fields.gazetteer import (
    city_in_prepositional,
    is_country,
    is_plain_city,
    is_state,
)
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import LABELLED_SECTIONS, Layout, Outline, SectionName

_LABEL: Final = re.compile(
    r"(?:^|[,;|•·(.]\s*)(?:(?:адрес|место|город|регион|местоположение)(?:\s+(?:фактического\s+|"
    r"постоянного\s+)?(?:проживания|жительства|регистрации))?|"
    r"проживани[ея]|проживает|проживаю|место\s?нахождени[ея]|локация|"
    r"(?:current\s+|home\s+|permanent\s+|present\s+)?(?:location|address|city|residence|place "
    r"of residence)|"
    r"reside[sd]? in|residing in|residence in|based in|lives? in|living in)"
    r"(?:\s*/\s*\w+)?(?:\s*[:|]\s*|\s+[-–—]\s+|\s*$|(?<=in)\s+|(?<=ает)\s+|(?<=ания)\s+|"
    r"(?<=ние)\s+)",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(
    r"(?:живу|проживаю|нахожусь|живёт|проживает|based|living|reside|located)\s+(?:сейчас\s+|"
    r"постоянно\s+)?(?:в|in)\s+"
    r"(?:г\.\s?|городе\s+)?(?P<city>[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w-]+)?)",
    re.IGNORECASE,
)
_NOT_RESIDENCE: Final = re.compile(
    r"переезд|релокац|relocat|гражданств|citizen|командировк|business trip|мест[оа] рожден|"
    r"place of birth|"
    r"уроженец|универ|институт|академи|колледж|школ[аы]|university|college|institute|school|"
    r"\bооо\b|\bоао\b|\bзао\b",
    re.IGNORECASE,
)
_HEADER_REACH: Final = 25


def extract_city(outline: Outline) -> Found[str] | None:
    for rule in (_by_layout, _labelled, _in_header, _with_town_mark, _in_sentence):
        found = rule(outline)
        if found is not None:
            return found
    return None


def _by_layout(outline: Outline) -> Found[str] | None:
    for row in outline.all_rows:
        if outline.layout is Layout.INDEED and "email me on indeed" in row.text.lower():
            city = first_part(re.split(r"\s[-–—]\s*e-?mail", row.text, flags=re.IGNORECASE)[0])
            return Found(city, row, BY_LAYOUT) if city else None
        if outline.layout is Layout.FACULTETUS and re.match(r"полных лет", row.text, re.IGNORECASE):
            parts = [part.strip() for part in row.text.split(",")[1:]]
            city = next(
                (part for part in reversed(parts) if part and not REGION.search(part)), None
            )
            return Found(clean_place(city), row, BY_LAYOUT) if city else None
    if outline.layout is Layout.LINKEDIN:
        return _linkedin_location(outline)
    return None


def _linkedin_location(outline: Outline) -> Found[str] | None:
    """The line under the headline: `City, State, Country`, nearest to the main column."""
    header: list[Row] = []
    for section in outline.sections:
        if section.name in (SectionName.ABOUT, SectionName.EXPERIENCE):
            break
        header.extend(section.rows)
    for row in reversed(header):
        parts = [part.strip() for part in row.text.split(",")]
        if len(parts) > 4 or CONTACT.search(row.text) or len(row.text) > 80:
            continue
        if (len(parts) > 1 and (is_country(parts[-1]) or is_state(parts[-1]))) or (
            len(parts) == 1 and is_plain_city(parts[0])
        ):
            city = None if is_country(parts[0]) or is_state(parts[0]) else parts[0]
            return Found(_strip_area(city), row, BY_LAYOUT) if city else None
        if (
            re.search(r"\b(?:area|region|metropolitan)\b", row.text, re.IGNORECASE)
            and len(parts) == 1
        ):
            return Found(_strip_area(row.text), row, BY_SHAPE)
    return None


def _strip_area(city: str) -> str:
    return re.sub(
        r"^greater\s+|\s+(?:bay\s+|metropolitan\s+|metro\s+)?(?:area|region)$",
        "",
        city,
        flags=re.IGNORECASE,
    )


def _labelled(outline: Outline) -> Found[str] | None:
    rows = outline.rows(*LABELLED_SECTIONS, SectionName.SKILLS, SectionName.LANGUAGES)
    for index, row in enumerate(rows):
        label = _LABEL.search(row.text)
        if label is None or len(row.text) > 250 or _is_about_others(row.text[: label.end()]):
            continue
        value = row.text[label.end() :].strip()
        place = row
        if not value and index + 1 < len(rows):
            place = rows[index + 1]
            value = place.text
        city = city_of_address(value)
        if city:
            return Found(city, place, LABELLED)
    return None


def _is_about_others(text: str) -> bool:
    return bool(
        re.search(r"e-?mail|электрон|эл\.|сайт|web|рожд|birth|working", text, re.IGNORECASE)
    )


def _header_rows(outline: Outline) -> Iterator[Row]:
    yield from outline.rows(SectionName.HEADER)[:_HEADER_REACH]
    yield from outline.rows(SectionName.PERSONAL)


def _in_header(outline: Outline) -> Found[str] | None:
    """A known city, alone or among contacts, in the block of the name."""
    rows = [row for row in _header_rows(outline) if len(row.text) <= 200]
    for row in rows:
        if _NOT_RESIDENCE.search(row.text) and not re.search(
            r"готов|ready|willing", row.text, re.IGNORECASE
        ):
            continue
        city = city_among(row.text) or (city_among(row.raw) if "\t" in row.raw else None)
        if city:
            return Found(city, row, BY_SHAPE)
    return None


def _with_town_mark(outline: Outline) -> Found[str] | None:
    names = [
        name
        for name in SectionName
        if name
        not in (
            SectionName.EXPERIENCE,
            SectionName.EDUCATION,
            SectionName.COURSES,
            SectionName.PROJECTS,
        )
    ]
    for row in outline.rows(*names):
        town = None if _NOT_RESIDENCE.search(row.text) else TOWN.search(row.text)
        if town is not None:
            return Found(known_part(town["city"]), row, BY_PLACE)
    return None


def _in_sentence(outline: Outline) -> Found[str] | None:
    rows: Sequence[Row] = outline.rows(
        SectionName.HEADER,
        SectionName.ABOUT,
        SectionName.PERSONAL,
        SectionName.POSITION,
        SectionName.OTHER,
    )
    for row in rows:
        match = _SENTENCE.search(row.text)
        city = city_in_prepositional(match["city"]) if match else None
        if city is None and match:
            city = city_in_prepositional(match["city"].split()[0])
        if city is not None:
            return Found(city, row, BY_PLACE)
    return None
