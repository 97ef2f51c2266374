"""The own rules that pymorphy3 replaced, kept to be measured beside it."""

import re
from typing import Final

from parsers.fields.gazetteer import is_city, is_plain_city

_FIELD_OF_WORK: Final = re.compile(r"\s(?:по|в|на|с|отдела|службы)\s", re.IGNORECASE)
_CASES: Final = (
    ("цом", "ец"), ("цем", "ец"), ("телем", "тель"), ("арем", "арь"),
    ("ной", "ная"), ("шей", "шая"), ("цей", "ца"), ("рой", "ра"),
    ("ном", "н"), ("ром", "р"), ("ком", "к"), ("том", "т"), ("гом", "г"), ("лом", "л"),
    ("чом", "ч"),
    ("ным", "ный"), ("шим", "ший"), ("щим", "щий"), ("ским", "ский"),
    ("ного", "ный"), ("шего", "ший"), ("щего", "щий"), ("ского", "ский"),
    ("теля", "тель"), ("аря", "арь"), ("вца", "вец"), ("ика", "ик"), ("ера", "ер"), ("ора", "ор"),
    ("ара", "ар"), ("иста", "ист"), ("олога", "олог"), ("ота", "от"),
    ("ача", "ач"), ("ёра", "ёр"), ("ожа", "ож"), ("ента", "ент"),
)  # fmt: skip
_SENTENCE: Final = re.compile(
    r"(?:живу|проживаю|нахожусь|живёт|проживает|based|living|reside|located)\s+(?:сейчас\s+|"
    r"постоянно\s+)?(?:в|in)\s+"
    r"(?:г\.\s?|городе\s+)?(?P<city>[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w-]+)?)",
    re.IGNORECASE,
)
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


def nominative_role(role: str) -> str:
    """`водителем-экспедитором`, `охранника` as a title is written; other words as they are."""
    field = _FIELD_OF_WORK.search(role)
    end = field.start() if field else len(role)
    trade = re.sub(r"[а-яё]{4,}", lambda word: _trade(word[0]), role[:end], flags=re.I)
    return trade + role[end:]


def _trade(word: str) -> str:
    for ending, replacement in _CASES:
        if word.lower().endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + replacement
    return word


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


def city_in_sentence(text: str) -> str | None:
    match = _SENTENCE.search(text)
    if match is None:
        return None
    return city_in_prepositional(match["city"]) or city_in_prepositional(match["city"].split()[0])
