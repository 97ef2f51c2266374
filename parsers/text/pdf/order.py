"""Reading order of a page's rows.

The stream's order is the author's own and is kept: hh.ru, Word and LinkedIn write cell by cell
and column by column. Two repairs: rows that the stream draws late (headings of design tools)
go up to their place, and columns that a converter drew line by line are taken apart.
"""

import re
from collections.abc import Sequence

from parsers.text.pdf.rows import Row

_MAX_ROWS = 1_500
"""A page of this many rows is no page that people read; ordering takes rows squared."""
_MIN_ROW_PAIRS = 5
_PAIRED_SHARE = 0.5
_TABLE_SHARE = 0.3
_GUTTER_EM = 0.8
_DATE_OR_LABEL = re.compile(r"(?:19|20)\d\d|\d\d[./]\d\d|:\s*$")


def order_rows(rows: Sequence[Row]) -> list[Row]:
    """All rows, in the order in which a person reads them."""
    if len(rows) > _MAX_ROWS:
        return list(rows)
    return _take_columns_apart(_lift_late_rows(rows))


def _lift_late_rows(rows: Sequence[Row]) -> list[Row]:
    """Moves a row before the first one that stands below it in the same column."""
    ordered: list[Row] = []
    for row in rows:
        place = next(
            (index for index, other in enumerate(ordered) if _must_precede(row, other)),
            len(ordered),
        )
        ordered.insert(place, row)
    return ordered


def _must_precede(row: Row, other: Row) -> bool:
    tolerance = 0.3 * min(row.size, other.size)
    return row.bottom <= other.top + tolerance and row.overlaps_across(other)


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
    return "".join(glyph.char for glyph in row.glyphs)
