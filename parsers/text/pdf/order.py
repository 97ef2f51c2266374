"""Reading order of a page's rows.

The stream's order is the author's own and is kept: hh.ru, Word and LinkedIn write cell by cell
and column by column. Two repairs: a row that the stream draws too late (headings of design tools)
or too early (a browser's floats) goes to its place in its column, and columns that a converter
drew line by line are taken apart.
"""

import re
from collections.abc import Sequence
from heapq import heappop, heappush
from math import inf

from parsers.text.pdf.rows import Row

_MAX_ROWS = 600
"""A page of this many rows is no page that people read; ordering takes rows squared."""
_TOUCHING_POINTS = 2.5
_MIN_ROW_PAIRS = 5
_PAIRED_SHARE = 0.5
_TABLE_SHARE = 0.3
_GUTTER_EM = 0.8
_DATE_OR_LABEL = re.compile(r"(?:19|20)\d\d|\d\d[./]\d\d|:\s*$")


def order_rows(rows: Sequence[Row]) -> list[Row]:
    """All rows, in the order in which a person reads them."""
    if len(rows) > _MAX_ROWS:
        return list(rows)
    return _take_columns_apart(_follow_columns(rows))


def _follow_columns(rows: Sequence[Row]) -> list[Row]:
    """The stream's order, except that a row waits for all that stand above it in its column."""
    if not _is_any_drawn_late(rows):
        return list(rows)
    waits_for = [0] * len(rows)
    waited_by: list[list[int]] = [[] for _ in rows]
    boxes = sorted(
        (row.bottom, row.baseline, row.x0, row.x1, index) for index, row in enumerate(rows)
    )
    for lower, row in enumerate(rows):
        reach, baseline, x0, x1 = row.top + _TOUCHING_POINTS, row.baseline, row.x0, row.x1
        for bottom, other_baseline, other_x0, other_x1, upper in boxes:
            if bottom > reach:
                break
            if other_x0 < x1 and x0 < other_x1 and other_baseline < baseline:
                waits_for[lower] += 1
                waited_by[upper].append(lower)
    ready = [index for index, count in enumerate(waits_for) if count == 0]
    ordered: list[Row] = []
    while ready:
        index = heappop(ready)
        ordered.append(rows[index])
        for lower in waited_by[index]:
            waits_for[lower] -= 1
            if waits_for[lower] == 0:
                heappush(ready, lower)
    return ordered


def _is_any_drawn_late(rows: Sequence[Row]) -> bool:
    """Whether a row stands above one of its column that the stream draws before it."""
    highest = [inf] * (len(rows) + 1)
    """The highest baseline of the rows from each on."""
    for place in range(len(rows) - 1, -1, -1):
        highest[place] = min(rows[place].baseline, highest[place + 1])
    for place, row in enumerate(rows):
        if highest[place + 1] >= row.baseline:
            continue
        reach, baseline, x0, x1 = row.top + _TOUCHING_POINTS, row.baseline, row.x0, row.x1
        for later in rows[place + 1 :]:
            if (
                later.baseline < baseline
                and later.bottom <= reach
                and later.x0 < x1
                and x0 < later.x1
            ):
                return True
    return False


def _take_columns_apart(rows: list[Row]) -> list[Row]:
    pairs = [
        index
        for index in range(len(rows) - 1)
        if rows[index].on_same_baseline(rows[index + 1])
        and rows[index + 1].x0 - rows[index].x1 > _GUTTER_EM * rows[index].size
    ]
    if len(pairs) < _MIN_ROW_PAIRS:
        return rows
    first, last = pairs[0], pairs[-1] + 1
    band = rows[first : last + 1]
    gutter = _find_gutter(band)
    if gutter is None:
        return rows
    left = [row for row in band if row.x1 <= gutter]
    right = [row for row in band if row.x0 >= gutter]
    if len(pairs) < _PAIRED_SHARE * min(len(left), len(right)) or _is_table(left, right):
        return rows
    return [*rows[:first], *left, *right, *rows[last + 1 :]]


def _find_gutter(band: Sequence[Row]) -> float | None:
    """The x that no row of the band crosses, with at least a third of the rows on each side."""
    for edge in sorted({row.x0 for row in band}):
        left = [row for row in band if row.x1 <= edge]
        right = [row for row in band if row.x0 >= edge]
        if len(left) + len(right) == len(band) and 3 * min(len(left), len(right)) >= len(band):
            return edge
    return None


def _is_table(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Dates or labels down one side belong to what stands beside them."""
    return any(
        sum(bool(_DATE_OR_LABEL.search(_plain(row))) for row in side) >= _TABLE_SHARE * len(side)
        for side in (left, right)
    )


def _plain(row: Row) -> str:
    return "".join(chunk.text for chunk in row.chunks)
