"""Texts for the cells of a CSV file, which a spreadsheet program would take for a formula."""

import unicodedata
from typing import Final

_STARTS_OF_FORMULAS: Final = frozenset("=+-@＝＋－＠|%")
_STARTS_OF_LINES: Final = ("\t", "\r", "\n", "\0")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def defused(text: str) -> str:
    """The text as one that no program runs (CWE-1236): a formula gets an apostrophe before it.

    What is invisible before a sign does not hide it.
    """
    seen = next((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), "")
    is_formula = seen in _STARTS_OF_FORMULAS or text.startswith(_STARTS_OF_LINES)
    return f"'{text}" if is_formula else text
