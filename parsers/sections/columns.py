"""The reading order of hh.ru's two columns, restored from geometry.

hh.ru draws dates, years and side labels in a left column and everything else in a right one
(FORMATS.md, section 1), at x = 42.5 and 128 in its own files, elsewhere in prints of its page.
However a text reader ordered them, each date cell goes before its own content.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from parsers.fields.dates import find_end, find_half_range, find_ranges
from parsers.fields.durations import duration_at_start
from parsers.fields.months import MONTH
from parsers.layouts.row import Row, row_of

_LABEL: Final = re.compile(
    r"^(?:знание языков|навыки|обо мне|рекомендации|languages|skills|about me|уровень|\d{4})$", re.I
)
_DATE_CELL: Final = re.compile(rf"^{MONTH}\s+(?:19|20)\d\d\s*[-–—]", re.IGNORECASE)
_BROKEN_END: Final = re.compile(
    rf"^(?:{MONTH}|(?:по\s+)?настоящее|время"
    rf"|{MONTH}\s+(?:19|20)\d\d\s*[-–—]\s*(?:{MONTH}|по|(?:по\s+)?настоящее))$",
    re.IGNORECASE,
)
_SLACK: Final = 18.0
_SAME_EDGE: Final = 8.0
_NARROWEST_CELL: Final = 40.0
_MIN_ROWS: Final = 3
_MIN_SHARE: Final = 0.6
_DATE_RISE: Final = 8.0
_LABEL_RISE: Final = 4.0
_WORD_GAP: Final = 3.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges in points."""

    left: float
    right: float

    def is_left(self, row: Row) -> bool:
        return row.line.x0 is not None and abs(row.line.x0 - self.left) <= _SLACK

    def is_right(self, row: Row) -> bool:
        return row.line.x0 is not None and -_SAME_EDGE <= row.line.x0 - self.right <= 2 * _SLACK


def restore_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows in reading order; untouched where they have no geometry or no two columns."""
    columns = _columns_of(rows)
    if columns is None:
        return list(rows)
    pieces = [piece for row in rows for piece in _split(row, columns)]
    keys: dict[int, tuple[float, ...]] = {}
    open_date: tuple[float, ...] | None = None
    ordered = sorted(pieces, key=lambda row: (row.line.page, row.line.top or 0.0))
    for row in ordered:
        top = row.line.top or 0.0
        key: tuple[float, ...] = (row.line.page, top, 1.0)
        if columns.is_left(row):
            if find_half_range(row.text) or find_ranges(row.text) or _DATE_CELL.match(row.text):
                open_date = (row.line.page, top - _DATE_RISE)
                key = (*open_date, 0.0, 0.0)
            elif open_date is not None and _continues_dates(row.text):
                key = (*open_date, 0.0, row.line.page, top)
            elif _LABEL.match(row.text):
                key = (row.line.page, top - _LABEL_RISE, 0.0)
                open_date = None
            else:
                open_date = None
        keys[id(row)] = key
    return sorted(ordered, key=lambda row: keys[id(row)])


def _columns_of(rows: Sequence[Row]) -> _Columns | None:
    """Where dates begin and where most else begins; None where that is one place."""
    dated = [row for row in rows if row.line.x0 is not None and _DATE_CELL.match(row.text)]
    if not dated:
        return None
    left = min(row.line.x0 or 0.0 for row in dated)
    starts = Counter(
        round(x0)
        for row in rows
        for x0 in (row.line.x0, *(word.x0 for word in row.line.words[1:]))
        if x0 is not None and x0 - left > _NARROWEST_CELL
    )
    if not starts:
        return None
    columns = _Columns(left, float(starts.most_common(1)[0][0]))
    lefts = sum(columns.is_left(row) for row in rows)
    rights = sum(columns.is_right(row) or len(_split(row, columns)) > 1 for row in rows)
    is_whole = lefts + rights > _MIN_SHARE * len(rows)
    return columns if is_whole and min(lefts, rights) >= _MIN_ROWS else None


def _continues_dates(text: str) -> bool:
    end = find_end(text)
    duration = duration_at_start(text)
    return bool(
        (end and end[2] >= len(text) - 1)
        or (duration and duration[1] >= len(text) - 1)
        or _BROKEN_END.match(text)
    )


def _split(row: Row, columns: _Columns) -> list[Row]:
    """A visual line that runs through both columns, cut where the right one begins."""
    words = row.line.words
    if not columns.is_left(row) or len(words) < 2:
        return [row]
    for index, word in enumerate(words[1:], start=1):
        before = words[index - 1]
        if abs(word.x0 - columns.right) > _SAME_EDGE or word.x0 - before.x1 <= _WORD_GAP:
            continue
        left_text = " ".join(word.text for word in words[:index])
        if not _may_stand_left(left_text):
            return [row]
        left = replace(row.line, words=words[:index], x1=before.x1, font_size=8.0, is_bold=False)
        right = replace(row.line, words=words[index:], x0=word.x0)
        right_text = "      ".join(word.text for word in words[index:])
        return [
            row_of(left, raw=left_text, after_gap=row.after_gap),
            row_of(right, raw=right_text),
        ]
    return [row]


def _may_stand_left(text: str) -> bool:
    return bool(
        _continues_dates(text)
        or find_half_range(text)
        or find_ranges(text)
        or _LABEL.match(text)
        or _BROKEN_END.match(text)
    )
