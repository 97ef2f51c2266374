"""A calibration for weights that were published without one: what their ROC-AUC permits, no more.

Nobody published margins or labels of the held-out rows, so no curve can be fitted. Known are the
share of confirmed grades and the ROC-AUC. With them the equal-variance binormal model (Green and
Swets 1966) says how far a margin may move the odds: for d' = sqrt(2) * inverse normal CDF(ROC-AUC)
and margins of standard deviation s within a label,

    logit P = logit(base rate) + d' / s * (margin - middle of the two labels' means).

Mean and spread of the margins are measured on unlabelled reference rows, which also give the
percentiles. A model that ranks hardly better than chance then says hardly more than the base rate.
"""

import math
from collections.abc import Sequence
from pathlib import Path
from statistics import NormalDist, fmean, pstdev
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from domain.errors import BundleMismatchError
from inference.scoring.calibration import Calibration, PlattCurve, read_calibration

_LEAST_SPREAD: Final = 1e-6


class PublishedFigures(BaseModel):
    """calibration.json of such a bundle. `reference` names the file of the reference rows."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    kind: Literal["published"]
    roc_auc: float = Field(gt=0.5, lt=1)
    base_rate: float = Field(gt=0, lt=1)
    reference: str = Field(pattern=r"^[a-z][\w-]*\.jsonl$")

    def calibration(self, margins: Sequence[float]) -> Calibration:
        """`margins` of the reference rows, in any order; at least two."""
        separation = math.sqrt(2) * NormalDist().inv_cdf(self.roc_auc)
        share = self.base_rate
        # The spread over both labels is wider than within one by the distance of their means.
        spread = max(pstdev(margins), _LEAST_SPREAD)
        within = spread / math.sqrt(1 + share * (1 - share) * separation**2)
        middle = fmean(margins) + separation * within * (0.5 - share)
        slope = separation / within
        return Calibration(
            curve=PlattCurve(slope=slope, intercept=math.log(share / (1 - share)) - slope * middle),
            base_rate=share,
            reference_size=len(margins),
            reference_margins=tuple(sorted(margins)),
        )


def read_calibration_or_figures(path: Path, bundle: str) -> Calibration | PublishedFigures:
    """Raises BundleMismatchError."""
    try:
        return PublishedFigures.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        if isinstance(error, ValidationError) and _says_published(error):
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise BundleMismatchError(bundle, path.name, first["msg"], place) from error
    return read_calibration(path, bundle)


def _says_published(error: ValidationError) -> bool:
    return not any(
        detail["loc"][:1] == ("kind",) or detail["type"] == "json_invalid"
        for detail in error.errors()
    )
