"""What people say of where they live in sentences: `живу в Перми`, `маркетолог из Калуги`."""

import re
from collections.abc import Iterator
from typing import Final

from parsers.fields.gazetteer import city_in_a_case, is_plain_city, spelled_out

_PLACE: Final = r"(?:г\.\s?|городе?\s+|гор\.\s?)?(?P<city>[A-ZА-ЯЁ][\w'-].{0,60})"
_LIVES: Final = re.compile(
    r"(?<!\w)(?i:жив(?:у|ём|ет|ёт|ущ(?:ий|ая))|прожива(?:ю|ет|ющий|ющая)|нахожусь|базируюсь|"
    r"based|living|lives?|reside|located|situated)(?!\w)[^.!?;()]{0,30}?\s(?:в|во|in)\s+" + _PLACE,
)
_CAME_FROM: Final = re.compile(
    r"родом|родил|переех|приех|верну|выпускни|уроженец|команд|клиент|компани|команды|ушел|ушёл"
)
_FROM: Final = re.compile(
    r"(?<!\w)(?:из|from)\s+(?:города\s+|г\.\s?)?(?P<city>[A-ZА-ЯЁ][\w'-]+.{0,40})"
)
_SENTENCE_ENDS: Final = re.compile(r"(?<=[а-яёa-z])[.!?]\s")


def city_lived_in(text: str) -> str | None:
    """The city of a sentence about living somewhere; the place of birth before it is passed."""
    for match in _LIVES.finditer(text):
        city = city_in_a_case(match["city"])
        if city is not None:
            return spelled_out(city)
    return None


def city_come_from(text: str) -> str | None:
    """`дизайнер из Самары`: only in a sentence that tells of no move and no studies."""
    for sentence in _sentences(text):
        match = _FROM.search(sentence)
        if match is None or _CAME_FROM.search(sentence[: match.start()].lower()):
            continue
        city = city_in_a_case(match["city"])
        if city is not None and is_plain_city(city):
            return spelled_out(city)
    return None


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_ENDS.finditer(text):
        yield text[start : end.start() + 1]
        start = end.end()
    yield text[start:]
