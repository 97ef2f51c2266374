"""What a change of one thing does to the score of held-out people."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from domain.score import ModelIdentity
from inference.scoring.calibration import Calibration
from training.corpus.families import is_it_family, without_grade_words
from training.simulation.rows import ad_case, make_twin
from training.simulation.simulate import Simulator
from training.simulation.twins import CHANGES, Relation

Floats = NDArray[np.float64]
MarginsOf = Callable[[Sequence[Mapping[str, Any]]], Floats]
_FIRST_PERSON: Final = 1_000_000
_MOST_ADS: Final = 500
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
    probes = []
    for change in CHANGES:
        rng = random.Random(f"{seed}-probe-{change.name}")
        pairs = []
        for case in cases:
            if twin := make_twin(rng, simulator, case, change, "probe"):
                pairs.append((case.row, twin.row))
        before, after = (
            _scores(calibration, margins_of([pair[side] for pair in pairs])) for side in (0, 1)
        )
        moves = after - before
        probes.append(
            Probe(
                name=change.name,
                relation=change.relation,
                pairs=len(pairs),
                mean_move=float(moves.mean()),
                share_within_3=float((np.abs(moves) < _SMALL_MOVE_POINTS).mean()),
                largest_10_percent=float(np.quantile(np.abs(moves), 0.9)),
                share_raised=float((moves > 0).mean()),
            )
        )
    return tuple(probes)


def seniority_of_ads(margins_of: MarginsOf, simulator: Simulator, seed: int) -> Mapping[str, float]:
    """ROC-AUC of senior and lead (or 3+ years) above junior (or none) for IT ads.

    By employers that training has not seen; with the title as it stands, and without its grade.
    Empty where there are too few ads.
    """
    blocks = [
        b
        for b in simulator.blocks
        if is_it_family(b.family)
        and len(b.duties) >= 2
        and b.level in (0, 2, 3)
        and not b.source.startswith("resume-en")
    ]
    blocks = random.Random(f"{seed}-ads").sample(blocks, k=min(_MOST_ADS, len(blocks)))
    labels = np.array([float((b.level or 0) >= 2) for b in blocks])
    if len(blocks) < 20 or labels.min() == labels.max():
        return {}
    found = {}
    for name in ("title_as_it_stands", "title_without_grade"):
        rows = []
        for index, block in enumerate(blocks):
            row = ad_case(random.Random(f"{seed}-ads-{index}"), block, "").row
            bare = without_grade_words(block.title) or block.title
            title = block.title if name == "title_as_it_stands" else bare
            text = f"{title}  {'. '.join(block.duties)}"
            rows.append(row | {"position": title, "work_experience": text})
        found[name] = float(roc_auc_score(labels, margins_of(rows)))
    return found


def _scores(calibration: Calibration, margins: Floats) -> Floats:
    return np.array([calibration.score(float(m), _NOBODY).score for m in margins])
