"""Rows that narrow columns and forms took apart, put together again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.fields.dates import MONTH_ALONE, find_end, find_half_range, find_points, find_ranges
from parsers.fields.jobs.labels import LABEL_ALONE, PERIOD_ALONE
from parsers.layouts.row import Row

_LONGEST_DATES: Final = 30
_MOST_PIECES: Final = 4
_REACH: Final = 8
_SAME_EDGE: Final = 3.0
_STARTS_DATES: Final = re.compile(rf"^[(\[]?(?:с\s+|from\s+)?(?:{MONTH_ALONE}|\d)", re.IGNORECASE)
_HYPHENATED: Final = re.compile(r"[а-яёa-z]{2,}-$")


def with_whole_dates(rows: Sequence[Row]) -> list[Row]:
    """`Март 2020 — Октябрь` / `2022`, `Октябрь` / `2016 г –` / `Февраль` / `2020 г.`."""
    joined: list[Row] = []
    taken: set[int] = set()
    for index, row in enumerate(rows):
        if index in taken:
            continue
        pieces = _pieces_of_range(rows, index)
        text = " ".join(rows[piece].text for piece in pieces)
        joined.append(replace(row, text=text, raw=text) if len(pieces) > 1 else row)
        taken.update(pieces)
    return joined


def _pieces_of_range(rows: Sequence[Row], index: int) -> list[int]:
    """The rows from here that make one range which none of them holds alone."""
    first = rows[index]
    if len(first.text) > _LONGEST_DATES or not _STARTS_DATES.match(first.text):
        return [index]
    text, pieces = first.text, [index]
    for number in range(index + 1, min(len(rows), index + _REACH)):
        piece = rows[number]
        if _is_in_another_column(first, piece):
            continue
        if len(piece.text) > _LONGEST_DATES or not _stands_under(first, piece):
            break
        text = f"{text} {piece.text}"
        pieces.append(number)
        found = find_ranges(text)
        if found and found[0].span[0] <= 1 and found[0].span[1] >= len(text.rstrip(" .)")):
            return pieces if not _is_whole_by_halves(rows, pieces) else [index]
        if len(pieces) == _MOST_PIECES:
            break
    return [index]


def _is_in_another_column(first: Row, piece: Row) -> bool:
    """Text that stands right of a narrow column of dates."""
    if first.line.x1 is None or piece.line.x0 is None or piece.line.cell is not None:
        return False
    return piece.line.page == first.line.page and piece.line.x0 > first.line.x1 + _SAME_EDGE


def _stands_under(first: Row, piece: Row) -> bool:
    if first.line.cell != piece.line.cell or first.line.page != piece.line.page:
        return False
    if first.line.x0 is None or piece.line.x0 is None:
        return True
    return abs(first.line.x0 - piece.line.x0) < _SAME_EDGE


def _is_whole_by_halves(rows: Sequence[Row], pieces: Sequence[int]) -> bool:
    """`Декабрь 2023 —` / `настоящее время`: two halves are found as they are."""
    half = find_half_range(rows[pieces[0]].text)
    end = find_end(rows[pieces[1]].text)
    if len(pieces) > 2 or half is None or end is None:
        return False
    return half.span[1] >= len(rows[pieces[0]].text)


def with_values_beside_labels(rows: Sequence[Row]) -> list[Row]:
    """A label on a row of its own and its value on the next become one row."""
    joined: list[Row] = []
    label: Row | None = None
    for row in rows:
        is_label = bool(LABEL_ALONE.match(row.text)) and not row.is_bullet
        if label is not None and not is_label and not row.is_bullet:
            joined.append(_labelled(label, row))
            label = None
            continue
        if label is not None:
            joined.append(label)
        label = row if is_label else None
        if not is_label:
            joined.append(row)
    return joined if label is None else [*joined, label]


def _labelled(label: Row, value: Row) -> Row:
    text = f"{label.text.rstrip(' :')}: {value.text}"
    if PERIOD_ALONE.match(label.text):
        text = value.text
    return replace(value, text=text, raw=text, after_gap=label.after_gap, is_item=False)


def with_hyphenated_words(rows: Sequence[Row]) -> list[Row]:
    """`доцент кафедры теоретиче-` / `ской физики`."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above is not None and _breaks_a_word(above, row):
            text, raw = above.text[:-1] + row.text, above.raw.rstrip()[:-1] + row.raw.lstrip()
            joined[-1] = replace(above, text=text, raw=raw)
        else:
            joined.append(row)
    return joined


def _breaks_a_word(above: Row, row: Row) -> bool:
    return bool(
        _HYPHENATED.search(above.text)
        and row.text[:1].islower()
        and not row.is_bullet
        and not row.after_gap
        and not find_points(row.text[:12])
    )
