"""Titles as sentences have them (`работал слесарем-ремонтником`) in the case of headings.

Only the trade and the adjectives before it change; what follows (`... отдела закупок`) stays.
The endings are those of Russian masculine and feminine nouns and adjectives.
"""

import re
from collections.abc import Sequence
from typing import Final

_Endings = Sequence[tuple[str, str]]

_INSTRUMENTAL_ADJECTIVES: Final[_Endings] = (
    ("ским", "ский"), ("шим", "ший"), ("щим", "щий"), ("ким", "кий"), ("ним", "ний"),
    ("ым", "ый"), ("шей", "шая"), ("щей", "щая"), ("ской", "ская"), ("ной", "ная"),
    ("вой", "вая"), ("овой", "овая"),
)  # fmt: skip
_INSTRUMENTAL_NOUNS: Final[_Endings] = (
    ("цом", "ец"), ("цем", "ец"), ("лем", "ль"), ("рем", "рь"), ("нем", "нь"),
    ("жем", "ж"), ("шем", "ш"), ("чем", "ч"), ("щем", "щ"), ("ом", ""), ("ём", "ь"),
    ("цей", "ца"), ("ней", "ня"), ("ьей", "ья"), ("рой", "ра"), ("кой", "ка"), ("хой", "ха"),
)  # fmt: skip
_GENITIVE_ADJECTIVES: Final[_Endings] = (
    ("ского", "ский"), ("шего", "ший"), ("щего", "щий"), ("ного", "ный"), ("вого", "вый"),
    ("шей", "шая"), ("щей", "щая"), ("ской", "ская"), ("ной", "ная"), ("вой", "вая"),
)  # fmt: skip
_GENITIVE_NOUNS: Final[_Endings] = (
    ("вца", "вец"), ("теля", "тель"), ("аря", "арь"), ("ря", "рь"), ("ля", "ль"),
    ("стры", "стра"), ("ицы", "ица"), ("ки", "ка"), ("ни", "ня"),
    ("ика", "ик"), ("ера", "ер"), ("ёра", "ёр"), ("ора", "ор"), ("ара", "ар"), ("ира", "ир"),
    ("иста", "ист"), ("олога", "олог"), ("ента", "ент"), ("анта", "ант"), ("ота", "от"),
    ("ача", "ач"), ("ожа", "ож"), ("аба", "аб"), ("оса", "ос"), ("ана", "ан"), ("ида", "ид"),
    ("юта", "ют"), ("ода", "од"), ("юра", "юр"),
)  # fmt: skip
_CYRILLIC: Final = re.compile(r"[а-яё]+", re.IGNORECASE)
_SHORTEST: Final = 2


def from_instrumental(title: str) -> str | None:
    """`главным бухгалтером завода` -> `главный бухгалтер завода`; None without that case."""
    return _in_nominative(title, _INSTRUMENTAL_ADJECTIVES, _INSTRUMENTAL_NOUNS)


def from_genitive(title: str) -> str | None:
    """`старшего инженера склада` -> `старший инженер склада`; None without that case."""
    return _in_nominative(title, _GENITIVE_ADJECTIVES, _GENITIVE_NOUNS)


def _in_nominative(title: str, adjectives: _Endings, nouns: _Endings) -> str | None:
    """Words up to the first noun are put into the nominative."""
    words = title.split()
    for index, word in enumerate(words):
        if not _CYRILLIC.search(word):
            continue
        noun = _each_part(word, nouns)
        if noun is not None and not _each_part(word, adjectives):
            return " ".join([*words[:index], noun, *words[index + 1 :]])
        adjective = _each_part(word, adjectives)
        if adjective is None:
            return None
        words[index] = adjective
        if index + 1 == len(words) or not _goes_on(words[index + 1], adjectives, nouns):
            return " ".join(words)
    return None


def _goes_on(word: str, adjectives: _Endings, nouns: _Endings) -> bool:
    return _each_part(word, nouns) is not None or _each_part(word, adjectives) is not None


def _each_part(word: str, endings: _Endings) -> str | None:
    """`слесарем-ремонтником`: the last part decides, the others change where they can."""
    parts = word.split("-")
    changed = [_replaced(part, endings) for part in parts]
    if changed[-1] is None:
        return None
    return "-".join(new or old for new, old in zip(changed, parts, strict=True))


def _replaced(word: str, endings: _Endings) -> str | None:
    for ending, replacement in endings:
        if word.lower().endswith(ending) and len(word) >= len(ending) + _SHORTEST:
            return word[: -len(ending)] + replacement
    return None
