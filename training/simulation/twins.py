"""Rows that differ from another in one known way: what must not matter, and what must.

Some make the pairs that the model learns from (training people), all of them the probes that the
model card reports (held-out people).
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from inference.prompts import MISSING
from training.corpus.language import BlockPool
from training.simulation.career import Person, SimulatedJob, job_from_block
from training.simulation.row import draw_city, experience_text, total_text
from training.simulation.salary import reworded_salary
from training.simulation.stuffing import stuffing_lines

Relation = Literal["same", "more"]
_MORE_MONTHS: Final = 60
_STUFFING: Final = (
    "Python, Java, SQL, Kubernetes, Docker, React, AWS, лидерство, ответственность",
    "expert professional leader senior architect best results strategy innovation",
    "высокая квалификация, эксперт, профессионал, лучший результат, стратегия",
)


@dataclass(frozen=True, slots=True)
class Change:
    """`apply` gives the changed row and person; None where the person does not allow it."""

    name: str
    relation: Relation
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


def _three_stuffings(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    if not person.jobs:
        return None
    first, *others = person.jobs
    stuffed = replace(first, lines=(*first.lines, *[rng.choice(_STUFFING)] * rng.randint(1, 3)))
    text = experience_text(_with_jobs(person, (stuffed, *others)))
    return row | {"work_experience": text}, person


def _stuffed_text(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    """Lines in the newest job."""
    if not person.jobs:
        return None
    first, *others = person.jobs
    stuffed = replace(first, lines=(*first.lines, *stuffing_lines(rng, pool, person.family)))
    text = experience_text(_with_jobs(person, (stuffed, *others)))
    return row | {"work_experience": text}, person


def _white_text(
    rng: random.Random, pool: BlockPool, person: Person, row: dict[str, Any]
) -> tuple[dict[str, Any], Person] | None:
    """Lines that nobody sees on paper: before, after or between what any job says."""
    if not person.jobs:
        return None
    jobs = list(person.jobs)
    place = rng.choice((0, 0, len(jobs) - 1, rng.randrange(len(jobs))))
    lines = list(jobs[place].lines)
    at = rng.choice((0, len(lines), rng.randint(0, len(lines))))
    lines[at:at] = stuffing_lines(rng, pool, person.family)
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


CHANGES: Final = (
    Change("age", "same", _other_age),
    Change("city", "same", _other_city),
    Change("skills_three_times", "same", _skills_three_times),
    Change("doubled_length", "same", _doubled_length),
    Change("stuffed_text", "same", _stuffed_text),
    Change("white_text", "same", _white_text),
    Change("salary_wording", "same", _salary_wording),
    Change("five_more_years", "more", _five_more_years),
    Change("senior_role", "more", _senior_role),
)
"""What the probes measure."""

TRAINING_CHANGES: Final = (
    *CHANGES[:4],
    Change("stuffed_text", "same", _three_stuffings),
    *CHANGES[-2:],
)
"""What the pairs are drawn from. The probes stuff with more words than these."""


def _with_jobs(person: Person, jobs: tuple[SimulatedJob, ...]) -> Person:
    return replace(person, jobs=jobs)


def _retold(row: dict[str, Any], person: Person) -> tuple[dict[str, Any], Person]:
    texts = {"work_experience": experience_text(person), "total_experience": total_text(person)}
    return row | texts, person
