"""Two columns that a converter wrote line by line, taken apart again.

A sidebar beside a main column is told by its edge: many rows start at one x in the right part of
the page and none of the left ones reaches it. Dates or labels beside their text are a table of
two columns that belong together, and stay.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from parsers.fields.dates import find_points
from parsers.layouts.row import Row
from parsers.sections.forms import is_form, line_by_line

_MIN_ROWS: Final = 5
_MIN_CHANGES: Final = 6
_SAME_EDGE_SHARE: Final = 0.6
_DATED_SHARE: Final = 0.3
_SLACK: Final = 2.0


def untangle_columns(rows: Sequence[Row]) -> list[Row]:
    """All rows; on each page with tangled columns the left one comes before the right one."""
    ordered: list[Row] = []
    for _, page in groupby(rows, key=lambda row: row.line.page):
        ordered += _untangle_page(list(page))
    return ordered


def _untangle_page(rows: list[Row]) -> list[Row]:
    if any(row.line.x0 is None or row.line.x1 is None or row.line.cell for row in rows):
        return rows
    edge = _right_edge(rows)
    if edge is None:
        return rows
    if is_form(rows, edge):
        return line_by_line(rows, edge)
    sides = [_side(row, edge) for row in rows]
    left = [row for row, side in zip(rows, sides, strict=True) if side < 0]
    right = [row for row, side in zip(rows, sides, strict=True) if side > 0]
    across = [index for index, side in enumerate(sides) if side == 0]
    changes = sum(a * b < 0 for a, b in pairwise(side for side in sides if side))
    if changes < _MIN_CHANGES or min(len(left), len(right)) < _MIN_ROWS:
        return rows
    if len(across) > 3 or any(index > len(across) for index in across):
        return rows
    if _is_dated(left) or _is_dated(right):
        return rows
    return [*(rows[index] for index in across), *left, *right]


def _right_edge(rows: Sequence[Row]) -> float | None:
    """The x where the right column starts, if most of what is right of it starts there."""
    width = max(row.line.x1 or 0.0 for row in rows)
    starts = Counter(round(row.line.x0 or 0.0) for row in rows if (row.line.x0 or 0) > width / 4)
    if not starts:
        return None
    edge, count = starts.most_common(1)[0]
    beyond = sum((row.line.x0 or 0.0) >= edge - _SLACK for row in rows)
    return float(edge) if count >= _SAME_EDGE_SHARE * beyond else None


def _side(row: Row, edge: float) -> int:
    """-1 left of the edge, 1 right of it, 0 across."""
    if (row.line.x0 or 0.0) >= edge - _SLACK:
        return 1
    return -1 if (row.line.x1 or 0.0) <= edge else 0


def _is_dated(rows: Sequence[Row]) -> bool:
    """Short dated rows down one side belong to what stands beside them."""
    dated = sum(len(row.text) < 40 and bool(find_points(row.text)) for row in rows)
    return dated > _DATED_SHARE * len(rows)
