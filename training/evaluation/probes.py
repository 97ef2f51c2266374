"""What a change of one thing does to the score of held-out people."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from domain.score import ModelIdentity
from inference.scoring.calibration import Calibration
from training.simulation.rows import make_twin
from training.simulation.simulate import Simulator
from training.simulation.twins import PROBED_CHANGES, Change, Relation

Floats = NDArray[np.float64]
MarginsOf = Callable[[Sequence[Mapping[str, Any]]], Floats]
_FIRST_PERSON: Final = 1_000_000
_SMALL_MOVE_POINTS: Final = 3.0
_NOBODY: Final = ModelIdentity(name="-", revision="-", template="-")


@dataclass(frozen=True, slots=True)
class Probe:
    """Points of the score (0..100) between a row and its changed twin."""

    name: str
    relation: Relation
    pairs: int
    mean_move: float
    share_within_3: float
    largest_10_percent: float
    share_raised: float

    def as_json(self) -> dict[str, float | str]:
        return {
            name: round(value, 3) if isinstance(value, float) else value
            for name, value in asdict(self).items()
            if name != "name"
        }


def probe_changes(
    margins_of: MarginsOf, calibration: Calibration, simulator: Simulator, people: int, seed: int
) -> tuple[Probe, ...]:
    """One probe a change, on the first application of people that no other set has."""
    cases = []
    for index in range(people):
        cases += list(simulator.cases(1, first=_FIRST_PERSON + index))[:1]
    unchanged = _scores(calibration, margins_of([case.row for case in cases]))
    probes = []
    for change in PROBED_CHANGES:
        rng = random.Random(f"{seed}-probe-{change.name}")
        twins = [make_twin(rng, simulator, case, change, "probe") for case in cases]
        applies = np.array([twin is not None for twin in twins])
        after = _scores(calibration, margins_of([twin.row for twin in twins if twin]))
        probes.append(_probe(change, after - unchanged[applies]))
    return tuple(probes)


def _probe(change: Change, moves: Floats) -> Probe:
    return Probe(
        name=change.name,
        relation=change.relation,
        pairs=len(moves),
        mean_move=float(moves.mean()),
        share_within_3=float((np.abs(moves) < _SMALL_MOVE_POINTS).mean()),
        largest_10_percent=float(np.quantile(np.abs(moves), 0.9)),
        share_raised=float((moves > 0).mean()),
    )


def _scores(calibration: Calibration, margins: Floats) -> Floats:
    return np.array([calibration.score(float(m), _NOBODY).score for m in margins])
