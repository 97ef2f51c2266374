"""Jobs of LinkedIn's PDF: a company over its roles, told apart by the size of the type.

Company (largest), the whole time at it where it has several roles, then for each role its
title, `January 2022 - Present (7 months)`, the place and the text (FORMATS.md 6).
"""

import re
from collections.abc import Sequence
from typing import Final

from domain.resume import Job
from parsers.fields.dates import DateRange, find_ranges
from parsers.fields.durations import duration_at_start
from parsers.fields.jobs.free import read_free_jobs
from parsers.fields.jobs.parts import is_place
from parsers.fields.jobs.text import description_of
from parsers.layouts.row import Row

_UNDER_A_YEAR: Final = re.compile(r"\((?:less than a year|менее (?:1 )?года)\)", re.IGNORECASE)
_MIN_STEP: Final = 0.3
_LONGEST_NAME: Final = 3


def read_linkedin_jobs(rows: Sequence[Row]) -> list[Job]:
    """Jobs in the document's order; texts without sizes are read as free-form."""
    dates = {index: found for index, row in enumerate(rows) if (found := _dates_of(row))}
    if not dates or not all(_has_larger_title(rows, index) for index in dates):
        return read_free_jobs(rows, carries_company=True)
    tops = {index: _rows_of_size_above(rows, index) for index in dates}
    heads = {index: _company_above(rows, tops[index]) for index in dates}
    jobs: list[Job] = []
    company: str | None = None
    for number, index in enumerate(dates):
        named = heads[index][1]
        company = named or company
        following = list(dates)[number + 1 :]
        until = heads[following[0]][0] if following else len(rows)
        body = list(rows[index + 1 : max(until, index + 1)])
        if body and is_place(body[0].text):
            body = body[1:]
        jobs.append(
            Job(
                start=dates[index].start,
                end=dates[index].end,
                current=dates[index].is_current,
                company=company,
                position=" ".join(row.text for row in rows[tops[index] : index]) or None,
                description=description_of(body),
            )
        )
    return jobs


def _dates_of(row: Row) -> DateRange | None:
    """LinkedIn counts the time of every role; a person's own ranges have no such count."""
    ranges = find_ranges(row.text)
    if len(ranges) != 1 or ranges[0].span[0] > 0:
        return None
    rest = row.text[ranges[0].span[1] :].strip(" ·")
    length = duration_at_start(rest)
    if _UNDER_A_YEAR.fullmatch(rest):
        return ranges[0]
    return ranges[0] if length and length[1] >= len(rest) - 1 else None


def _has_larger_title(rows: Sequence[Row], index: int) -> bool:
    above, row = rows[index - 1], rows[index]
    return (
        index > 0
        and above.size is not None
        and row.size is not None
        and above.size - row.size > _MIN_STEP
    )


def _rows_of_size_above(rows: Sequence[Row], index: int) -> int:
    """The first of the rows directly above that are as large as the last of them."""
    top = index - 1
    while top > 0 and index - top < _LONGEST_NAME and _same_size(rows[top - 1], rows[index - 1]):
        if _is_whole_time(rows[top - 1]):
            break
        top -= 1
    return top


def _same_size(one: Row, other: Row) -> bool:
    return (
        one.size is not None and other.size is not None and abs(one.size - other.size) < _MIN_STEP
    )


def _company_above(rows: Sequence[Row], title: int) -> tuple[int, str | None]:
    """(first row of the head, company or None where the role has none of its own)."""
    last = title - 1
    if last > 0 and _is_whole_time(rows[last]):
        last -= 1
    if last < 0 or not _is_larger(rows[last], rows[title]):
        return title, None
    first = _rows_of_size_above(rows, last + 1)
    return first, " ".join(row.text for row in rows[first : last + 1])


def _is_larger(row: Row, other: Row) -> bool:
    return (row.size or 0.0) - (other.size or 0.0) > _MIN_STEP


def _is_whole_time(row: Row) -> bool:
    length = duration_at_start(row.text)
    return bool(length and length[1] >= len(row.text) - 1)
