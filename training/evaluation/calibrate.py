"""Margins and labels of rows that the model was not trained on -> calibration.json."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

from inference.scoring.calibration import Calibration, PlattCurve

Floats = NDArray[np.float64]
_QUANTILES: Final = 200


def fit_calibration(
    margins: Floats, labels: Floats, reference_margins: Floats, base_rate: float | None = None
) -> Calibration:
    """Platt's curve by maximum likelihood, with his smoothed targets (Platt 1999).

    `reference_margins` are of the set that percentiles are told against. Raises ValueError
    where only one label occurs or higher margins do not mean more confirmed grades.
    """
    if labels.min() == labels.max():
        raise ValueError("both labels are needed for a calibration")
    slope, intercept = _platt(margins, labels)
    if slope <= 0:
        raise ValueError("the margins do not rank the labels: there is nothing to calibrate")
    quantiles = np.quantile(reference_margins, np.linspace(0, 1, _QUANTILES + 1))
    return Calibration(
        curve=PlattCurve(slope=slope, intercept=intercept),
        base_rate=float(labels.mean()) if base_rate is None else base_rate,
        reference_size=len(reference_margins),
        reference_margins=tuple(round(float(q), 5) for q in quantiles),
    )


def _platt(margins: Floats, labels: Floats) -> tuple[float, float]:
    positive, negative = labels.sum(), len(labels) - labels.sum()
    targets = np.where(labels > 0.5, (positive + 1) / (positive + 2), 1 / (negative + 2))

    def loss(parameters: Floats) -> float:
        logits = parameters[0] * margins + parameters[1]
        return float(np.mean(np.logaddexp(0, logits) - targets * logits))

    start = np.array([1.0, np.log(positive / negative)])
    slope, intercept = minimize(loss, start, method="BFGS").x
    return float(slope), float(intercept)
