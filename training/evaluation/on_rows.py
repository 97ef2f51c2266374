"""A saved model on rows that have labels: by candidate and by label, beside the ruler."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from inference.scoring.calibration import Calibration
from training.evaluation.metrics import Metrics, measure
from training.evaluation.years import years_of_experience
from training.fit.saved import SavedModel
from training.rows.labels import labels_of
from training.rows.splits import SPLIT_NAMES, split_rows

ALL_ROWS = "all"


@dataclass(frozen=True, slots=True)
class SplitResult:
    """Figures on the rows of one split's test side; `years_roc_auc` is the ruler on the same."""

    split: str
    model: Metrics
    years_roc_auc: float

    def as_json(self) -> dict[str, Any]:
        years = round(self.years_roc_auc, 4)
        return {**self.model.as_json(), "years_of_experience_roc_auc": years}


def evaluate_on_rows(
    model: SavedModel,
    rows: Sequence[Mapping[str, Any]],
    seed: int,
    calibration: Calibration | None = None,
) -> list[SplitResult]:
    """All rows, then the 10 % that each split holds out, where both labels occur there.

    Probabilities are calibrated by `calibration` or the bundle's own; a bare model's are the
    sigmoid of its margin. Raises ValueError where the rows have only one label.
    """
    labels = labels_of(rows)
    margins = model.margins(rows)
    curve = calibration or model.calibration
    probabilities = (
        np.array([curve.probability(float(m)) for m in margins])
        if curve
        else 1 / (1 + np.exp(-margins))
    )
    years = np.array(years_of_experience(rows))
    candidates = [str(row.get("candidate", index)) for index, row in enumerate(rows)]
    sides: dict[str, list[int]] = {ALL_ROWS: list(range(len(rows)))}
    named = [dict(row) | {"candidate": name} for row, name in zip(rows, candidates, strict=True)]
    for split in SPLIT_NAMES:
        _, sides[split] = split_rows(named, split)
    results = []
    for name, chosen in sides.items():
        if name != ALL_ROWS and len(set(labels[chosen])) < 2:
            continue
        groups = [candidates[index] for index in chosen]
        found = measure(labels[chosen], probabilities[chosen], groups, seed)
        ruler = float(roc_auc_score(labels[chosen], years[chosen]))
        results.append(SplitResult(name, found, ruler))
    return results


def render_results(results: Sequence[SplitResult]) -> str:
    """A Markdown table."""
    lines = [
        "| rows | n | confirmed | ROC-AUC (95 %) | years alone | avg. precision | Brier | ECE |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for result in results:
        m = result.model
        lines.append(
            f"| {result.split} | {m.rows} | {m.confirmed} | {m.roc_auc:.3f} "
            f"({m.roc_auc_low:.3f} to {m.roc_auc_high:.3f}) | {result.years_roc_auc:.3f} "
            f"| {m.average_precision:.3f} | {m.brier_score:.4f} "
            f"| {m.expected_calibration_error:.4f} |"
        )
    return "\n".join(lines) + "\n"
