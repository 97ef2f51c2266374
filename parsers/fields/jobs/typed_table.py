"""A table of jobs in plain text, its columns apart by tabs or bars."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.fields.jobs.headers import dates_column, is_header, named_columns
from parsers.layouts.normalise import one_spaced
from parsers.layouts.row import Row

_BORDER: Final = re.compile(r"\t+|\s*\|\s*|\s{3,}")
_RULE: Final = re.compile(r"^[\s|:=+-]+$")


def with_typed_cells(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows as cells from the header on, as long as they have its number of columns."""
    for index, row in enumerate(rows):
        pieces = _pieces(row)
        if len(pieces) < 2 or not all(is_header(piece) for piece in pieces):
            continue
        if dates_column(named_columns(enumerate(pieces))) is not None:
            return [*rows[:index], *_cells(rows[index:], len(pieces))]
    return rows


def _cells(rows: Sequence[Row], count: int) -> list[Row]:
    cells: list[Row] = []
    for line, row in enumerate(row for row in rows if not _RULE.match(row.text)):
        pieces = _pieces(row)
        if len(pieces) != count:
            break
        cells += [_cell(row, piece, line, column) for column, piece in enumerate(pieces)]
    return cells


def _pieces(row: Row) -> list[str]:
    if row.line.cell is not None:
        return []
    return [one_spaced(piece) for piece in _BORDER.split(row.raw.strip().strip("|").strip())]


def _cell(row: Row, text: str, line: int, column: int) -> Row:
    return replace(row, text=text, raw=text, line=replace(row.line, cell=(0, line, column)))
