"""Figures of scores against labels."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata  # type: ignore[import-untyped]
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

Floats = NDArray[np.float64]
_BOOTSTRAP_ROUNDS: Final = 400
_ECE_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Metrics:
    """`roc_auc_low` and `roc_auc_high` bound 95 % of bootstrap samples of whole groups."""

    rows: int
    confirmed: int
    roc_auc: float
    roc_auc_low: float
    roc_auc_high: float
    average_precision: float
    brier_score: float
    expected_calibration_error: float

    def as_json(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


def measure(
    labels: Floats, probabilities: Floats, groups: Sequence[Hashable], seed: int
) -> Metrics:
    """All figures; `labels` are 0 or 1. Raises ValueError where only one label occurs."""
    if labels.min() == labels.max():
        raise ValueError("both labels are needed to measure anything")
    low, high = bootstrap_roc_auc(labels, probabilities, groups, seed)
    return Metrics(
        rows=len(labels),
        confirmed=int(labels.sum()),
        roc_auc=float(roc_auc_score(labels, probabilities)),
        roc_auc_low=low,
        roc_auc_high=high,
        average_precision=float(average_precision_score(labels, probabilities)),
        brier_score=float(brier_score_loss(labels, np.clip(probabilities, 0, 1))),
        expected_calibration_error=expected_calibration_error(labels, probabilities),
    )


def bootstrap_roc_auc(
    labels: Floats, scores: Floats, groups: Sequence[Hashable], seed: int
) -> tuple[float, float]:
    """2.5 % and 97.5 % of ROC-AUC over resampled groups (a person's rows stay together)."""
    found = [
        fast_roc_auc(labels[rows], scores[rows])
        for rows in resampled_groups(groups, seed)
        if labels[rows].min() < labels[rows].max()
    ]
    low, high = np.quantile(found, [0.025, 0.975]) if found else (float("nan"), float("nan"))
    return float(low), float(high)


def fast_roc_auc(labels: Floats, scores: Floats) -> float:
    """ROC-AUC by ranks (Mann and Whitney 1947): for thousands of samples of a few hundred rows."""
    ranks, positive = rankdata(scores), labels > 0.5
    count = int(positive.sum())
    above = float(ranks[positive].sum()) - count * (count + 1) / 2
    return above / (count * (len(labels) - count))


def resampled_groups(groups: Sequence[Hashable], seed: int) -> Iterator[NDArray[np.int64]]:
    """Row numbers of each bootstrap sample: as many groups as there are, drawn with return."""
    members: dict[Hashable, list[int]] = {}
    for index, group in enumerate(groups):
        members.setdefault(group, []).append(index)
    parts = [np.asarray(rows, dtype=np.int64) for rows in members.values()]
    rng = np.random.default_rng(seed)
    for _ in range(_BOOTSTRAP_ROUNDS):
        yield np.concatenate([parts[i] for i in rng.integers(0, len(parts), len(parts))])


def expected_calibration_error(labels: Floats, probabilities: Floats) -> float:
    """Mean |share confirmed - mean probability| over ten bins of equally many rows.

    Rows of one probability share their labels out, so that their order does not count.
    """
    _, group, sizes = np.unique(probabilities, return_inverse=True, return_counts=True)
    shares = (np.bincount(group, weights=labels) / sizes)[group]
    order = np.argsort(probabilities, kind="stable")
    bins = np.array_split(order, min(_ECE_BINS, len(order)))
    gaps = [abs(shares[b].mean() - probabilities[b].mean()) * len(b) for b in bins if len(b)]
    return float(sum(gaps) / len(labels))
