"""Dates whose halves stand on different rows."""

import re
from collections.abc import Sequence

from parsers.fields.dates import DateRange, find_end, find_half_range, find_ranges
from parsers.fields.jobs.span import Span, take_duration, trimmed, without_duration
from parsers.fields.words import company_strength, role_strength
from parsers.layouts.row import Row

_DASH_ROW = re.compile(r"(?:[—–-]|to$|по$|до$)", re.IGNORECASE)
_DASH_ONLY = re.compile(r"[—–-]+|to|по|до", re.IGNORECASE)
_LONGEST_POINT = 25
_REACH = 6


def halved_span(rows: Sequence[Row], index: int) -> Span | None:
    row = rows[index]
    half = find_half_range(row.text) or _lone_start(rows, index)
    if half is None:
        return None
    rest = trimmed(row.text[half.span[1] :])
    beside = [row.cut(rest)] if rest else []
    for offset in range(1, _REACH):
        if index + offset >= len(rows) or _begins_dates(rows[index + offset].text):
            following = rows[index + offset].text if index + offset < len(rows) else ""
            return _never_ended(row, half, index, following) if rest else None
        other = rows[index + offset]
        end = find_end(other.text)
        if end is None:
            if not _DASH_ONLY.fullmatch(other.text):
                beside.append(other)
            continue
        point, is_current, length = end
        tail, has_duration = without_duration(other.text[length:])
        if trimmed(tail):
            beside.append(other.cut(trimmed(tail)))
        end_row = last = index + offset
        if not has_duration:
            last, more = take_duration(rows, last, 4)
            beside += more
        ordered = DateRange(half.start, point, is_current, half.span).ordered()
        return Span(
            ordered.start,
            ordered.end,
            is_current,
            index,
            last,
            tuple(beside),
            is_alone=not rest,
            has_length=has_duration or last > end_row,
        )
    return None


def _never_ended(row: Row, half: DateRange, index: int, following: str) -> Span | None:
    """`2024 -  Acme, engineer`: the dash is open where the head stands behind it.

    A name that no word gives away counts where the dates of the next job come up to this one.
    """
    rest = trimmed(row.text[half.span[1] :])
    is_known = any(role_strength(part) or company_strength(part) for part in rest.split(" | "))
    if not is_known and not (rest[:1].isupper() and _comes_up_to(half.start, following)):
        return None
    beside = (row.cut(rest),)
    return Span(half.start, None, True, index, index, beside, is_alone=False, has_length=False)


def _comes_up_to(start: str, text: str) -> bool:
    """Does the text begin with a range that ends in the year of `start`, or the one before?"""
    ranges = find_ranges(text)
    if not ranges or ranges[0].span[0] > 1 or ranges[0].end is None:
        return False
    return 0 <= int(start[:4]) - int(ranges[0].end[:4]) <= 1


def _begins_dates(text: str) -> bool:
    return bool(find_half_range(text) or find_ranges(text))


def _lone_start(rows: Sequence[Row], index: int) -> DateRange | None:
    """`Июнь 2022` with its dash on the next line."""
    if index + 2 > len(rows) - 1 or len(rows[index].text) > _LONGEST_POINT:
        return None
    if not _DASH_ROW.match(rows[index + 1].text):
        return None
    half = find_half_range(rows[index].text + " —")
    if half is not None:
        return DateRange(half.start, None, False, (0, len(rows[index].text)))
    return None
