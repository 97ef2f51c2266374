"""Ages written in words: `тридцать три`, `forty-one`."""

import re
from typing import Final

_TENS: Final = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60,
    "семьдесят": 70, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_UNITS: Final = {
    "один": 1, "одна": 1, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6,
    "семь": 7, "восемь": 8, "девять": 9, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS: Final = {
    "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_NUMBER: Final = re.compile(
    rf"(?<!\w)(?:(?P<tens>{'|'.join(_TENS)})(?:[\s-](?P<units>{'|'.join(_UNITS)}))?"
    rf"|(?P<teen>{'|'.join(_TEENS)}))(?!\w)",
    re.IGNORECASE,
)


def with_digits(text: str) -> str:
    """Numbers of 14 to 69 in words become figures."""
    return _NUMBER.sub(_figure, text)


def _figure(match: re.Match[str]) -> str:
    if match["teen"]:
        return str(_TEENS[match["teen"].lower()])
    units = _UNITS[match["units"].lower()] if match["units"] else 0
    return str(_TENS[match["tens"].lower()] + units)
