"""More work done: the resume as it will read after some time."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from domain.resume import Resume
from usecases.insights.change import Change, Edit, changed
from usecases.insights.grades import with_next_grade

_MONTHS_AHEAD: Final = (6, 12, 24, 36)


def stay_on(resume: Resume) -> Iterator[Change]:
    """The resume as it will read after more months in the current job.

    A time counts only where every longer one helps too, and a single month does not: some sums
    of months please a model for no reason.
    """
    job = next((job for job in resume.work_experience if job.current), None)
    title = job and (job.position or job.company)
    if not title or resume.total_experience_months is None:
        return
    for number, months in enumerate(_MONTHS_AHEAD[:-1]):
        yield Change(
            "stay_on",
            tuple(map(_working_on, _MONTHS_AHEAD[number:])),
            {"months": months, "job": title},
            control=_working_on(1),
        )


def _working_on(months: int) -> Edit:
    return lambda resume: changed(
        resume, total_experience_months=(resume.total_experience_months or 0) + months
    )


def grow(resume: Resume, today: date) -> Iterator[Change]:
    """The next grade in the current job, from now on, and a year or two in it.

    The control is the same job parted in two without the grade's word.
    """
    jobs = resume.work_experience
    if not jobs or not jobs[0].current or resume.total_experience_months is None:
        return
    title = with_next_grade(jobs[0].position or "")
    if title is not None:
        yield Change(
            "grow",
            (_promoted(title, today, 12), _promoted(title, today, 24)),
            {"position": title},
            control=_promoted(jobs[0].position or "", today, 12),
        )


def _promoted(title: str, today: date, months: int) -> Edit:
    now = f"{today:%Y-%m}"

    def promote(resume: Resume) -> Resume:
        job, *others = resume.work_experience
        before = job.model_copy(update={"end": now, "current": False})
        after = job.model_copy(update={"start": now, "position": title, "description": None})
        return changed(_working_on(months)(resume), work_experience=(after, before, *others))

    return promote
