"""Forms: a column of labels or dates beside a column of what they stand for.

Europass and its like are such tables, which extractors read column by column. Their headings
stand over the labels; a sidebar has headings of its own, and so has the column beside it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from parsers.layouts.row import Row, row_of
from parsers.sections.headings import match_heading

_SLACK: Final = 2.0
_SAME_LINE: Final = 3.0
_MIN_HEADINGS: Final = 2
_ALIGNED_SHARE: Final = 0.5
_ONE_COLUMN_SHARE: Final = 0.7
_LINE_PITCH: Final = 1.7
"""In sizes of the letters: the next line of the same label is nearer."""


def is_form(rows: Sequence[Row], edge: float) -> bool:
    """Do the rows left of the edge label those that begin at it?"""
    left = [row for row in rows if _left(row) < edge - _SLACK]
    right = [row for row in rows if _left(row) >= edge - _SLACK]
    headings = [row for row in left if _is_heading(row)]
    if len(headings) < _MIN_HEADINGS or any(_is_heading(row) for row in right):
        return False
    labels = [row for row in left if not _is_heading(row) and (row.line.x1 or 0.0) <= edge]
    if len(labels) < _MIN_HEADINGS or not _is_one_column(labels):
        return False
    tops = [_top(row) for row in right]
    return sum(_has_beside(row, tops) for row in labels) >= _ALIGNED_SHARE * len(labels)


def _is_one_column(labels: Sequence[Row]) -> bool:
    """Do most begin, or most end, at one x?"""
    starts = Counter(round(_left(row)) for row in labels)
    ends = Counter(round(row.line.x1 or 0.0) for row in labels)
    most = max(starts.most_common(1)[0][1], ends.most_common(1)[0][1])
    return most >= _ONE_COLUMN_SHARE * len(labels)


def line_by_line(rows: Sequence[Row], edge: float) -> list[Row]:
    """The rows from the top down, each label whole and before its text."""
    rows = [part for row in rows for part in _cut(row, edge)]
    tops = [_top(row) for row in rows if _left(row) >= edge - _SLACK]
    labels: list[Row] = []
    for row in sorted((row for row in rows if _left(row) < edge - _SLACK), key=_top):
        above = labels[-1] if labels else None
        if above is not None and _continues(above, row) and not _has_beside(row, tops):
            labels[-1] = _joined(above, row)
        else:
            labels.append(row)
    others = [row for row in rows if _left(row) >= edge - _SLACK]
    return _in_lines([*labels, *others])


def _cut(row: Row, edge: float) -> list[Row]:
    """A label and its text that were read as one row, apart."""
    words = row.line.words
    at = next((index for index, word in enumerate(words) if word.x0 >= edge - _SLACK), 0)
    if not at or _left(row) >= edge - _SLACK:
        return [row]
    sides = []
    for part in (words[:at], words[at:]):
        line = replace(row.line, words=part, x0=part[0].x0, x1=part[-1].x1)
        raw = "      ".join(word.text for word in part)
        sides.append(row_of(line, raw=raw, after_gap=row.after_gap and part is words[:at]))
    return sides


def _in_lines(rows: Sequence[Row]) -> list[Row]:
    by_top = sorted(rows, key=_top)
    lines: list[list[Row]] = [[row] for row in by_top[:1]]
    for above, row in pairwise(by_top):
        if _top(row) - _top(above) < _SAME_LINE:
            lines[-1].append(row)
        else:
            lines.append([row])
    return [row for line in lines for row in sorted(line, key=_left)]


def _continues(above: Row, row: Row) -> bool:
    if _is_heading(above) or _is_heading(row) or above.is_bold != row.is_bold:
        return False
    return _top(row) - (above.line.bottom or _top(above)) < (_LINE_PITCH - 1) * (row.size or 10.0)


def _joined(above: Row, row: Row) -> Row:
    line = replace(above.line, bottom=row.line.bottom)
    return replace(above, text=f"{above.text} {row.text}", raw=f"{above.raw} {row.raw}", line=line)


def _is_heading(row: Row) -> bool:
    heading = match_heading(row.text)
    return heading is not None and not heading.rest and (row.is_bold or not heading.is_weak)


def _has_beside(row: Row, tops: Sequence[float]) -> bool:
    return any(abs(_top(row) - top) < _SAME_LINE for top in tops)


def _top(row: Row) -> float:
    return row.line.top or 0.0


def _left(row: Row) -> float:
    return row.line.x0 or 0.0
