"""A model on held-out people: figures, a baseline, and what must and must not move the score."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from inference.scoring.calibration import Calibration
from training.corpus.block import Block
from training.corpus.english_careers import GradedCareer
from training.evaluation.ads import seniority_of_ads
from training.evaluation.metrics import Metrics, measure
from training.evaluation.probes import Probe, probe_changes
from training.evaluation.real_resumes import RealResumes, measure_real_resumes
from training.simulation.row import CONFIRMED
from training.simulation.simulate import Simulator

Floats = NDArray[np.float64]
MarginsOf = Callable[[Sequence[Mapping[str, Any]]], Floats]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`years` ranks by total years of experience alone; `best` by the simulator's own truth."""

    model: Metrics
    years_roc_auc: float
    best_roc_auc: float
    probes: tuple[Probe, ...]
    ads: Mapping[str, float]
    resumes: RealResumes | None

    def as_json(self) -> dict[str, Any]:
        return {
            **self.model.as_json(),
            "years_of_experience_roc_auc": round(self.years_roc_auc, 4),
            "simulator_truth_roc_auc": round(self.best_roc_auc, 4),
            "probes": {probe.name: probe.as_json() for probe in self.probes},
            "ads_seniority_roc_auc": {k: round(v, 4) for k, v in self.ads.items()},
            "real_resumes": self.resumes.as_json() if self.resumes else None,
        }


def evaluate_model(
    margins_of: MarginsOf,
    calibration: Calibration,
    rows: Sequence[Mapping[str, Any]],
    training_blocks: Sequence[Block],
    simulator: Simulator,
    careers: Sequence[GradedCareer],
    probe_people: int,
    seed: int,
) -> Evaluation:
    """`rows` are held-out applications with their hidden truth, `careers` real held-out resumes.

    `simulator` draws from held-out blocks; the ads of `training_blocks` teach the baselines.
    """
    labels = np.array([float(row["grade_proof"] == CONFIRMED) for row in rows])
    margins = margins_of(rows)
    probabilities = np.array([calibration.probability(m) for m in margins])
    years = [row["latent"]["total_years"] for row in rows]
    truth = [row["latent"]["probability"] for row in rows]
    return Evaluation(
        model=measure(labels, probabilities, [row["candidate"] for row in rows], seed),
        years_roc_auc=float(roc_auc_score(labels, years)),
        best_roc_auc=float(roc_auc_score(labels, truth)),
        probes=probe_changes(margins_of, calibration, simulator, probe_people, seed),
        ads=seniority_of_ads(margins_of, training_blocks, simulator.blocks, seed),
        resumes=measure_real_resumes(margins_of, careers, seed),
    )
