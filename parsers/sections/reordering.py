"""Rows that a design tool drew out of their reading order, put back.

Two habits are mended: a page of two columns whose pieces come in any order, and dates that float
at the right edge of their head line but are drawn before or after everything else.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from parsers.fields.dates import find_end, find_half_range, find_ranges
from parsers.layouts.row import Row

_SAME_LINE: Final = 4.0
_MIN_GUTTER: Final = 100.0
_MIN_COLUMN_ROWS: Final = 4
_MAX_ROWS: Final = 500
"""No page that a person wrote has more; each row is compared with the others."""
_SLACK: Final = 2.0
_NEAR: Final = 3
_MAX_DATED: Final = 1
"""A date of a sidebar may stand on a line with the other column by chance."""


def restore_order(rows: Sequence[Row]) -> list[Row]:
    """All rows, page by page; pages whose rows come in order are left alone."""
    ordered: list[Row] = []
    for _, page in groupby(rows, key=lambda row: row.line.page):
        drawn = list(page)
        ordered += _with_floated_dates(_in_columns(drawn)) if len(drawn) <= _MAX_ROWS else drawn
    return ordered


def _top(row: Row) -> float:
    return row.line.top or 0.0


def _left(row: Row) -> float:
    return row.line.x0 or 0.0


def _has_places(rows: Sequence[Row]) -> bool:
    return not any(
        row.line.x0 is None or row.line.x1 is None or row.line.top is None or row.line.cell
        for row in rows
    )


def _in_columns(rows: list[Row]) -> list[Row]:
    """Left column, then right column, where the stream returns to a column that it had left."""
    if not _has_places(rows):
        return rows
    edge = _right_edge(rows)
    if edge is None:
        return rows
    left = [row for row in rows if _left(row) < edge]
    right = [row for row in rows if _left(row) >= edge]
    if min(len(left), len(right)) < _MIN_COLUMN_ROWS:
        return rows
    across = [row for row in left if (row.line.x1 or 0.0) > edge]
    if any(_top(row) > min(map(_top, right)) for row in across) or _is_table(left, right):
        return rows
    sides = [_left(row) >= edge for row in rows]
    changes = sum(above != below for above, below in pairwise(sides))
    falls = _jumps_back(left) or _jumps_back(right)
    is_late = sides[0] and max(rows, key=lambda row: row.size or 0.0) in left
    if changes < 2 and not falls and not is_late:
        return rows
    return [*sorted(left, key=_top), *sorted(right, key=_top)]


def _right_edge(rows: Sequence[Row]) -> float | None:
    """Where the right column starts: the x of many rows that no row of the left one crosses."""
    starts = Counter(round(_left(row)) for row in rows)
    first = min(starts)
    for start, count in starts.most_common(3):
        if start - first > _MIN_GUTTER and count >= _MIN_COLUMN_ROWS:
            return start - _SLACK
    return None


def _jumps_back(rows: Sequence[Row]) -> bool:
    return any(_top(below) < _top(above) - _SAME_LINE for above, below in pairwise(rows))


def _is_table(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Labels or dates beside their texts share lines; a sidebar has lines of its own."""
    tops = [_top(row) for row in right]
    beside = [row for row in left if any(abs(_top(row) - top) < _SLACK for top in tops)]
    dated = sum(_is_date(row) for row in beside)
    return len(beside) > 0.5 * min(len(left), len(right)) or dated > _MAX_DATED


def _is_date(row: Row) -> bool:
    """A range, or a half of one, and nothing else."""
    ranges = find_ranges(row.text)
    if ranges:
        start, end = ranges[0].span
        return start <= 1 and end >= len(row.text) - 2
    half = find_half_range(row.text)
    if half is not None:
        return half.span[1] >= len(row.text) - 1
    end_point = find_end(row.text)
    return end_point is not None and end_point[2] >= len(row.text) - 1


def _with_floated_dates(rows: list[Row]) -> list[Row]:
    """Dates of the right edge go behind the row that they stand beside."""
    if not _has_places(rows):
        return rows
    moves: dict[int, list[Row]] = {}
    floating: set[int] = set()
    for index, row in enumerate(rows):
        if not _is_date(row) or _starts_a_column(rows, row):
            continue
        host = _host_of(rows, index)
        if host is not None and not 0 < index - host <= _NEAR:
            moves.setdefault(host, []).append(row)
            floating.add(index)
    if not moves:
        return rows
    ordered: list[Row] = []
    for index, row in enumerate(rows):
        if index not in floating:
            ordered.append(row)
            ordered += moves.get(index, [])
    return ordered


def _starts_a_column(rows: Sequence[Row], date: Row) -> bool:
    """Dates among the rows of a column are in their place already."""
    return any(abs(_left(row) - _left(date)) < _SLACK and not _is_date(row) for row in rows)


def _host_of(rows: Sequence[Row], index: int) -> int | None:
    """The row on the same line that ends left of the dates, if it is no date itself."""
    date = rows[index]
    beside = [
        number
        for number, row in enumerate(rows)
        if number != index
        and abs(_top(row) - _top(date)) < _SAME_LINE
        and (row.line.x1 or 0.0) <= _left(date)
        and not _is_date(row)
    ]
    return beside[-1] if len(beside) == 1 else None
