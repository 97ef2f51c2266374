"""The arithmetic of job dates, held against counting the months one by one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.career import job_interval, month_index, total_months
from domain.resume import Job

_TODAY = date(2026, 3, 15)
_YEAR_MONTHS = st.builds(
    lambda year, month: f"{year}-{month:02d}" if month else str(year),
    st.integers(1995, 2030),
    st.integers(0, 12),
)
_ENDED = st.builds(Job, start=st.none() | _YEAR_MONTHS, end=st.none() | _YEAR_MONTHS)
_CURRENT = st.builds(Job, start=st.none() | _YEAR_MONTHS, current=st.just(True))
_CAREERS = st.lists(_ENDED | _CURRENT, max_size=8)


def _month(year: int, month: int) -> int:
    return year * 12 + month - 1


def _months_worked(job: Job) -> set[int]:
    interval = job_interval(job, _TODAY)
    return set(range(interval[0], interval[1] + 1)) if interval else set()


@pytest.mark.parametrize(
    ("text", "year_only_month", "index"),
    [
        ("2020-01", 7, _month(2020, 1)),
        ("2020-12", 1, _month(2020, 12)),
        ("2020", 1, _month(2020, 1)),
        ("2020", 12, _month(2020, 12)),
    ],
)
def test_months_are_counted_from_year_zero(text: str, year_only_month: int, index: int) -> None:
    assert month_index(text, year_only_month=year_only_month) == index


@pytest.mark.parametrize(
    ("job", "interval"),
    [
        (Job(start="2019-04", end="2020-03"), (_month(2019, 4), _month(2020, 3))),
        (Job(start="2019-04", end="2019-04"), (_month(2019, 4), _month(2019, 4))),
        (Job(start="2019-04", current=True), (_month(2019, 4), _month(2026, 3))),
        (Job(start="2019", end="2021"), (_month(2019, 1), _month(2021, 1))),
        (Job(start="2019"), (_month(2019, 1), _month(2019, 1))),
        (Job(start="2020-05", end="2020-04"), None),
        (Job(start="2027-01", current=True), None),
        (Job(end="2020-04"), None),
        (Job(current=True), None),
    ],
)
def test_where_a_job_lies_in_time(job: Job, interval: tuple[int, int] | None) -> None:
    assert job_interval(job, _TODAY) == interval


@pytest.mark.parametrize(
    ("jobs", "months"),
    [
        ([], None),
        ([Job(position="без дат")], None),
        ([Job(start="2020-01", end="2020-12")], 12),
        ([Job(start="2020-01", end="2020-06"), Job(start="2020-07", end="2020-12")], 12),
        ([Job(start="2020-01", end="2020-06"), Job(start="2020-06", end="2020-12")], 12),
        ([Job(start="2020-01", end="2021-12"), Job(start="2020-05", end="2020-06")], 24),
        ([Job(start="2018-01", end="2018-03"), Job(start="2020-01", end="2020-03")], 6),
        ([Job(start="2025-04", current=True), Job(start="2026-01", current=True)], 12),
    ],
)
def test_months_at_two_jobs_at_once_count_once(jobs: list[Job], months: int | None) -> None:
    assert total_months(jobs, _TODAY) == months


@given(_CAREERS)
def test_the_total_is_the_union_of_the_months(jobs: list[Job]) -> None:
    union = set().union(*(_months_worked(job) for job in jobs))
    assert total_months(jobs, _TODAY) == (len(union) or None)


@given(_CAREERS, st.randoms(use_true_random=False))
def test_the_order_and_repetitions_of_jobs_do_not_matter(jobs: list[Job], shuffler: object) -> None:
    shuffled = jobs + jobs
    shuffler.shuffle(shuffled)  # type: ignore[attr-defined]
    assert total_months(shuffled, _TODAY) == total_months(jobs, _TODAY)


@given(_CAREERS, _ENDED | _CURRENT)
def test_one_more_job_never_shortens_a_career(jobs: list[Job], job: Job) -> None:
    before, after = total_months(jobs, _TODAY) or 0, total_months([*jobs, job], _TODAY) or 0
    assert before <= after <= before + len(_months_worked(job))


def test_without_a_date_today_counts() -> None:
    today = date.today()
    first = Job(start=f"{today.year - 1}-{today.month:02d}", current=True)
    assert total_months([first]) in {13, 14}  # 14 where midnight of a new month passes by
