"""City of residence: never a place of relocation, citizenship, work or study, never a metro."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from parsers.fields.gazetteer import (
    city_in_prepositional,
    find_cities,
    is_city,
    is_country,
    is_plain_city,
    is_state,
)
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, LABELLED, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

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
_TOWN: Final = re.compile(
    r"(?<!\w)(?:г(?:ор)?\.\s?|город\s+|г\s+(?=[А-ЯЁ]))(?P<city>[А-ЯЁ][А-Яа-яЁё]+(?:[- ](?:на[- "
    r"])?[А-ЯЁ][а-яё]+){0,2}(?:-на-[А-ЯЁ][а-яё]+)?)"
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
_RELOCATION_TAIL: Final = re.compile(
    r"[,;.(]?\s*(?:(?:не\s+)?готов[аы]?\s|переезд|готовность|возможен|рассматрива|"
    r"(?:not\s+)?(?:ready|willing|open)\s+to|релок|relocat).*$",
    re.IGNORECASE,
)
_METRO: Final = re.compile(
    r"(?:^|[\s,(])(?:м\.|метро|ст\.\s?м\.?|m\.)\s?[А-ЯЁA-Z][\w -]*", re.IGNORECASE
)
_SPLIT: Final = re.compile(r"\s*(?:[|•·;⋄◦§●]|\s[-–—]\s|\s/\s|\t|\s{2,})\s*")
_STREET: Final = re.compile(
    r"(?<!\w)(?:ул|улица|пр|просп|проспект|пер|д|кв|дом|корп|шоссе|бульвар|область|обл|край|"
    r"респ|республика|р-н|район|street|st|ave|avenue|road|rd|apt|lane)(?!\w)|\d",
    re.IGNORECASE,
)
_REGION: Final = re.compile(
    r"област[ьи]|(?<!\w)обл\.?|(?<!\w)край(?!\w)|республик|район|region|oblast|district|county|"
    r"province|area$|^greater ",
    re.IGNORECASE,
)
_CONTACT: Final = re.compile(
    r"@|\+?\d[\d\s()-]{8,}|https?:|www\.|\w\.(?:com|ru|io|me|org|net)\b|t\.me", re.IGNORECASE
)
_NAME_SHAPE: Final = re.compile(r"[A-ZА-ЯЁ][\w'’.-]*(?:[ -][A-ZА-ЯЁ(]?[\w'’.)-]+){0,3}")
_CLEAN_PREFIX: Final = re.compile(
    r"^(?:г(?:ор)?\.\s?|город\s+|city of\s+|пгт\.?\s?|пос\.\s?|п\.\s?|с\.\s?|дер\.\s?|\d{5,6},"
    r"?\s*)",
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
            city = _first_part(re.split(r"\s[-–—]\s*e-?mail", row.text, flags=re.IGNORECASE)[0])
            return Found(city, row, BY_LAYOUT) if city else None
        if outline.layout is Layout.FACULTETUS and re.match(r"полных лет", row.text, re.IGNORECASE):
            parts = [part.strip() for part in row.text.split(",")[1:]]
            city = next(
                (part for part in reversed(parts) if part and not _REGION.search(part)), None
            )
            return Found(_clean(city), row, BY_LAYOUT) if city else None
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
        if len(parts) > 4 or _CONTACT.search(row.text) or len(row.text) > 80:
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
        r"^greater\s+|\s+(?:metropolitan\s+)?(?:area|region)$|\s+bay$",
        "",
        city,
        flags=re.IGNORECASE,
    )


def _labelled(outline: Outline) -> Found[str] | None:
    names = (
        SectionName.HEADER,
        SectionName.PERSONAL,
        SectionName.POSITION,
        SectionName.ABOUT,
        SectionName.OTHER,
        SectionName.SKILLS,
        SectionName.LANGUAGES,
    )
    rows = outline.rows(*names)
    for index, row in enumerate(rows):
        label = _LABEL.search(row.text)
        if label is None or len(row.text) > 250 or _is_about_others(row.text[: label.end()]):
            continue
        value = row.text[label.end() :].strip()
        place = row
        if not value and index + 1 < len(rows):
            place = rows[index + 1]
            value = place.text
        city = _city_of_address(value)
        if city:
            return Found(city, place, LABELLED)
    return None


def _is_about_others(text: str) -> bool:
    return bool(
        re.search(r"e-?mail|электрон|эл\.|сайт|web|рожд|birth|working", text, re.IGNORECASE)
    )


def _city_of_address(value: str) -> str | None:
    value = _METRO.sub("", _RELOCATION_TAIL.sub("", value)).strip(" ,;.")
    if not value or _CONTACT.fullmatch(value):
        return None
    town = _TOWN.search(value)
    if town is not None:
        return _known_part(town["city"])
    parts = [part.strip() for part in re.split(r"[,;|•·]|\.\s|\s[-–—]\s", value) if part.strip()]
    for part in parts:
        if is_city(_clean(part)):
            return _clean(part)
    for part in parts:
        cities = list(find_cities(part))
        if cities and not re.search(r"(?<!\w)(?:ул|пр|просп)", part):
            return cities[0][0]
    for raw in parts:
        part = _clean(raw)
        if (
            _NAME_SHAPE.fullmatch(part)
            and not _STREET.search(part)
            and not is_country(part)
            and not is_state(part)
            and not _REGION.search(part)
        ):
            return part if len(part) <= 40 else None
    return None


def _known_part(name: str) -> str:
    """`Москва Иванов` of a glued line is Москва; an unknown name stays whole."""
    words = name.split()
    for count in range(len(words), 0, -1):
        if is_city(" ".join(words[:count])):
            return " ".join(words[:count])
    return name


def _clean(part: str) -> str:
    return _CLEAN_PREFIX.sub("", part.strip()).strip(" .,;()")


def _first_part(text: str) -> str | None:
    part = _clean(text.split(",")[0])
    return part if part and not is_country(part) and not is_state(part) else None


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
        city = _city_among(row.text)
        if city:
            return Found(city, row, BY_SHAPE)
    return None


def _city_among(text: str) -> str | None:
    text = _METRO.sub("", _RELOCATION_TAIL.sub("", text))
    for segment in _SPLIT.split(text):
        parts = [_clean(part) for part in re.split(r",|\.\s", segment) if part.strip(" .")]
        for index, part in enumerate(parts):
            follows = parts[index + 1] if index + 1 < len(parts) else ""
            before = parts[index - 1] if index else ""
            near_place = (
                is_country(follows)
                or is_state(re.sub(r"\s\d{4,6}.*$", "", follows))
                or is_country(before)
            )
            if is_plain_city(part) or (is_city(part) and near_place):
                return part
            if (
                near_place
                and _looks_like_place(part)
                and not is_country(part)
                and not is_state(part)
                and not is_country(before)
            ):
                return re.sub(r"^.*\d\S*\s+(?=[A-Z])", "", part)
        words = segment.split()
        if len(words) >= 2 and is_country(words[-1]) and is_city(" ".join(words[:-1])):
            return " ".join(words[:-1])
    return _inside_contact_line(text)


def _looks_like_place(part: str) -> bool:
    return bool(_NAME_SHAPE.fullmatch(part)) and len(part.split()) <= 3 and not part.isupper()


def _inside_contact_line(text: str) -> str | None:
    """`+7 999 ... Москва ... mail@...`: a city between contacts without separators."""
    if not _CONTACT.search(text):
        return None
    cities = [name for name, _, _ in find_cities(_CONTACT.sub(" ", text))]
    return cities[0] if len(cities) == 1 else None


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
        town = None if _NOT_RESIDENCE.search(row.text) else _TOWN.search(row.text)
        if town is not None:
            return Found(_known_part(town["city"]), row, BY_PLACE)
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
