"""Which words name a city: GeoNames places (cities.txt says which) in Russian and Latin."""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from parsers.fields.places import (
    AMBIGUOUS_CITIES,
    COUNTRIES,
    STATE_NAMES,
    US_STATE_CODES,
)
from parsers.layouts.normalise import words_key

_TOKEN: Final = re.compile(r"[A-Za-zА-Яа-яЁёÀ-ÿ.']+(?:[-–][A-Za-zА-Яа-яЁё]+)*")
_MAX_WORDS: Final = 4
_AMBIGUOUS: Final = frozenset(AMBIGUOUS_CITIES.split())


def _load() -> dict[str, str]:
    cities: dict[str, str] = {}
    text = files("parsers.fields").joinpath("cities.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        country, russian, *latin = line.split("\t")
        for name in (*filter(None, russian.split("/")), *latin):
            cities.setdefault(words_key(name), country)
    return cities


_CITIES: Final = _load()
_COUNTRIES: Final = frozenset(words_key(name) for name in COUNTRIES.split(","))
_US_STATES: Final = frozenset(US_STATE_CODES.split())
_STATE_NAMES: Final = frozenset(words_key(name) for name in STATE_NAMES.split(","))


def is_city(name: str) -> bool:
    """Is the whole text a city's name?"""
    return words_key(name) in _CITIES


def is_plain_city(name: str) -> bool:
    """A city's name that is nothing else."""
    key = words_key(name)
    return key in _CITIES and key not in _AMBIGUOUS


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


_CASE_ENDINGS: Final = (
    ("е", ("а", "", "о")),
    ("и", ("ь", "и", "а")),
    ("ы", ("ы",)),
    ("ях", ("и",)),
    ("ах", ("ы",)),
    ("ом", ("ый", "ое", "")),
    ("ем", ("ий", "ее")),
    ("ой", ("ая",)),
)


def city_in_prepositional(words: str) -> str | None:
    """The nominative of `Москве`, `Казани`, `Нижнем Новгороде`, ... where it is a known city."""
    if is_city(words):
        return words
    stems = [_nominatives(word) for word in words.split()]
    candidates = [""]
    for options in stems:
        candidates = [f"{left} {option}".strip() for left in candidates for option in options]
    return next((candidate for candidate in candidates if is_plain_city(candidate)), None)


def _nominatives(word: str) -> list[str]:
    options = [word]
    for ending, replacements in _CASE_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            options += [word[: -len(ending)] + replacement for replacement in replacements]
    return options
