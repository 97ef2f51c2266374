"""What a career proves, and P(the claimed grade is confirmed): the simulator's hidden truth.

Every part is monotone in what an expert rewards: relevant years, the level of duties reached,
fitting skills. Age, city, length and repetition have no place in it.
"""

import math
from dataclasses import asdict, dataclass
from typing import Final

from training.simulation.career import Person, SimulatedJob

_YEARS_WEIGHT: Final = 1.0
_DEPTH_WEIGHT: Final = 0.75
_SKILLS_WEIGHT: Final = 1.1
_TALENT_WEIGHT: Final = 0.4
_LOGIT_PER_EXPERTISE: Final = 1.05
_LOGIT_PER_OVERCLAIM: Final = 0.7
_MONTHS_TO_PROVE_A_LEVEL: Final = 14


@dataclass(frozen=True, slots=True)
class Evidence:
    """`relevant_years`, `depth` (0..3), `skills` (0..1), `total_years` as the career shows them."""

    relevant_years: float
    total_years: float
    depth: float
    skills: float

    def expertise(self, talent: float) -> float:
        """About 0 for an average applicant, 1 for one sigma above."""
        return (
            _YEARS_WEIGHT * (math.log2(1 + self.relevant_years) - 2.0)
            + _DEPTH_WEIGHT * (self.depth - 1.3)
            + _SKILLS_WEIGHT * (self.skills - 0.5)
            + _TALENT_WEIGHT * talent
        )

    def as_targets(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


def covered_months(jobs: tuple[SimulatedJob, ...]) -> int:
    """Months with at least one job."""
    return len(_months(jobs))


def weigh_career(person: Person, fitting_skills: frozenset[str]) -> Evidence:
    """The evidence of a career; `fitting_skills` are those that the wanted trade asks for."""
    best: dict[int, float] = {}
    for job in person.jobs:
        for month in range(job.first_month, job.last_month + 1):
            best[month] = max(best.get(month, 0.0), job.relevance)
    known = {skill.lower() for skill in person.skills}
    fitting = len(known & fitting_skills)
    share = fitting / len(known) if known else 0.0
    return Evidence(
        relevant_years=sum(best.values()) / 12,
        total_years=len(best) / 12,
        depth=_depth(person.jobs),
        skills=0.5 * share + 0.5 * min(1.0, fitting / 8),
    )


def expected_level(expertise: float) -> float:
    """The grade (0 junior .. 3 lead) that this expertise supports."""
    return min(3.0, max(0.0, 1.35 + 0.7 * expertise))


def confirmation_logit(expertise: float, claimed_level: int, client_strictness: float) -> float:
    """Before the intercept that sets the base rate. A claim above the evidence costs."""
    overclaim = max(0.0, claimed_level - expected_level(expertise))
    return _LOGIT_PER_EXPERTISE * expertise - _LOGIT_PER_OVERCLAIM * overclaim - client_strictness


def _depth(jobs: tuple[SimulatedJob, ...]) -> float:
    """The highest level that enough relevant months stand behind; never lowered by more jobs."""
    reached = 0.0
    for level in (1, 2, 3):
        months = sum(job.months * job.relevance for job in jobs if job.level >= level)
        reached = max(reached, level * min(1.0, months / _MONTHS_TO_PROVE_A_LEVEL))
    return reached


def _months(jobs: tuple[SimulatedJob, ...]) -> set[int]:
    return {m for job in jobs for m in range(job.first_month, job.last_month + 1)}
