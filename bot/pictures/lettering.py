"""Words and figures made fit for a picture."""

import unicodedata
from collections.abc import Container

from bot.replies.cutting import one_line

MISSING = "□"
"""Stands for letters that the font has no shape for."""
_READ_CHARACTERS = 2000
"""No more of a foreign text is looked at: it may be a megabyte long."""
_SIGNS = frozenset({"So", "Sk", "Mn", "Me", "Cn"})
_MINUS = "−"
_THIN_SPACE = "\u2009"


def clean(text: str, limit: int, shapes: Container[int]) -> str:
    """One line of at most `limit` UTF-16 units, in letters that are among `shapes` (code points).

    Emoji and other signs without a shape are left out; letters without one become MISSING.
    """
    letters: list[str] = []
    for letter in one_line(text[:_READ_CHARACTERS], limit):
        if ord(letter) in shapes:
            letters.append(letter)
        elif unicodedata.category(letter) not in _SIGNS and letters[-1:] != [MISSING]:
            letters.append(MISSING)
    return " ".join("".join(letters).split())


def number(value: float, decimal_mark: str = ".", digits: int = 1) -> str:
    """`1 234`, `12.5`, `3`: thousands apart, no zeros after the mark, a real minus."""
    text = f"{abs(value):,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = _MINUS if value < 0 and text.strip("0.,") else ""
    return sign + text.replace(",", _THIN_SPACE).replace(".", decimal_mark)


def signed(value: float, decimal_mark: str = ".", digits: int = 1) -> str:
    """`+3.1`, `−0.4`, `0`."""
    text = number(value, decimal_mark, digits)
    return text if text == "0" or text.startswith(_MINUS) else f"+{text}"


def percent(value: float, decimal_mark: str = ".", digits: int = 1) -> str:
    """`12.5%`, and `12,5 %` where the decimal mark is a comma."""
    return number(value, decimal_mark, digits) + percent_sign(decimal_mark)


def percent_sign(decimal_mark: str) -> str:
    """English sets it close; the languages with a decimal comma keep a space."""
    return "%" if decimal_mark == "." else " %"
