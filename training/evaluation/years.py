"""The ruler that a model must beat: years of experience as the dates of the jobs give them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

_JOB: Final = re.compile(r"^(\d{4})-(\d\d)-\d\d ?- ?(?:(\d{4})-(\d\d)-\d\d)? ?:", re.MULTILINE)


def years_of_experience(rows: Sequence[Mapping[str, Any]]) -> list[float]:
    """Years covered by dated jobs; an open job ends with the newest month of the whole set."""
    spans = [_spans(str(row.get("work_experience") or "")) for row in rows]
    newest = max((m for row in spans for span in row for m in span if m is not None), default=0)
    return [_covered(row, newest) / 12 for row in spans]


def _spans(text: str) -> list[tuple[int, int | None]]:
    return [
        (_month(found[1], found[2]), _month(found[3], found[4]) if found[3] else None)
        for found in _JOB.finditer(text)
    ]


def _month(year: str, month: str) -> int:
    return int(year) * 12 + int(month) - 1


def _covered(spans: list[tuple[int, int | None]], newest: int) -> int:
    total, covered_to = 0, -1
    for first, last in sorted((a, newest if b is None else b) for a, b in spans):
        total += max(0, last - max(first, covered_to + 1) + 1)
        covered_to = max(covered_to, last)
    return total
