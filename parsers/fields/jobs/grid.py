"""A drawn table of jobs: cells found from the places of words, as a PDF has no cells.

The header names the columns, the left edges of the texts below tell where they stand. A new line
of the table begins where the first column speaks again after its dates were complete.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.layouts.row import Row, row_of
from parsers.text.document import Word

_HEADER_WORD: Final = re.compile(
    r"(?:период|дат[аы]|срок|годы|организация|компания|предприятие|наименование|место|работы|"
    r"работодатель|должность|обязанности|функции|основные|должностные|и|достижения|стаж|"
    r"period|dates?|years?|company|employer|organi[sz]ation|position|title|role|duties|"
    r"responsibilities|and|job|name|of|[№/,.()])+",
    re.IGNORECASE,
)
_MAX_HEADER_ROWS: Final = 6
_SAME_EDGE: Final = 3.0
_SHORT_TAIL: Final = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    row: Row
    word: Word


def with_cells(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows as cells of a table where a header of three or more columns leads them."""
    if any(row.line.cell or not row.line.words for row in rows[:_MAX_HEADER_ROWS]):
        return rows
    count = _header_rows(rows)
    header = _header_columns([piece for row in rows[:count] for piece in _pieces(row)])
    body = [piece for row in rows[count:] for piece in _pieces(row)]
    edges = _left_edges(body)
    if len(header) < 3 or len(edges) != len(header):
        return rows
    cells = [_cell(piece, 0, column) for column, pieces in enumerate(header) for piece in pieces]
    return [*cells, *_body_cells(body, edges)]


def _header_rows(rows: Sequence[Row]) -> int:
    count = 0
    for row in rows[:_MAX_HEADER_ROWS]:
        if not all(_HEADER_WORD.fullmatch(word) for word in row.text.split()):
            break
        count += 1
    return count


def _pieces(row: Row) -> list[_Piece]:
    return [_Piece(row, word) for word in row.line.words]


def _header_columns(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """Pieces above each other share a column."""
    columns: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.word.x0):
        if columns and piece.word.x0 < max(other.word.x1 for other in columns[-1]):
            columns[-1].append(piece)
        else:
            columns.append([piece])
    return columns


def _left_edges(pieces: Sequence[_Piece]) -> list[float]:
    starts = Counter(round(piece.word.x0) for piece in pieces)
    edges: list[float] = []
    for start in sorted(starts):
        if starts[start] > 1 and (not edges or start - edges[-1] > _SAME_EDGE):
            edges.append(float(start))
    return edges


def _body_cells(pieces: Sequence[_Piece], edges: Sequence[float]) -> list[Row]:
    cells: list[Row] = []
    line, dates, left_dates = 1, "", False
    for piece in pieces:
        column = max(
            (number for number, edge in enumerate(edges) if piece.word.x0 >= edge - _SAME_EDGE),
            default=0,
        )
        text = piece.word.text
        if column == 0 and find_ranges(dates) and (left_dates or len(text) > _SHORT_TAIL):
            line, dates, left_dates = line + 1, "", False
        if column == 0:
            dates = f"{dates} {text}".strip()
        elif find_ranges(dates):
            left_dates = True
        cells.append(_cell(piece, line, column))
    return cells


def _cell(piece: _Piece, line: int, column: int) -> Row:
    word = piece.word
    placed = replace(piece.row.line, cell=(0, line, column), x0=word.x0, x1=word.x1, words=(word,))
    return row_of(placed, raw=word.text)
