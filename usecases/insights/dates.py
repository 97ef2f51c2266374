"""Dates of jobs: months where only years are given, and what stands between and across jobs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from domain.career import month_index
from domain.resume import Job

_YEAR_LENGTH: Final = len("YYYY")
_MIDDLE_START, _MIDDLE_END = "07", "06"
_EARLY, _LATE = "04", "09"
_JANUARY, _DECEMBER = 1, 12


@dataclass(frozen=True, slots=True)
class Between:
    """Two jobs of a career, the earlier first, and how many months part or join them."""

    earlier: Job
    later: Job
    months: int


def with_middle_months(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Bare years with a month in the middle; a job within one year lasts half of it."""
    return tuple(map(_with_months, jobs))


def gaps(jobs: Sequence[Job], today: date, *, least_months: int) -> Iterator[Between]:
    """Full months without any dated job, in the order of time.

    A bare year counts so that the gap is the shortest that the words allow.
    """
    dated = sorted(_dated(jobs, today, _JANUARY, _DECEMBER), key=lambda one: one[:2])
    for number, (start, _, later) in enumerate(dated[1:], start=1):
        _, end, earlier = max(dated[:number], key=lambda one: one[1])
        if start - end - 1 >= least_months:
            yield Between(earlier, later, start - end - 1)


def overlaps(jobs: Sequence[Job], today: date, *, least_months: int) -> Iterator[Between]:
    """Months that two jobs have in common, the shortest that the words allow."""
    dated = sorted(_dated(jobs, today, _DECEMBER, _JANUARY), key=lambda one: one[:2])
    for (_, first_end, earlier), (start, end, later) in combinations(dated, 2):
        months = min(first_end, end) - start + 1
        if months >= least_months:
            yield Between(earlier, later, months)


def job_months(job: Job, today: date) -> int | None:
    """How long a job lasted at most, both end months counted; None without dates."""
    for start, end, _ in _dated([job], today, _JANUARY, _DECEMBER):
        return end - start + 1
    return None


def _dated(
    jobs: Sequence[Job], today: date, start_month: int, end_month: int
) -> Iterator[tuple[int, int, Job]]:
    """First and last month of each job whose dates say both."""
    now = today.year * 12 + today.month - 1
    for job in jobs:
        if job.start is None or not (job.current or job.end):
            continue
        start = month_index(job.start, year_only_month=start_month)
        end = now if job.end is None else month_index(job.end, year_only_month=end_month)
        if start <= end:
            yield start, end, job


def _with_months(job: Job) -> Job:
    is_one_year = job.start is not None and job.start == job.end
    start = _month_of(job.start, _EARLY if is_one_year else _MIDDLE_START)
    end = _month_of(job.end, _LATE if is_one_year else _MIDDLE_END)
    if start is not None and end is not None and start > end:
        return job
    return job.model_copy(update={"start": start, "end": end})


def _month_of(date: str | None, month: str) -> str | None:
    return f"{date}-{month}" if date is not None and len(date) == _YEAR_LENGTH else date
