"""calibration.json: from the model's margin to a calibrated probability, score and percentile."""

import bisect
import math
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from domain.errors import BundleMismatchError
from domain.score import ModelIdentity, Score

_CERTAIN = 1e-6


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class PlattCurve(_Frozen):
    """probability = sigmoid(slope * margin + intercept) (Platt 1999).

    A temperature T is slope = 1/T with intercept 0. The slope is positive: a calibrator never
    turns the model's order round.
    """

    kind: Literal["platt"] = "platt"
    slope: float = Field(gt=0)
    intercept: float

    def probability(self, margin: float) -> float:
        return _sigmoid(self.slope * margin + self.intercept)


class IsotonicCurve(_Frozen):
    """Straight lines between knots; flat outside. Margins rise strictly, probabilities weakly."""

    kind: Literal["isotonic"] = "isotonic"
    margins: tuple[float, ...] = Field(min_length=2)
    probabilities: tuple[Annotated[float, Field(ge=0, le=1)], ...]

    @model_validator(mode="after")
    def _is_monotone(self) -> Self:
        if len(self.margins) != len(self.probabilities):
            raise ValueError("as many probabilities as margins")
        if any(a >= b for a, b in pairwise(self.margins)):
            raise ValueError("margins must rise")
        if any(a > b for a, b in pairwise(self.probabilities)):
            raise ValueError("probabilities must not fall")
        return self

    def probability(self, margin: float) -> float:
        return _interpolate(margin, self.margins, self.probabilities)


class Calibration(_Frozen):
    """How a bundle's margins are to be read; fitted on rows that the model was not trained on.

    `base_rate` is the share of confirmed grades in the reference set. `reference_margins` are
    the reference set's margins at the quantiles 0, 1/n, ..., 1 in rising order, at most a few
    hundred of them: a percentile is read off between two neighbours.
    """

    curve: Annotated[PlattCurve | IsotonicCurve, Field(discriminator="kind")]
    base_rate: float = Field(gt=0, lt=1)
    reference_size: int = Field(ge=1)
    reference_margins: tuple[float, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _quantiles_rise(self) -> Self:
        if any(a > b for a, b in pairwise(self.reference_margins)):
            raise ValueError("reference margins must not fall")
        return self

    def probability(self, margin: float) -> float:
        """Calibrated P(claimed grade confirmed), within [1e-6, 1 - 1e-6]."""
        return min(1 - _CERTAIN, max(_CERTAIN, self.curve.probability(margin)))

    def percentile(self, margin: float) -> float:
        """Share of the reference set below this margin, 0..100; ties count half."""
        quantiles = self.reference_margins
        below = bisect.bisect_left(quantiles, margin)
        above = bisect.bisect_right(quantiles, margin)
        last = len(quantiles) - 1
        if below != above:
            return 100 * (below + above - 1) / 2 / last
        if below in (0, last + 1):
            return 0.0 if below == 0 else 100.0
        low, high = quantiles[below - 1], quantiles[below]
        return 100 * (below - 1 + (margin - low) / (high - low)) / last

    def score(self, margin: float, model: ModelIdentity) -> Score:
        """The judgement; `score` compares with the reference set's middle, as domain.score says."""
        probability = self.probability(margin)
        middle = self.probability(self._reference_median())
        return Score(
            score=100 * _sigmoid(_logit(probability) - _logit(middle)),
            probability=probability,
            percentile=self.percentile(margin),
            model=model,
        )

    def _reference_median(self) -> float:
        quantiles = self.reference_margins
        half = (len(quantiles) - 1) / 2
        return (quantiles[math.floor(half)] + quantiles[math.ceil(half)]) / 2


def read_calibration(path: Path, bundle: str) -> Calibration:
    """Raises BundleMismatchError."""
    try:
        return Calibration.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BundleMismatchError(bundle, path.name, "a calibration", "no file") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise BundleMismatchError(bundle, path.name, first["msg"], place or "no JSON") from error


def _interpolate(x: float, xs: tuple[float, ...], ys: tuple[float, ...]) -> float:
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    right = bisect.bisect_right(xs, x)
    share = (x - xs[right - 1]) / (xs[right] - xs[right - 1])
    return ys[right - 1] + share * (ys[right] - ys[right - 1])


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))
