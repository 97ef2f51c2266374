"""A sheet as CSV, in the dialect that a spreadsheet program of the person's country opens.

Where a comma parts the figures of a number, programs expect semicolons between cells, and take
`72.4` for a date.
"""

import csv
import io
from typing import Final

from bot.i18n import Language
from bot.spreadsheets.table import Cell, Sheet
from domain.csv_cells import defused

_BYTE_ORDER_MARK: Final = "\ufeff"


def csv_of(sheet: Sheet, language: Language) -> bytes:
    """UTF-8 with a byte order mark; no text is a formula."""
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
