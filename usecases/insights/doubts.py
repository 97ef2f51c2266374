"""What a resume leaves open: gaps and overlaps of dates, titles that jump, skills without a job."""

from collections.abc import Collection, Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from domain.insight import Question
from domain.resume import Resume
from usecases.insights.claims import job_facts, job_texts
from usecases.insights.dates import Between, gaps, job_months, overlaps
from usecases.insights.grades import grade_rank
from usecases.insights.terms import unmentioned

_LEAST_GAP_MONTHS: Final = 6
_LEAST_OVERLAP_MONTHS: Final = 4
_JUMP_RANKS: Final = 2
_JUMP_WITHIN_MONTHS: Final = 24
_MOST_SKILLS: Final = 4


def open_questions(
    resume: Resume, today: date, *, asked_skills: Collection[str] = ()
) -> Iterator[Question]:
    """What most needs a word first; at most one of a kind, and no skill that is asked about."""
    jobs = resume.work_experience
    yield from _jump(resume, today)
    longest = max(
        overlaps(jobs, today, least_months=_LEAST_OVERLAP_MONTHS),
        key=lambda one: one.months,
        default=None,
    )
    if longest is not None:
        yield Question(kind="overlap", facts=_facts(longest))
    *_, last = [None, *gaps(jobs, today, least_months=_LEAST_GAP_MONTHS)]
    if last is not None:
        yield Question(kind="gap", facts=_facts(last))
    skills = [skill for skill in resume.key_skills if skill not in asked_skills]
    bare = unmentioned(skills, job_texts(resume)) if jobs else []
    if bare:
        yield Question(kind="unbacked_skill", facts={"skills": list(bare[:_MOST_SKILLS])})


def _jump(resume: Resume, today: date) -> Iterator[Question]:
    """Two grades up after a short time in the job before; the newest such step."""
    jobs = resume.work_experience
    for later, earlier in pairwise(jobs):
        if not (later.position and earlier.position):
            continue
        months = job_months(earlier, today)
        ranks = grade_rank(later.position) - grade_rank(earlier.position)
        if ranks >= _JUMP_RANKS and months is not None and months <= _JUMP_WITHIN_MONTHS:
            yield Question(kind="jump", facts=_facts(Between(earlier, later, months)))
            return


def _facts(between: Between) -> dict[str, object]:
    return {
        "earlier": job_facts(between.earlier),
        "later": job_facts(between.later),
        "months": between.months,
    }
