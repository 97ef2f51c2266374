"""Rows that differ from another in one known way: what must not matter, and what must.

The same functions make the pairs that the model learns from (training people) and the probes
that the model card reports (held-out people, and other words of stuffing).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Literal

from domain.fields import FieldName
from inference.prompts import MISSING
from training.corpus.language import BlockPool
from training.simulation.career import Person, SimulatedJob, job_from_block
from training.simulation.row import draw_city, experience_text, total_text
from training.simulation.salary import reworded_salary
from training.simulation.stuffing import LEARNED_STUFFING, UNSEEN_STUFFING, Stuffing

Relation = Literal["same", "more"]
_MORE_MONTHS: Final = 60


@dataclass(frozen=True, slots=True)
class Change:
    """`apply` gives the changed row and person; None where the person does not allow it.

    `weight` is how often it is drawn for a training pair, beside the others'; `field` is what it
    changes.
    """

    name: str
    relation: Relation
    field: FieldName
    weight: float
    apply: Callable[
        [random.Random, BlockPool, Person, dict[str, Any]], tuple[dict[str, Any], Person] | None
    ]


def _other_age(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person]:
    return row | {"age": str(rng.randint(19, 65))}, person


def _other_city(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person]:
    city = rng.choice(pool.cities) if pool.cities and rng.random() < 0.5 else draw_city(rng)
    return row | {"city": city}, person


def _skills_three_times(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    if row["key_skills"] == MISSING:
        return None
    return row | {"key_skills": ", ".join([row["key_skills"]] * 3)}, person


def _doubled_length(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    if not person.jobs:
        return None
    longer = _with_jobs(person, tuple(replace(j, lines=j.lines * 2) for j in person.jobs))
    return row | {"work_experience": experience_text(longer)}, person


def _stuffed_text(
    stuffing: Stuffing, rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    """Lines in the newest job."""
    if not person.jobs:
        return None
    first, *others = person.jobs
    stuffed = replace(first, lines=(*first.lines, *stuffing.lines(rng, pool, person.family)))
    text = experience_text(_with_jobs(person, (stuffed, *others)))
    return row | {"work_experience": text}, person


def _white_text(
    stuffing: Stuffing, rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    """Lines that nobody sees on paper: before, after or between what any job says."""
    if not person.jobs:
        return None
    jobs = list(person.jobs)
    place = rng.choice((0, 0, len(jobs) - 1, rng.randrange(len(jobs))))
    lines = list(jobs[place].lines)
    at = rng.choice((0, len(lines), rng.randint(0, len(lines))))
    lines[at:at] = stuffing.lines(rng, pool, person.family)
    jobs[place] = replace(jobs[place], lines=tuple(lines))
    return row | {"work_experience": experience_text(_with_jobs(person, tuple(jobs)))}, person


def _salary_wording(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    other = reworded_salary(rng, row["salary"])
    return (row | {"salary": other}, person) if other else None


def _five_more_years(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    """The oldest relevant job began five years earlier, or five such years stand before all."""
    relevant = [i for i, job in enumerate(person.jobs) if job.relevance == 1.0]
    if not relevant:
        return None
    index = relevant[-1]
    jobs = list(person.jobs)
    if index == len(jobs) - 1 and rng.random() < 0.5:
        jobs[index] = replace(jobs[index], first_month=jobs[index].first_month - _MORE_MONTHS)
    else:
        last = min(job.first_month for job in jobs) - 1
        earlier = replace(
            jobs[index], first_month=last - _MORE_MONTHS + 1, last_month=last, current=False
        )
        jobs.append(earlier)
    return _retold(row, _with_jobs(person, tuple(jobs)))


def _senior_role(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    """A newest job of three years at the senior level or above."""
    block, level = pool.draw_job(rng, person.language, person.family, rng.choice((2, 2, 3)))
    if level < 2:
        return None
    last = max((job.last_month for job in person.jobs), default=person.today_month)
    style = replace(person.style, grade_words=1.0)
    job = job_from_block(rng, block, level, (last + 1, last + 36), style, 1.0)
    closed = tuple(replace(old, current=False) for old in person.jobs)
    return _retold(row, _with_jobs(person, (replace(job, current=rng.random() < 0.7), *closed)))


def _changes(stuffing: Stuffing) -> tuple[Change, ...]:
    stuffed, white = partial(_stuffed_text, stuffing), partial(_white_text, stuffing)
    return (
        Change("age", "same", "age", 1.0, _other_age),
        Change("city", "same", "city", 1.5, _other_city),
        Change("skills_three_times", "same", "key_skills", 0.2, _skills_three_times),
        Change("doubled_length", "same", "work_experience", 0.8, _doubled_length),
        Change("stuffed_text", "same", "work_experience", 2.0, stuffed),
        Change("white_text", "same", "work_experience", 2.0, white),
        Change("salary_wording", "same", "salary", 2.0, _salary_wording),
        Change("five_more_years", "more", "work_experience", 3.5, _five_more_years),
        Change("senior_role", "more", "work_experience", 1.5, _senior_role),
    )


_LEARNED: Final = _changes(LEARNED_STUFFING)
PROBED_CHANGES: Final = _changes(UNSEEN_STUFFING)
CHANGED_FIELDS: Final = {change.name: change.field for change in PROBED_CHANGES}


def draw_change(rng: random.Random) -> Change:
    """One for a training pair."""
    return rng.choices(_LEARNED, [change.weight for change in _LEARNED])[0]


def _with_jobs(person: Person, jobs: tuple[SimulatedJob, ...]) -> Person:
    return replace(person, jobs=jobs)


def _retold(row: dict[str, Any], person: Person) -> tuple[dict[str, Any], Person]:
    texts = {"work_experience": experience_text(person), "total_experience": total_text(person)}
    return row | texts, person
