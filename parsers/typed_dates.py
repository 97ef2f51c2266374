"""Dates that a person typed: what can't be is refused by name, never bent into what can."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from domain.errors import AnswerProblem, InvalidAnswerError
from domain.resume import Job
from parsers.fields.dates import find_points, find_ranges

_FULL: Final = re.compile(
    r"(?<![\d.])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)(?!\d)"
)
_MONTH: Final = re.compile(
    r"(?<![\d./])(?P<m>\d{1,2})[./](?P<y>(?:19|20)\d\d)(?![\d./])"
    r"|(?<![\d./-])(?P<iy>(?:19|20)\d\d)[-/.](?P<im>\d\d)(?![\d./]|-\d\d(?!\d))"
)
_BESIDE_DASH: Final = re.compile(
    r"^\s*(?:[-–—]|по\s|до\s|to\s|till\s)|(?:[-–—]|с|со|from|по|to)\s*$", re.I
)
_MONTHS: Final = range(1, 13)


def refuse_impossible_dates(text: str, *, is_a_job: bool) -> None:
    """Raises InvalidAnswerError: `no_such_date` for 13.2020, `end_before_start` for 2020 - 2018.

    Where `text` reads as a job, only dates of ranges are looked at: others may be no dates.
    """
    for line in text.splitlines():
        if any(not is_a_job or _is_in_range(line, span) for span in _impossible(line)):
            _refuse("no_such_date")
        for found in find_ranges(line):
            points = [point for point, _ in find_points(line[slice(*found.span)])]
            if len(points) > 1 and _is_before(points[-1], points[0]):
                _refuse("end_before_start")


def refuse_future_jobs(jobs: Iterable[Job], today: date) -> None:
    """Raises InvalidAnswerError `in_the_future` for a job that has not begun or ended yet."""
    now = f"{today.year}-{today.month:02d}"
    for job in jobs:
        if any(point is not None and _is_before(now, point) for point in (job.start, job.end)):
            _refuse("in_the_future")


def _impossible(line: str) -> Iterator[tuple[int, int]]:
    for match in _FULL.finditer(line):
        day, month = int(match["d"] or match["id"]), int(match["m"] or match["im"])
        year = int(match["y"] or match["iy"])
        # 07/15/2006 is how Americans write it.
        if not (_exists(year, month, day) or (match["d"] and _exists(year, day, month))):
            yield match.span()
    for match in _MONTH.finditer(line):
        if int(match["m"] or match["im"]) not in _MONTHS:
            yield match.span()


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_in_range(line: str, span: tuple[int, int]) -> bool:
    """Does a dash or a word of a range stand beside the date?"""
    return bool(
        _BESIDE_DASH.search(line[: span[0]][-6:]) or _BESIDE_DASH.match(line[span[1] :][:6])
    )


def _is_before(point: str, other: str) -> bool:
    """Compared by years where one of them has no month."""
    length = min(len(point), len(other))
    return point[:length] < other[:length]


def _refuse(problem: AnswerProblem) -> None:
    raise InvalidAnswerError("work_experience", problem)
