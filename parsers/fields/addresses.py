"""Cities inside addresses, contact lines and lists of places."""

import re
from typing import Final

from parsers.fields.gazetteer import find_cities, is_city, is_country, is_plain_city, is_state

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
CONTACT: Final = re.compile(
    r"@|\+?\d[\d\s()-]{8,}|https?:|www\.|\w\.(?:com|ru|io|me|org|net)\b|t\.me", re.IGNORECASE
)
_NAME_SHAPE: Final = re.compile(r"[A-ZА-ЯЁ][\w'’.-]*(?:[ -][A-ZА-ЯЁ(]?[\w'’.)-]+){0,3}")
_CLEAN_PREFIX: Final = re.compile(
    r"^(?:г(?:ор)?\.\s?|город\s+|city of\s+|пгт\.?\s?|пос\.\s?|п\.\s?|с\.\s?|дер\.\s?|\d{5,6},"
    r"?\s*)",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(r"\s+[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}$")
"""A British postcode behind its town."""
_ICONS: Final = re.compile(r"^[^\w(]+")
TOWN: Final = re.compile(
    r"(?<!\w)(?:г(?:ор)?\.\s?|город\s+|г\s+(?=[А-ЯЁ]))(?P<city>[А-ЯЁ][А-Яа-яЁё]+(?:[- ](?:на[- "
    r"])?[А-ЯЁ][а-яё]+){0,2}(?:-на-[А-ЯЁ][а-яё]+)?)"
)
REGION: Final = re.compile(
    r"област[ьи]|(?<!\w)обл\.?|(?<!\w)край(?!\w)|республик|район|region|oblast|district|county|"
    r"province|area$|^greater ",
    re.IGNORECASE,
)


def city_of_address(value: str) -> str | None:
    value = _METRO.sub("", _RELOCATION_TAIL.sub("", value)).strip(" ,;.")
    if not value or CONTACT.fullmatch(value):
        return None
    town = TOWN.search(value)
    if town is not None:
        return known_part(town["city"])
    parts = [part.strip() for part in re.split(r"[,;|•·]|\.\s|\s[-–—]\s", value) if part.strip()]
    for part in parts:
        if is_city(clean_place(part)):
            return clean_place(part)
    for part in parts:
        cities = list(find_cities(part))
        if cities and not re.search(r"(?<!\w)(?:ул|пр|просп)", part):
            return cities[0][0]
    for raw in parts:
        part = clean_place(raw)
        if (
            _NAME_SHAPE.fullmatch(part)
            and not _STREET.search(part)
            and not is_country(part)
            and not is_state(part)
            and not REGION.search(part)
        ):
            return part if len(part) <= 40 else None
    return None


def known_part(name: str) -> str:
    """`Москва Иванов` of a glued line is Москва; an unknown name stays whole."""
    words = name.split()
    for count in range(len(words), 0, -1):
        if is_city(" ".join(words[:count])):
            return " ".join(words[:count])
    return name


def clean_place(part: str) -> str:
    part = _POSTCODE.sub("", _ICONS.sub("", part.strip()))
    return _CLEAN_PREFIX.sub("", part).strip(" .,;()")


def first_part(text: str) -> str | None:
    part = clean_place(text.split(",")[0])
    return part if part and not is_country(part) and not is_state(part) else None


def city_among(text: str) -> str | None:
    text = _METRO.sub("", _RELOCATION_TAIL.sub("", text))
    segments = _SPLIT.split(text)
    if any(CONTACT.search(segment) for segment in segments):
        # Beside a phone, a part of its own is a town, even one with an everyday name.
        alone = [part for segment in segments if is_city(part := clean_place(segment))]
        if len(alone) == 1:
            return alone[0]
    for segment in segments:
        parts = [clean_place(part) for part in re.split(r",|\.\s", segment) if part.strip(" .")]
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
    if not CONTACT.search(text):
        return None
    cities = [name for name, _, _ in find_cities(CONTACT.sub(" ", text))]
    return cities[0] if len(cities) == 1 else None
