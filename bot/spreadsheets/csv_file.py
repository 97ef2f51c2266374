"""A sheet as CSV, in the dialect that a spreadsheet program of the person's country opens.

Where a comma parts the figures of a number, programs expect semicolons between cells, and take
`72.4` for a date.
"""

import csv
import io
import unicodedata
from typing import Final

from bot.i18n import Language
from bot.spreadsheets.table import Cell, Sheet

_BYTE_ORDER_MARK: Final = "\ufeff"
_STARTS_OF_FORMULAS: Final = frozenset("=+-@＝＋－＠|%")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def csv_of(sheet: Sheet, language: Language) -> bytes:
    """UTF-8 with a byte order mark. A text that a program would take for a formula gets an
    apostrophe before it (CWE-1236)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";" if language == "ru" else ",")
    writer.writerow([column.heading for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_cell(cell, language) for cell in row])
    return (_BYTE_ORDER_MARK + buffer.getvalue()).encode("utf-8", "replace")


def _cell(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return defused(cell)
    return str(cell).replace(".", ",") if language == "ru" else str(cell)


def defused(text: str) -> str:
    """The text as one that no program runs; what is invisible before a sign does not hide it."""
    seen = next((letter for letter in text if unicodedata.category(letter) not in _INVISIBLE), "")
    is_formula = seen in _STARTS_OF_FORMULAS and seen != ""
    return f"'{text}" if is_formula or text[:1] in ("\t", "\r", "\n", "\0") else text
