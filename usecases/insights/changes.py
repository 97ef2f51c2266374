"""Changes of a resume that may be tried: the same facts said better, or more work done.

Never another age, city, name or employer, and no skill or duty that the resume does not show.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from domain.fields import FieldName
from domain.resume import Resume
from usecases.insights.change import Change
from usecases.insights.left_out import give_months, say_city, say_salary
from usecases.insights.said_better import (
    claim_less,
    describe_job,
    drop_skills,
    list_skills,
    name_position,
    shorten_jobs,
)
from usecases.insights.work_ahead import grow, stay_on


def candidate_changes(
    resume: Resume,
    *,
    seen: Mapping[FieldName, float],
    today: date,
    hidden: tuple[FieldName, ...] = (),
) -> list[Change]:
    """At most one of a kind, but for the times ahead; 24 resumes between them at most.

    `seen` and `hidden` are the explanation's: what is hidden from the model is left alone.
    """
    return list(_every_change(resume, seen, hidden, today))


def _every_change(
    resume: Resume,
    seen: Mapping[FieldName, float],
    hidden: tuple[FieldName, ...],
    today: date,
) -> Iterator[Change]:
    makers: tuple[tuple[FieldName, Callable[[], Iterator[Change]]], ...] = (
        ("key_skills", lambda: list_skills(resume)),
        ("key_skills", lambda: drop_skills(resume)),
        ("work_experience", lambda: describe_job(resume)),
        ("position", lambda: name_position(resume)),
        ("position", lambda: claim_less(resume)),
        ("work_experience", lambda: stay_on(resume)),
        ("work_experience", lambda: grow(resume, today)),
        ("work_experience", lambda: give_months(resume)),
        ("work_experience", lambda: shorten_jobs(resume, seen)),
        ("city", lambda: say_city(resume)),
        ("salary", lambda: say_salary(resume)),
    )
    for field_name, make in makers:
        if field_name not in hidden:
            yield from make()
