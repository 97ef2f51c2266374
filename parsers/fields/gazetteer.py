"""Which words name a city: GeoNames places (cities.txt says which) in Russian and Latin."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Final

from rapidfuzz import fuzz, process

from parsers.fields.morphology import nominatives
from parsers.fields.places import (
    AMBIGUOUS_CITIES,
    COUNTRIES,
    SHORT_CITIES,
    STATE_NAMES,
    US_STATE_CODES,
)
from parsers.fields.romanising import romanised_key
from parsers.layouts.normalise import words_key

_TOKEN: Final = re.compile(r"[A-Za-zА-Яа-яЁёÀ-ÿ.']+(?:[-–][A-Za-zА-Яа-яЁё]+)*")
_MAX_WORDS: Final = 4
_MIN_SCORE: Final = 80.0
_SHORTEST_ROMANISED: Final = 3
_SHORT_NAME: Final = 6
"""Short Latin words of any language fold to some Russian town."""
_AMBIGUOUS: Final = frozenset(AMBIGUOUS_CITIES.split())


_CYRILLIC_COUNTRIES: Final = frozenset(("RU", "BY", "UA", "KZ", "KG", "RS", "BG"))


def _load() -> tuple[dict[str, str], frozenset[str], tuple[str, ...]]:
    """Countries of names, romanised keys of names in Cyrillic, and Russian towns' names."""
    cities: dict[str, str] = {}
    russian_names: list[str] = []
    romanised: set[str] = set()
    text = files("parsers.fields").joinpath("cities.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, russian, *latin = line.split("\t")
        for name in (*filter(None, russian.split("/")), *latin):
            cities.setdefault(words_key(name), country)
        if country in _CYRILLIC_COUNTRIES and russian:
            romanised.add(romanised_key(russian.partition("/")[0]))
        if country == "RU":
            russian_names += russian.lower().split("/")
    keys = frozenset(key for key in romanised if len(key) > _SHORTEST_ROMANISED)
    return cities, keys, tuple(russian_names)


_CITIES, _ROMANISED, _RUSSIAN_NAMES = _load()
_COUNTRIES: Final = frozenset(words_key(name) for name in COUNTRIES.split(","))
_US_STATES: Final = frozenset(US_STATE_CODES.split())
_SHORT: Final = tuple(
    (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.IGNORECASE), name)
    for pattern, name in SHORT_CITIES
)
_STATE_NAMES: Final = frozenset(words_key(name) for name in STATE_NAMES.split(","))


def is_city(name: str) -> bool:
    """Is the whole text a city's name?"""
    return words_key(name) in _CITIES or _is_romanised(name)


@lru_cache(maxsize=4096)
def _is_romanised(name: str) -> bool:
    """`Nizhny Novgorod`, `Ekaterinburg`: names of Cyrillic lands in any Latin spelling."""
    return name.isascii() and name[:1].isupper() and romanised_key(name) in _ROMANISED


def nearest_city(name: str) -> str | None:
    """The town whose Russian name a recognised word comes nearest to; None if none is near."""
    near = process.extractOne(
        name.lower(), _RUSSIAN_NAMES, scorer=fuzz.ratio, score_cutoff=_MIN_SCORE
    )
    return near[0].title() if near is not None else None


def is_plain_city(name: str) -> bool:
    """A city's name that is nothing else."""
    key = words_key(name)
    if key in _AMBIGUOUS:
        return False
    return key in _CITIES or (len(name) > _SHORT_NAME and _is_romanised(name))


def is_country(name: str) -> bool:
    return words_key(name) in _COUNTRIES


def is_state(name: str) -> bool:
    return name.strip().rstrip(".") in _US_STATES or words_key(name) in _STATE_NAMES


def find_cities(text: str) -> Iterator[tuple[str, int, int]]:
    """Names of unambiguous cities in a text, as (name as written, start, end)."""
    tokens = list(_TOKEN.finditer(text))
    index = 0
    while index < len(tokens):
        taken = 1
        for count in range(min(_MAX_WORDS, len(tokens) - index), 0, -1):
            start, end = tokens[index].start(), tokens[index + count - 1].end()
            name = text[start:end].rstrip(".'")
            if name[:1].isupper() and is_plain_city(name) and "," not in name:
                yield name, start, start + len(name)
                taken = count
                break
        index += taken


_NAMES_IN_A_CASE: Final = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-(?:[нН]а-)?[А-ЯЁа-яё][а-яё]+)*"
    r"(?:\s[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)?|[A-Z][\w'.-]+(?:\s[A-Z][\w'-]+){0,2}"
)


def city_in_a_case(words: str) -> str | None:
    """The nominative of `Москве`, `Набережных Челнах`, ... where it is a known city.

    `words` begin with the name; what follows it is cut off.
    """
    named = _NAMES_IN_A_CASE.match(words)
    parts = named[0].split() if named else []
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).rstrip(".")
        for city in (name, *nominatives(name)):
            if is_city(city):
                return city
    return None


def spelled_out(text: str) -> str:
    """`СПб`, `Н. Новгород`, `Ростов н/Д` and the like by their whole names."""
    for pattern, name in _SHORT:
        text = pattern.sub(name, text)
    return text
