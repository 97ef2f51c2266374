"""Sheets as an XLSX file (ECMA-376)."""

import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from bot.spreadsheets.table import Cell, Sheet

_LONGEST_CELL_CHARACTERS: Final = 32_767
_LONGEST_TITLE_CHARACTERS: Final = 31
_HEADING: Final = {
    "bold": True,
    "text_wrap": True,
    "valign": "top",
    "bg_color": "#E8EEF7",
    "border": 1,
}
_OPTIONS: Final = {"in_memory": True}
"""Nothing of a person's is put into temporary files."""


def xlsx_of(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with frozen headings and filters. Texts stay texts, whatever they begin with."""
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, _OPTIONS)
    heading = workbook.add_format(_HEADING)
    top = workbook.add_format({"valign": "top"})
    for sheet in sheets:
        _write_sheet(
            workbook.add_worksheet(sheet.title[:_LONGEST_TITLE_CHARACTERS]), sheet, heading, top
        )
    workbook.close()
    return buffer.getvalue()


def _write_sheet(worksheet: Any, sheet: Sheet, heading: Any, top: Any) -> None:
    for at, column in enumerate(sheet.columns):
        worksheet.set_column(at, at, column.width, top)
        worksheet.write_string(0, at, column.heading, heading)
    for number, row in enumerate(sheet.rows, start=1):
        worksheet.set_row(number, 15)
        for at, cell in enumerate(row):
            _write_cell(worksheet, number, at, cell)
    worksheet.freeze_panes(1, sheet.frozen_columns)
    worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _write_cell(worksheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        # Never `write`, which takes "=..." for a formula and "http..." for a link.
        worksheet.write_string(row, column, _storable(cell))
    elif cell is not None:
        worksheet.write_number(row, column, cell)


def _storable(text: str) -> str:
    """Without lone surrogates, which no UTF-8 holds, and no longer than a cell may be."""
    return text.encode("utf-8", "replace").decode("utf-8")[:_LONGEST_CELL_CHARACTERS]
