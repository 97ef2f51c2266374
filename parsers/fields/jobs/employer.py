"""The employer's name in a part of a head line."""

import re
from typing import Final

from parsers.fields.gazetteer import is_city, is_country, is_state
from parsers.fields.jobs.parts import is_noise, is_place
from parsers.fields.jobs.separators import COMMA_SPLIT, DASH_SPLIT, SLASH_SPLIT
from parsers.fields.jobs.text import tidy_name, without_description
from parsers.fields.words import company_strength, role_strength

_LONGEST_TOWN: Final = 2
_PLACE_BEHIND: Final = re.compile(
    r"^(?P<name>(?:.*\b(?:Ltd|Inc|Corp|LLC|GmbH)\b\.?(?=\s+[A-Z][\w. -]*,\s*[A-Z][\w.]+$)|"
    r".*?\b(?:University|Hospital|Institute)(?=\s+[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z]{2}$)))\s.*$"
)
"""`Acme Co., Ltd. Seoul, S.Korea`: a place that a gap parted from the name."""
_TOWN_BEHIND_DASH: Final = re.compile(
    r"\s[–—-]\s(?P<town>[A-Z][\w'’]+(?: [A-Z][\w'’]+)?),\s*(?P<land>[^,–—]{2,30})$"
)
_PLACE_IN_BRACKETS: Final = re.compile(r"\s*\((?P<place>[^()]+)\)$")


def company_of(name: str) -> str | None:
    """The employer's name without its place and what it does."""
    return tidy_name(without_description(_first_of_place(name)))


def _first_of_place(name: str) -> str:
    """`Acme, Berlin` is Acme; `Acme - Berlin, Germany -` too."""
    name = _without_bracket(_PLACE_BEHIND.sub(r"\g<name>", name))
    behind = _TOWN_BEHIND_DASH.search(name)
    if behind is not None and (is_state(behind["land"]) or is_country(behind["land"])):
        name = name[: behind.start()]  # `Acme – Highfields, QLD`: nobody knows all towns.
    for separator in (SLASH_SPLIT, DASH_SPLIT, COMMA_SPLIT):
        parts = [part.strip(" ,-–—") for part in separator.split(name) if part.strip(" ,-–—")]
        while len(parts) > 1 and _says_where(parts):
            parts.pop()
        if separator is COMMA_SPLIT and len(parts) == 2 and _is_town(parts[-1]):
            parts.pop()
        if parts and len(parts) < len(separator.split(name)):
            name = name[: name.index(parts[-1]) + len(parts[-1])]
    return _without_bracket(name)


def _without_bracket(name: str) -> str:
    """`Рассвет (Михайловск)` without the town."""
    bracket = _PLACE_IN_BRACKETS.search(name)
    if bracket is None or not (is_place(bracket["place"]) or is_city(bracket["place"])):
        return name
    return name[: bracket.start()]


def _says_where(parts: list[str]) -> bool:
    """Is the last part a place, or how one works there (`Remote`)?"""
    return is_place(parts[-1]) or is_place(", ".join(parts[-2:])) or is_noise(parts[-1])


def _is_town(text: str) -> bool:
    """One or two words as towns are written, that no company bears."""
    words = text.split()
    return len(words) <= _LONGEST_TOWN and bool(
        all(word[0].isupper() and word.isalpha() and len(word) > 2 for word in words)
        and not company_strength(text)
        and not role_strength(text)
    )
