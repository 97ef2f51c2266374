"""Two models on the verdicts that neither has seen."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from training.evaluation.metrics import Metrics, fast_roc_auc, measure, resampled_groups

Floats = NDArray[np.float64]
Finding = Literal["better", "worse", "no difference shown"]
_SEED: Final = 52


@dataclass(frozen=True, slots=True)
class Comparison:
    """`low` and `high` bound 95 % of the paired bootstrap differences of ROC-AUC, new - live."""

    live: Metrics
    new: Metrics
    low: float
    high: float

    @property
    def finding(self) -> Finding:
        """Better or worse only where the whole interval says so."""
        if self.low > 0:
            return "better"
        return "worse" if self.high < 0 else "no difference shown"

    def as_json(self) -> dict[str, Any]:
        return {
            "finding": self.finding,
            "roc_auc_difference": round(self.new.roc_auc - self.live.roc_auc, 4),
            "roc_auc_difference_low": round(self.low, 4),
            "roc_auc_difference_high": round(self.high, 4),
            "live": self.live.as_json(),
            "new": self.new.as_json(),
        }


def compare(
    labels: Floats, live: Floats, new: Floats, candidates: Sequence[Hashable]
) -> Comparison:
    """`live` and `new` are probabilities of the same rows; both labels must occur."""
    differences = [
        fast_roc_auc(labels[rows], new[rows]) - fast_roc_auc(labels[rows], live[rows])
        for rows in resampled_groups(candidates, _SEED)
        if labels[rows].min() < labels[rows].max()
    ]
    low, high = np.quantile(differences, [0.025, 0.975])
    return Comparison(
        live=measure(labels, live, candidates, _SEED),
        new=measure(labels, new, candidates, _SEED),
        low=float(low),
        high=float(high),
    )
