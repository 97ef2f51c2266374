"""People -> labelled rows, deterministic from the seed."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from training.corpus.block import Block
from training.corpus.families import FAMILIES
from training.corpus.language import BlockPool
from training.simulation.application import apply_for_work, clients
from training.simulation.career import Person, draw_person
from training.simulation.evidence import Evidence, confirmation_logit, weigh_career
from training.simulation.row import CONFIRMED, NOT_CONFIRMED, row_of

CONFIRMED_SHARE: Final = 805 / 12673
_NOISE: Final = 0.45
_APPLICATIONS: Final = ((1, 2, 3, 4), (0.4, 0.3, 0.2, 0.1))


@dataclass(frozen=True, slots=True)
class Case:
    """One application with its hidden truth: `probability` is what the label was drawn from."""

    person: Person
    evidence: Evidence
    row: dict[str, Any]
    logit: float


class Simulator:
    """Draws people from a pool of blocks. `side` keeps the names of two halves apart."""

    def __init__(self, blocks: Sequence[Block], seed: int, side: str) -> None:
        self.blocks = blocks
        self.pool = BlockPool(blocks)
        self._seed = seed
        self._side = side
        self._clients = clients(seed)
        self._fitting = {family: _fitting_skills(blocks, family) for family in FAMILIES}

    def fitting_skills(self, family: str) -> frozenset[str]:
        """What the trade's ads ask for, in lower case."""
        return self._fitting[family]

    def cases(self, people: int, *, first: int = 0, raw: bool = False) -> Iterator[Case]:
        """All applications of `people` persons, beginning with the one numbered `first`."""
        for index in range(first, first + people):
            rng = random.Random(f"{self._seed}-{self._side}-{index}")
            person = draw_person(rng, self.pool)
            evidence = self.weigh(person)
            count = rng.choices(*_APPLICATIONS)[0]
            for client in rng.sample(self._clients, k=count):
                yield self._case(rng, person, evidence, client, index, raw)

    def weigh(self, person: Person) -> Evidence:
        return weigh_career(person, self._fitting[person.family])

    def _case(
        self,
        rng: random.Random,
        person: Person,
        evidence: Evidence,
        client: tuple[str, float],
        index: int,
        raw: bool,
    ) -> Case:
        application = apply_for_work(rng, self.pool, person, evidence, client)
        row = row_of(rng, person, application, raw=raw)
        expertise = evidence.expertise(person.talent)
        logit = confirmation_logit(
            expertise, application.claimed_level, application.client_strictness
        ) + rng.gauss(0, _NOISE)
        row["candidate"] = f"{self._side}-{index}"
        row["latent"] = {
            **evidence.as_targets(),
            "claimed_level": application.claimed_level,
            "family": person.family,
        }
        return Case(person, evidence, row, logit)


def label_cases(
    cases: Sequence[Case],
    seed: int,
    share: float = CONFIRMED_SHARE,
    *,
    intercept: float | None = None,
) -> float:
    """Draws every label; unless given, the intercept makes the expected share `share`."""
    if intercept is None:
        intercept = _intercept([case.logit for case in cases], share)
    for index, case in enumerate(cases):
        probability = 1 / (1 + math.exp(-(case.logit + intercept)))
        confirmed = random.Random(f"{seed}-label-{index}").random() < probability
        case.row["grade_proof"] = CONFIRMED if confirmed else NOT_CONFIRMED
        case.row["latent"]["probability"] = round(probability, 5)
    return intercept


def _intercept(logits: Sequence[float], share: float) -> float:
    """Bisection: the mean probability rises with the intercept."""
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        mean = sum(1 / (1 + math.exp(-(x + middle))) for x in logits) / len(logits)
        low, high = (middle, high) if mean < share else (low, middle)
    return (low + high) / 2


def _fitting_skills(blocks: Sequence[Block], family: str) -> frozenset[str]:
    """Skills that at least two blocks of the trade ask for."""
    seen: dict[str, int] = {}
    for block in blocks:
        if block.family == family:
            for skill in {s.lower() for s in block.skills}:
                seen[skill] = seen.get(skill, 0) + 1
    return frozenset(skill for skill, count in seen.items() if count >= 2)
