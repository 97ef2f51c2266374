"""Cities inside addresses, contact lines and lists of places."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.gazetteer import (
    city_in_a_case,
    find_cities,
    is_city,
    is_country,
    is_plain_city,
    is_state,
    spelled_out,
)

_RELOCATION_TAIL: Final = re.compile(
    r"[,;.(]?\s*(?:(?:не\s+)?готов[аы]?\s|переезд|готовность|возможен|рассматрива|"
    r"(?:not\s+)?(?:ready|willing|open)\s+(?:to|for)|релок|relocat).*$",
    re.IGNORECASE,
)
_METRO: Final = re.compile(
    r"(?:^|[\s,(])(?:м\.|метро|ст\.\s?м\.?|m\.)\s?[А-ЯЁA-Z][\w -]*", re.IGNORECASE
)
_SPLIT: Final = re.compile(r"\s*(?:[|•·;⋄◦§●]|\s[-–—]\s|\s/\s|\t|\s{2,})\s*")
_STOP: Final = (
    r"(?<!\b[A-ZА-ЯЁ])(?<!\bул)(?<!\bпр)(?<!\bпер)(?<!\bд)(?<!\bкв)(?<!\bг)"
    r"(?<!\bSt)(?<!\bFt)(?<!\bMt)\.\s"
)
"""A full stop that no shortened word or initial ends with."""
_COMMAS: Final = re.compile(rf",|{_STOP}")
_ADDRESS_PARTS: Final = re.compile(rf"[,;|•·]|{_STOP}|\s[-–—]\s")
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
    r"^(?:г(?:ор)?\.\s?|г\s(?=[А-ЯЁ])|город\s+|city of\s+|пгт\.?\s?|пос(?:[её]лок)?\.?\s|п\.\s?|"
    r"с\.\s?|село\s|станица\s|ст-ца\s|дер(?:евня)?\.?\s|\d{5,6},?\s*)",
    re.IGNORECASE,
)
_POSTCODE: Final = re.compile(r"\s+[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}$")
"""A British postcode behind its town."""
_BRACKETED: Final = re.compile(r"\s*\([^()]*\)?")
_DISTRICT: Final = re.compile(r"\s\d{1,2}$")
"""`Dublin 8`, `Praha 2`."""
_WITH_STATE: Final = re.compile(
    r"(?P<city>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}),?\s+(?P<state>[A-Z]{2,3})"
    r"(?:\s+\d{4,6}(?:-\d{4})?)?"
)
_WITH_STATE_AND_CODE: Final = re.compile(
    r"(?P<city>[a-z][\w'’.-]+(?: [a-z][\w'’.-]+){0,2}),? (?P<state>[A-Z]{2}) \d{5}(?:-\d{4})?"
)
"""`somerville MA 02143`: with its code a town needs no capital."""
_AREA: Final = re.compile(
    r"(?P<greater>Greater\s+)?(?P<city>[A-Z][\w'’. -]+?)"
    r"(?P<area>\s+(?:Bay\s+|Metropolitan\s+|Metro\s+)?Area)?"
)
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
    """The town of a text that is known to be an address."""
    value = _METRO.sub("", _RELOCATION_TAIL.sub("", spelled_out(value))).strip(" ,;.")
    if not value or CONTACT.fullmatch(value):
        return None
    town = TOWN.search(value)
    if town is not None:
        return known_part(town["city"])
    parts = [part.strip() for part in _ADDRESS_PARTS.split(value) if part.strip()]
    return _known_of_address(parts) or _inside_a_part(parts) or _unknown_of_address(parts)


def _known_of_address(parts: Sequence[str]) -> str | None:
    known = [name for part in parts if is_city(name := clean_place(part))]
    if not known:
        return None
    # Western addresses go from the house to the country, Russian ones the other way.
    is_western = known[-1].isascii() and any(char.isdigit() for char in "".join(parts[:-1]))
    towns = [name for name in known if not is_country(name) and not is_state(name)] or known
    return towns[-1] if is_western else known[0]


def _inside_a_part(parts: Sequence[str]) -> str | None:
    for part in parts:
        cities = list(find_cities(part))
        if cities and not re.search(r"(?<!\w)(?:ул|пр|просп)", part):
            return cities[0][0]
        inside = re.match(r"(?:в|во|in)\s+(?:г\.\s?|городе\s+)?(?P<place>\S.*)", part)
        city = city_in_a_case(inside["place"]) if inside else None
        if city:
            return city
    return None


def _unknown_of_address(parts: Sequence[str]) -> str | None:
    for raw in parts:
        part = _BRACKETED.sub("", clean_place(raw))
        if (
            _NAME_SHAPE.fullmatch(part)
            and not _STREET.search(raw)
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
    """A town that stands for itself among contacts and other facts about a person."""
    text = _METRO.sub("", _RELOCATION_TAIL.sub("", spelled_out(text)))
    segments = [segment for segment in _SPLIT.split(text) if segment.strip()]
    if any(CONTACT.search(segment) for segment in segments):
        # Beside a phone, a part of its own is a town, even one with an everyday name.
        alone = [part for segment in segments if is_city(part := clean_place(segment))]
        if len(alone) == 1:
            return alone[0]
    for segment in segments:
        city = _listed_city(segment) or _city_with_state(segment) or _city_of_area(segment)
        if city:
            return city
    return _inside_contact_line(text)


def _listed_city(segment: str) -> str | None:
    """`Москва, Россия`, `Россия. Тверь`, `Fergana, Uzbekistan`."""
    parts = [clean_place(part) for part in _COMMAS.split(segment) if part.strip(" .")]
    stated = next((city for part in parts[1:] if (city := _city_with_state(part))), None)
    if stated is not None:
        return stated
    if segment.isascii() and any(char.isdigit() for char in "".join(parts[:-1])):
        # A house and a street come before the town, whatever towns they are named after.
        city = next((part for part in reversed(parts) if is_plain_city(part)), None)
        if city is not None and not is_country(city) and not is_state(city):
            return city
    for index, part in enumerate(parts):
        follows = parts[index + 1] if index + 1 < len(parts) else ""
        before = parts[index - 1] if index else ""
        near_place = (
            is_country(follows)
            or is_state(re.sub(r"\s\d{4,6}.*$", "", follows))
            or is_country(before)
        )
        bare = _DISTRICT.sub("", _BRACKETED.sub("", part))
        if not is_country(bare) and (is_plain_city(bare) or (is_city(bare) and near_place)):
            return bare
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
    return None


def _city_with_state(segment: str) -> str | None:
    """`Chicago IL`, `Frisco TX 75034` without a comma."""
    bare = segment.strip(" .")
    match = _WITH_STATE.fullmatch(bare) or _WITH_STATE_AND_CODE.fullmatch(bare)
    if match is None or not is_state(match["state"]):
        return None
    has_code = segment.rstrip(" .")[-1].isdigit()
    city = match["city"] if match["city"][0].isupper() else match["city"].title()
    has_capital = match["city"][0].isupper()
    return city if (has_code and has_capital) or is_city(city) else None


def _city_of_area(segment: str) -> str | None:
    match = _AREA.fullmatch(segment.strip(" ."))
    if match is None or not (match["greater"] or match["area"]):
        return None
    return match["city"] if is_city(match["city"]) else None


def _looks_like_place(part: str) -> bool:
    return bool(_NAME_SHAPE.fullmatch(part)) and len(part.split()) <= 3 and not part.isupper()


def _inside_contact_line(text: str) -> str | None:
    """`+7 999 ... Москва ... mail@...`: a city between contacts without separators."""
    if not CONTACT.search(text):
        return None
    cities = [name for name, _, _ in find_cities(CONTACT.sub(" ", text))]
    return cities[0] if len(cities) == 1 else None
