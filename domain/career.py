"""Arithmetic of job dates."""

import itertools
from collections.abc import Iterable, Sequence
from datetime import date

from domain.resume import Job

_FAR_FUTURE = 2100 * 12


def month_index(year_month: str, *, year_only_month: int) -> int:
    """Months since year 0; a bare year counts as its month `year_only_month` (1..12)."""
    year, _, month = year_month.partition("-")
    return int(year) * 12 + (int(month) if month else year_only_month) - 1


def job_interval(job: Job, today: date) -> tuple[int, int] | None:
    """Inclusive (first, last) month of a job, or None where it can't be placed in time.

    A bare start year counts from its January and a bare end year to its January: the
    shortest career that the words allow, plus one month, never a made-up full year.
    """
    if job.start is None:
        return None
    now = today.year * 12 + today.month - 1
    first = month_index(job.start, year_only_month=1)
    if job.current:
        last = now
    elif job.end is not None:
        last = month_index(job.end, year_only_month=1)
    else:
        last = first
    return (first, last) if first <= last else None


def total_months(jobs: Iterable[Job], today: date | None = None) -> int | None:
    """Length of the union of the job intervals, both end months counted; None without jobs."""
    today = today or date.today()
    intervals = sorted(filter(None, (job_interval(job, today) for job in jobs)))
    if not intervals:
        return None
    total, covered_to = 0, -1
    for first, last in intervals:
        total += max(0, last - max(first, covered_to + 1) + 1)
        covered_to = max(covered_to, last)
    return total


def newest_first(jobs: Sequence[Job]) -> list[Job]:
    """Oldest-first documents are turned round; parallel jobs keep their order."""
    if len(jobs) < 2 or _is_newest_first(jobs):
        return list(jobs)
    return sorted(jobs, key=_recency, reverse=True)


def _is_newest_first(jobs: Sequence[Job]) -> bool:
    keys = [_recency(job)[1] for job in jobs]
    return all(above >= below for above, below in itertools.pairwise(keys))


def _recency(job: Job) -> tuple[int, int]:
    start = month_index(job.start, year_only_month=1) if job.start else 0
    if job.current:
        return _FAR_FUTURE, start
    return (month_index(job.end, year_only_month=1) if job.end else start), start
