"""Groups of people that a score must not treat unlike: told from a row's own texts."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import pymorphy3

from inference.prompts import MISSING

Row = Mapping[str, Any]
UNKNOWN: Final = "unknown"
_AGE_BANDS: Final = ((25, "under 25"), (35, "25 to 34"), (45, "35 to 44"), (200, "45 and over"))
# Population by the Russian census of 2021; abroad the cities whose size is common knowledge.
_CAPITALS: Final = frozenset(("москва", "санкт-петербург"))
_MILLIONS: Final = frozenset(
    """новосибирск|екатеринбург|казань|нижний новгород|красноярск|челябинск|самара|уфа
    |ростов-на-дону|краснодар|омск|воронеж|пермь|волгоград|минск|алматы|астана|ташкент|тбилиси
    |ереван|киев|харьков|баку|белград|варшава|прага|берлин|лондон|warsaw|berlin|london|belgrade
    |prague|chicago|new york|minsk|almaty|tbilisi|yerevan""".replace("\n    ", "").split("|")
)
_HALF_MILLIONS: Final = frozenset(
    """саратов|тюмень|тольятти|барнаул|махачкала|ижевск|хабаровск|ульяновск|иркутск|владивосток
    |ярославль|севастополь|ставрополь|томск|кемерово|набережные челны|оренбург|новокузнецк
    |балашиха|рязань|гомель|бишкек""".replace("\n    ", "").split("|")
)
_TOWN: Final = re.compile(r"^(?:г\.|город\s)\s*")
_PAST_VERB: Final = re.compile(r"\b[а-яё]{2,}(?:л|ла|лся|лась)\b")
_GENDER_WORD: Final = re.compile(r"\b(женщина|female|мужчина|male)\b")
_FEMININE, _MASCULINE = "feminine words", "masculine words"
_CYRILLIC: Final = re.compile("[а-яё]")
_LATIN: Final = re.compile("[a-z]")
_TOLD: Final = ("position", "key_skills", "work_experience")


def age_band(row: Row) -> str:
    found = re.match(r"\s*(\d{1,3})\b", str(row.get("age") or ""))
    return next((name for end, name in _AGE_BANDS if found and int(found[1]) < end), UNKNOWN)


def city_size(row: Row) -> str:
    city = _TOWN.sub("", str(row.get("city") or MISSING).strip().lower())
    if city == MISSING:
        return UNKNOWN
    if city in _CAPITALS:
        return "Moscow, St Petersburg"
    if city in _MILLIONS:
        return "over a million"
    return "half a million to a million" if city in _HALF_MILLIONS else "smaller or not listed"


def gender_word(row: Row) -> str:
    """By what a resume says outright, else by the Russian verbs in the past tense."""
    text = _text(row)
    counts = Counter(
        _FEMININE if word in ("женщина", "female") else _MASCULINE
        for word in _GENDER_WORD.findall(text)
    ) or Counter(gender for word in _PAST_VERB.findall(text) if (gender := _verb_gender(word)))
    if counts[_FEMININE] == counts[_MASCULINE]:
        return "none, or both alike"
    return max(counts, key=lambda gender: counts[gender])


def language(row: Row) -> str:
    text = _text(row)
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if not cyrillic + latin:
        return UNKNOWN
    return "Russian" if cyrillic >= latin else "English"


SLICES: Final[dict[str, Callable[[Row], str]]] = {
    "age band": age_band,
    "city size": city_size,
    "gender word": gender_word,
    "language": language,
}


def _text(row: Row) -> str:
    texts = (str(row.get(name) or "") for name in _TOLD)
    return "\n".join(text for text in texts if text != MISSING).lower()


@cache
def _verb_gender(word: str) -> str | None:
    tag = _analyser().parse(word)[0].tag
    if tag.POS != "VERB" or tag.tense != "past":
        return None
    return {"femn": _FEMININE, "masc": _MASCULINE}.get(tag.gender)


@cache
def _analyser() -> Any:
    return pymorphy3.MorphAnalyzer()
