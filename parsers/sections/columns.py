"""The reading order of hh.ru's two columns, restored from geometry.

hh.ru draws dates, years and side labels at x = 42.5 and everything else at x = 128 (FORMATS.md,
section 1). However a text reader ordered them, each date cell goes before its own content.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.fields.dates import find_end, find_half_range, find_ranges
from parsers.fields.durations import duration_at_start
from parsers.layouts.row import Row, row_of

_LEFT_EDGE: Final = (36.0, 60.0)
_RIGHT_EDGE: Final = (118.0, 136.0)
_LABEL: Final = re.compile(
    r"^(?:знание языков|навыки|обо мне|рекомендации|languages|skills|about me|уровень|\d{4})$", re.I
)


def restore_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows in reading order; untouched where they have no geometry or other columns."""
    if not _has_both_columns(rows):
        return list(rows)
    pieces = [piece for row in rows for piece in _split_columns(row)]
    keys: dict[int, tuple[float, ...]] = {}
    open_date: tuple[float, ...] | None = None
    ordered = sorted(pieces, key=lambda row: (row.line.page, row.line.top or 0.0))
    for row in ordered:
        top = row.line.top or 0.0
        key: tuple[float, ...] = (row.line.page, top, 1.0)
        if _is_left(row):
            if find_half_range(row.text) or find_ranges(row.text):
                open_date = (row.line.page, top - 8.0)
                key = (*open_date, 0.0, 0.0)
            elif open_date is not None and _continues_dates(row.text):
                key = (*open_date, 0.0, row.line.page, top)
            elif _LABEL.match(row.text):
                key = (row.line.page, top - 4.0, 0.0)
                open_date = None
            else:
                open_date = None
        keys[id(row)] = key
    return sorted(ordered, key=lambda row: keys[id(row)])


def _has_both_columns(rows: Sequence[Row]) -> bool:
    left = sum(_is_left(row) for row in rows)
    right = sum(_is_right(row) or len(_split_columns(row)) > 1 for row in rows)
    return left >= 3 and right >= 3 and left + right > 0.6 * len(rows)


def _is_left(row: Row) -> bool:
    return row.line.x0 is not None and _LEFT_EDGE[0] <= row.line.x0 <= _LEFT_EDGE[1]


def _is_right(row: Row) -> bool:
    return row.line.x0 is not None and _RIGHT_EDGE[0] <= row.line.x0 <= _RIGHT_EDGE[1] + 20


def _continues_dates(text: str) -> bool:
    end = find_end(text)
    duration = duration_at_start(text)
    return bool((end and end[2] >= len(text) - 1) or (duration and duration[1] >= len(text) - 1))


def _split_columns(row: Row) -> list[Row]:
    """A visual line that runs through both columns, cut where the right one begins."""
    words = row.line.words
    if not _is_left(row) or len(words) < 2:
        return [row]
    for index, word in enumerate(words[1:], start=1):
        before = words[index - 1]
        if _RIGHT_EDGE[0] <= word.x0 <= _RIGHT_EDGE[1] and word.x0 - before.x1 > 6:
            left_text = " ".join(word.text for word in words[:index])
            if not (
                _continues_dates(left_text) or find_half_range(left_text) or _LABEL.match(left_text)
            ):
                return [row]
            left = replace(
                row.line, words=words[:index], x1=before.x1, font_size=8.0, is_bold=False
            )
            right = replace(row.line, words=words[index:], x0=word.x0, font_size=None)
            right_text = "      ".join(word.text for word in words[index:])
            return [
                row_of(left, raw=left_text, after_gap=row.after_gap),
                row_of(right, raw=right_text),
            ]
    return [row]
