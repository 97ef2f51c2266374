"""Rows that describe a job, told by their looks where list marks were lost.

Drawn bullets are pictures to an extractor. What is left of them is the indent (the head stands
at the left edge, its list a little to the right) or, in LinkedIn's files, the smaller type.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.fields.dates import find_end, find_half_range, find_ranges
from parsers.layouts.row import Row

_INDENT: Final = (5.0, 60.0)
_MAX_DATED_SHARE: Final = 0.6
_LIST_STYLE: Final = "list paragraph"
_MIN_SMALLER: Final = 1.2


def with_items_marked(rows: Sequence[Row], *, by_size: bool = False) -> list[Row]:
    """The rows with `is_item` set on those that stand or look like items of a list."""
    marked = _by_indent(_by_style(rows))
    return _by_size(marked) if by_size else marked


def _by_style(rows: Sequence[Row]) -> list[Row]:
    """Word's `List Paragraph`, where it is not what all rows are in."""
    styles = [(row.line.style or "").lower() == _LIST_STYLE for row in rows]
    if all(styles):
        return list(rows)
    return [
        _as_item(row) if is_listed and not row.is_bold and not _is_dated(row) else row
        for row, is_listed in zip(rows, styles, strict=True)
    ]


def _by_indent(rows: Sequence[Row]) -> list[Row]:
    """Pages and columns have edges of their own; a left column of dates alone is no edge."""
    edge = _left_edge(rows)
    if edge is None:
        return list(rows)
    first = next((row for row in rows if find_ranges(row.text)), None)
    if first is not None and _is_dated(first) and _is_near(first, edge):
        # Terms stand at the edge; what defines them, dates and companies too, is indented.
        return list(rows)
    return [_as_item(row) if _is_indented(row, edge) else row for row in rows]


def _left_edge(rows: Sequence[Row]) -> float | None:
    if not rows or any(row.line.x0 is None or row.line.cell for row in rows):
        return None
    starts = Counter(round(row.line.x0 or 0.0) for row in rows)
    edge = float(min(starts))
    at_edge = [row for row in rows if abs((row.line.x0 or 0.0) - edge) < 2.0]
    if len(at_edge) < 2 or abs((rows[0].line.x0 or 0.0) - edge) >= 2.0:
        return None
    dated = sum(_is_dated(row) for row in at_edge)
    return edge if dated <= _MAX_DATED_SHARE * len(at_edge) else None


def _is_indented(row: Row, edge: float) -> bool:
    return _is_near(row, edge) and not row.is_bold and not _is_dated(row)


def _is_near(row: Row, edge: float) -> bool:
    return _INDENT[0] < (row.line.x0 or 0.0) - edge < _INDENT[1]


def _by_size(rows: Sequence[Row]) -> list[Row]:
    largest = max((row.size or 0.0 for row in rows), default=0.0)
    return [
        _as_item(row)
        if row.size and largest - row.size > _MIN_SMALLER and not _is_dated(row)
        else row
        for row in rows
    ]


def _is_dated(row: Row) -> bool:
    """Does the row begin with a date, as a head may?"""
    text = row.text.lstrip("( ")
    ranges = find_ranges(text)
    if ranges and ranges[0].span[0] <= 1:
        return True
    end = find_end(text)
    return bool(find_half_range(text) or (end and end[2] >= len(text) - 2))


def _as_item(row: Row) -> Row:
    return row if row.is_bullet else replace(row, is_item=True)
