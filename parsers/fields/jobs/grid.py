"""A drawn table of jobs: cells found from the places of words, as a PDF has no cells.

The header names the columns, the left edges of the texts below tell where they stand. A new line
of the table begins where the column of dates speaks again after its dates were complete.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.fields.dates import find_points, find_ranges
from parsers.fields.jobs.headers import dates_column, is_header, named_columns
from parsers.layouts.row import Row, row_of
from parsers.text.document import Word

_MAX_HEADER_ROWS: Final = 10
_SAME_EDGE: Final = 3.0
_SAME_TOP: Final = 4.0
_MAX_SHIFT: Final = 14.0
"""How far from a column's edge the space may be guessed where a text crosses it, in points."""
_MIN_COLUMNS: Final = 3
_SHORT_TAIL: Final = 3
_MAX_ROWS: Final = 500
_CELLWISE_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Piece:
    row: Row
    word: Word

    @property
    def top(self) -> float:
        return (self.row.line.page - 1) * 10_000 + (self.row.line.top or 0.0)


def with_cells(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows as cells of a table where a header of three or more columns leads them."""
    if len(rows) > _MAX_ROWS or any(
        row.line.cell or row.line.x0 is None or row.line.top is None for row in rows
    ):
        return rows
    first = next((index for index, row in enumerate(rows) if is_header(row.text)), len(rows))
    count = _header_rows(rows[first:])
    body = [piece for row in rows[first + count :] for piece in _pieces(row)]
    edges = _left_edges(body)
    if len(edges) < _MIN_COLUMNS:
        return rows
    header = [part for row in rows[first : first + count] for part in _cut(row, edges)]
    texts = [(_column(part, edges), part.word.text) for part in header]
    anchor = dates_column(named_columns(_by_column(texts)))
    if anchor is None or len({column for column, _ in texts}) < _MIN_COLUMNS:
        return rows
    parts = [part for row in rows[first + count :] for part in _cut(row, edges)]
    cells = [_cell(part, 0, _column(part, edges)) for part in header]
    return [*rows[:first], *cells, *_body_cells(parts, edges, anchor)]


def _header_rows(rows: Sequence[Row]) -> int:
    count = 0
    while count < min(len(rows), _MAX_HEADER_ROWS) and is_header(rows[count].text):
        count += 1
    return count


def _by_column(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    joined: dict[int, str] = {}
    for column, text in texts:
        joined[column] = f"{joined.get(column, '')} {text}".strip()
    return list(joined.items())


def _pieces(row: Row) -> list[_Piece]:
    line = row.line
    words = line.words or (Word(row.text, line.x0 or 0.0, line.x1 or line.x0 or 0.0),)
    return [_Piece(row, word) for word in words]


def _left_edges(pieces: Sequence[_Piece]) -> list[float]:
    starts = Counter(round(piece.word.x0) for piece in pieces)
    edges: list[float] = []
    for start in sorted(starts):
        near = sum(starts[other] for other in range(start - 1, start + 2))
        if near > 1 and (not edges or start - edges[-1] > _SAME_EDGE):
            edges.append(float(start))
    return edges


def _cut(row: Row, edges: Sequence[float]) -> list[_Piece]:
    """The row's pieces; one that runs over a column's edge is cut at the nearest space."""
    return [_Piece(row, part) for piece in _pieces(row) for part in _cut_word(piece.word, edges)]


def _cut_word(word: Word, edges: Sequence[float]) -> list[Word]:
    crossed = [edge for edge in edges if word.x0 + _SAME_EDGE < edge < word.x1 - _SAME_EDGE]
    width = (word.x1 - word.x0) / max(1, len(word.text))
    for edge in crossed:
        spaces = [index for index, letter in enumerate(word.text) if letter == " "]
        nearest = min(
            spaces, key=lambda index: abs(word.x0 + width * (index + 1) - edge), default=None
        )
        if nearest is None or abs(word.x0 + width * (nearest + 1) - edge) > _MAX_SHIFT:
            continue
        left = Word(word.text[:nearest], word.x0, edge - 1.0)
        right = Word(word.text[nearest + 1 :], edge, word.x1)
        return [left, *_cut_word(right, edges)]
    return [word]


def _column(piece: _Piece, edges: Sequence[float]) -> int:
    return max(0, bisect_right(edges, piece.word.x0 + _SAME_EDGE) - 1)


def _body_cells(parts: Sequence[_Piece], edges: Sequence[float], anchor: int) -> list[Row]:
    """Drawn cell by cell, or line by line: then the dates' tops tell where a line begins."""
    columns = [_column(part, edges) for part in parts]
    lines = _lines_of_cells(parts, columns, anchor)
    if lines is None:
        dates = [part for part, column in zip(parts, columns, strict=True) if column == anchor]
        tops = _line_tops(dates)
        lines = [bisect_right(tops, part.top + _SAME_TOP) for part in parts]
    cells = [_cell(*placed) for placed in zip(parts, lines, columns, strict=True)]
    return sorted(cells, key=lambda row: (row.line.cell or (0, 0, 0))[1])


def _lines_of_cells(
    parts: Sequence[_Piece], columns: Sequence[int], anchor: int
) -> list[int] | None:
    """Each part's line where the stream goes through every line's cells in turn, else None."""
    lines: list[int] = []
    dates: dict[int, str] = {}
    number = 1
    for index, (part, column) in enumerate(zip(parts, columns, strict=True)):
        if index and column < columns[index - 1]:
            number += 1
        lines.append(number)
        if column == anchor:
            dates[number] = f"{dates.get(number, '')} {part.word.text}".strip()
    dated = sum(bool(find_ranges(text)) or bool(find_points(text)) for text in dates.values())
    return lines if dated >= _CELLWISE_SHARE * number else None


def _line_tops(dates: Sequence[_Piece]) -> list[float]:
    """Where the table's lines begin: at dates that follow complete ones."""
    tops: list[float] = []
    text = ""
    has_ranges = any(find_ranges(part.word.text) for part in dates) or not all(
        find_points(part.word.text) for part in dates
    )
    for part in sorted(dates, key=lambda part: part.top):
        is_complete = bool(find_ranges(text)) if has_ranges else bool(find_points(text))
        if not tops or (is_complete and len(part.word.text) > _SHORT_TAIL):
            tops.append(part.top)
            text = ""
        text = f"{text} {part.word.text}".strip()
    return tops


def _cell(piece: _Piece, line: int, column: int) -> Row:
    word = piece.word
    placed = replace(piece.row.line, cell=(0, line, column), x0=word.x0, x1=word.x1, words=(word,))
    return row_of(placed, raw=word.text)
