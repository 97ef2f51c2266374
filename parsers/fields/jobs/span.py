"""The dates of one job, and what shares their rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.resume import Job
from parsers.fields.dates import find_half_range, find_ranges
from parsers.fields.durations import duration_at_start
from parsers.layouts.row import Row

_LENGTH_TAIL = re.compile(
    r"(?<=\w)\s+\d{1,2}\s(?:год[а]?|лет|мес(?:яц(?:а|ев)?)?\.?|years?|months?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Span:
    """One job's dates. `first` and `last` are the rows of its words (indices, inclusive).

    `texts` are rows of other words between and beside the dates, in order: (index, row).
    `is_alone` tells that the range fills its line, `has_length` that its duration is written.
    """

    start: str
    end: str | None
    is_current: bool
    first: int
    last: int
    beside: tuple[Row, ...]
    is_alone: bool
    has_length: bool

    def job(self, company: str | None, position: str | None, description: str | None) -> Job:
        return Job(
            start=self.start,
            end=None if self.is_current else self.end,
            current=self.is_current,
            company=company,
            position=position,
            description=description,
        )


def without_duration(text: str) -> tuple[str, bool]:
    stripped = text.lstrip(" ,;|)·•:-–—г.")
    duration = duration_at_start(stripped)
    if duration is not None:
        return stripped[duration[1] :], True
    return text, False


def trimmed(text: str) -> str:
    text = text.strip(" \t,;|•·:–—-/[]").removeprefix(". ")
    if text.startswith(")") or text.count(")") > text.count("("):
        text = text.replace(")", " ", 1).strip(" ,;|•·:–—-")
    if text.endswith("(") or text.count("(") > text.count(")"):
        text = text.rstrip("( ").strip(" ,;|•·:–—-")
    text = _LENGTH_TAIL.sub("", text)
    return text if any(letter.isalnum() for letter in text) else ""


def take_duration(rows: Sequence[Row], index: int, reach: int) -> tuple[int, list[Row]]:
    """A duration at the start of one of the next rows, with what shares its line.

    Rows between are kept; (last row taken, rows beside the dates).
    """
    between: list[Row] = []
    for offset in range(1, reach + 1):
        if index + offset >= len(rows):
            break
        row = rows[index + offset]
        duration = duration_at_start(row.text)
        if duration is not None and _is_duration_row(row.text, duration[1]):
            rest = trimmed(row.text[duration[1] :])
            return index + offset, [*between, *([row.cut(rest)] if rest else [])]
        if find_half_range(row.text) or find_ranges(row.text):
            break
        between.append(row)
    return index, []


def _is_duration_row(text: str, length: int) -> bool:
    """`7 месяцев` or `4 года 2 месяца Должность`, not `3 года опыта в ...`."""
    rest = text[length:].strip()
    return not rest or rest[0].isupper() or not rest[0].isalpha()
