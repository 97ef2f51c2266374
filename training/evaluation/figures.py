"""All figures of one scorer on one set of rows."""

from collections.abc import Hashable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, brier_score_loss, f1_score, roc_auc_score

from inference.scoring.calibration import IsotonicCurve, PlattCurve
from training.evaluation.calibrate import fit_calibration
from training.evaluation.metrics import bootstrap_roc_auc, expected_calibration_error

Floats = NDArray[np.float64]
_TOP_SHARE: Final = 0.1
_LEAST_OF_EACH: Final = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How margins are read: what becomes of one as a probability, and from which on it is a yes.

    `curve` None: the margins did not rank the rows that it was to be fitted on, so that `share`,
    the confirmed grades among them, is all that is known of anybody.
    """

    curve: PlattCurve | IsotonicCurve | None
    share: float
    threshold: float

    def probabilities(self, margins: Floats) -> Floats:
        if self.curve is None:
            return np.full(len(margins), self.share)
        return np.array([self.curve.probability(float(margin)) for margin in margins])

    def as_json(self) -> dict[str, Any]:
        curve = self.curve.model_dump(mode="json") if self.curve else None
        return {"curve": curve, "share": round(self.share, 6), "threshold": self.threshold}


@dataclass(frozen=True, slots=True)
class Figures:
    """Ranking figures are None where fewer than five rows have either label.

    `roc_auc_low` and `roc_auc_high` bound 95 % of bootstrap samples of whole candidates. Errors of
    calibration are of the margin's sigmoid before, None for what is no logit, and of the reading
    after. `f1` is of the confirmed grade at the reading's threshold. `lift_at_10_percent`: how many
    times the share of confirmed grades is that of all in the tenth with the highest scores.
    """

    rows: int
    confirmed: int
    mean_probability: float
    brier_score: float
    calibration_error_before: float | None
    calibration_error_after: float
    roc_auc: float | None
    roc_auc_low: float | None
    roc_auc_high: float | None
    average_precision: float | None
    f1: float | None
    lift_at_10_percent: float | None

    def as_json(self) -> dict[str, Any]:
        told = asdict(self)
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in told.items()}


def fit_reading(
    margins: Floats, labels: Floats, curve: PlattCurve | IsotonicCurve | None = None
) -> Reading:
    """From rows that nobody was trained on: the threshold of the best F1, and Platt's curve.

    A `curve` that is there already is taken instead.
    """
    if curve is None:
        try:
            curve = fit_calibration(margins, labels, margins).curve
        except ValueError:
            # One label alone, or margins that do not rank them.
            curve = None
    return Reading(curve, float(labels.mean()), best_threshold(margins, labels))


def best_threshold(margins: Floats, labels: Floats) -> float:
    """The margin from which on "confirmed" has the best F1; the lowest of equals."""
    order = np.argsort(-margins, kind="stable")
    ranked, found = margins[order], np.cumsum(labels[order])
    f1 = 2 * found / (np.arange(1, len(labels) + 1) + max(1.0, labels.sum()))
    # Equal margins are all above a threshold or none is.
    is_last_of_equals = np.append(ranked[1:] != ranked[:-1], True)
    return float(ranked[int(np.argmax(np.where(is_last_of_equals, f1, -1)))])


def figures_of(
    labels: Floats,
    margins: Floats,
    reading: Reading,
    groups: Sequence[Hashable],
    seed: int,
    *,
    is_logit: bool = True,
) -> Figures:
    """`groups` are the candidates; `labels` are 0 or 1; (rows,) each."""
    probabilities = reading.probabilities(margins)
    before = expected_calibration_error(labels, _sigmoid(margins)) if is_logit else None
    ranking: dict[str, float | None] = dict.fromkeys(
        ("roc_auc", "roc_auc_low", "roc_auc_high", "average_precision", "f1", "lift_at_10_percent")
    )
    if min(labels.sum(), len(labels) - labels.sum()) >= _LEAST_OF_EACH:
        low, high = bootstrap_roc_auc(labels, margins, groups, seed)
        ranking = {
            "roc_auc": float(roc_auc_score(labels, margins)),
            "roc_auc_low": low,
            "roc_auc_high": high,
            "average_precision": float(average_precision_score(labels, margins)),
            "f1": float(f1_score(labels, margins >= reading.threshold)),
            "lift_at_10_percent": lift_at_top(labels, margins, _TOP_SHARE),
        }
    return Figures(
        rows=len(labels),
        confirmed=int(labels.sum()),
        mean_probability=float(probabilities.mean()),
        brier_score=float(brier_score_loss(labels, probabilities)),
        calibration_error_before=before,
        calibration_error_after=expected_calibration_error(labels, probabilities),
        **ranking,
    )


def lift_at_top(labels: Floats, margins: Floats, share: float) -> float:
    """Rows with the margin at the border count by their mean, in whatever order they stand."""
    count = max(1, round(share * len(labels)))
    border = np.sort(margins)[-count]
    above, at = margins > border, margins == border
    found = labels[above].sum() + labels[at].mean() * (count - above.sum())
    return float(found / count / labels.mean())


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -60, 60))))
