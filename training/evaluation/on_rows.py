"""Trained models and baselines on the rows that each split holds out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from inference.scoring.calibration import Calibration
from training.evaluation.baselines import Baseline, fit_baselines
from training.evaluation.figures import (
    Figures,
    Reading,
    figures_of,
    fit_reading,
)
from training.evaluation.slices import SLICES
from training.models import OpenedModel
from training.rows.files import rows_digest
from training.rows.labels import labels_of
from training.rows.splits import SPLIT_NAMES, Sides, SplitName, hold_out, leaked_share

Rows = Sequence[Mapping[str, Any]]
Floats = NDArray[np.float64]
HELD_OUT: Final = "held out"
NEVER_SEEN: Final = "trained on other rows"
TRAINED_ON: Final = "trained on these very rows: no measure of anything new"


@dataclass(frozen=True, slots=True)
class ScorerResult:
    """One scorer on the test side. `slices`: way of cutting -> group -> figures, of models alone.

    `margins` and `probabilities` are the test rows', for the plots.
    """

    name: str
    standing: str
    reading: Reading
    figures: Figures
    slices: Mapping[str, Mapping[str, Figures]]
    margins: Floats
    probabilities: Floats

    def as_json(self) -> dict[str, Any]:
        return {
            "standing": self.standing,
            "reading": self.reading.as_json(),
            **self.figures.as_json(),
            "slices": {
                way: {group: found.as_json() for group, found in groups.items()}
                for way, groups in self.slices.items()
            },
        }


@dataclass(frozen=True, slots=True)
class SplitResult:
    """`leaked_share`: of the test rows, whose candidate is on the training side too."""

    sides: Sides
    leaked_share: float
    labels: Floats
    models: Sequence[ScorerResult]
    baselines: Sequence[ScorerResult]
    left_out: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": {
                "training": len(self.sides.training),
                "validation": len(self.sides.validation),
                "test": len(self.sides.test),
                "test_confirmed": int(self.labels.sum()),
            },
            "leaked_share": round(self.leaked_share, 4),
            "models": {found.name: found.as_json() for found in self.models},
            "baselines": {found.name: found.as_json() for found in self.baselines},
            "models_left_out": dict(self.left_out),
        }


@dataclass(frozen=True, slots=True)
class _Measured:
    """The rows of one split, by side."""

    validation: Rows
    test: Rows
    validation_labels: Floats
    test_labels: Floats
    candidates: Sequence[str]
    seed: int


def evaluate_on_rows(
    models: Mapping[str, OpenedModel],
    rows: Rows,
    seed: int,
    calibration: Calibration | None = None,
) -> list[SplitResult]:
    """Both splits, every model on those that it may be measured on, the baselines on both.

    A reading is fitted on the validation side, unless `calibration` or a bundle's own is there;
    the threshold always is. Raises TooFewRowsError, RowsError.
    """
    named = [dict(row) | {"candidate": str(row.get("candidate", n))} for n, row in enumerate(rows)]
    digest = rows_digest(rows)
    return [
        _evaluate_split(models, named, split, digest, seed, calibration) for split in SPLIT_NAMES
    ]


def _evaluate_split(
    models: Mapping[str, OpenedModel],
    rows: Rows,
    split: SplitName,
    digest: str,
    seed: int,
    calibration: Calibration | None,
) -> SplitResult:
    sides = hold_out(rows, split)
    validation, test = [rows[i] for i in sides.validation], [rows[i] for i in sides.test]
    measured = _Measured(
        validation=validation,
        test=test,
        validation_labels=labels_of(validation),
        test_labels=labels_of(test),
        candidates=[row["candidate"] for row in test],
        seed=seed,
    )
    found, left_out = [], {}
    for name, model in models.items():
        standing = _standing(model, digest, split)
        if standing is None:
            left_out[name] = f"trained on the {model.split} split, whose test rows are others"
            continue
        curve = calibration or model.calibration
        found.append(_evaluate_model(name, standing, model, measured, curve))
    fitted = fit_baselines([rows[i] for i in sides.training], seed)
    return SplitResult(
        sides=sides,
        leaked_share=leaked_share(rows, sides),
        labels=measured.test_labels,
        models=found,
        baselines=[_evaluate_baseline(baseline, measured) for baseline in fitted],
        left_out=left_out,
    )


def _standing(model: OpenedModel, digest: str, split: SplitName) -> str | None:
    """How the model stands to the split's test rows; None where it must not be measured there."""
    if model.rows != digest:
        return NEVER_SEEN
    if model.split is None:
        return TRAINED_ON
    return HELD_OUT if model.split == split else None


def _evaluate_model(
    name: str,
    standing: str,
    model: OpenedModel,
    measured: _Measured,
    calibration: Calibration | None,
) -> ScorerResult:
    chosen = model.margins(measured.validation)
    margins = model.margins(measured.test)
    curve = calibration.curve if calibration else None
    reading = fit_reading(chosen, measured.validation_labels, curve)
    slices = {
        way: _figures_by_group([group_of(row) for row in measured.test], margins, reading, measured)
        for way, group_of in SLICES.items()
    }
    return _result(name, standing, reading, margins, measured, slices)


def _evaluate_baseline(baseline: Baseline, measured: _Measured) -> ScorerResult:
    reading = fit_reading(baseline.margins(measured.validation), measured.validation_labels)
    margins = baseline.margins(measured.test)
    return _result(
        baseline.name, HELD_OUT, reading, margins, measured, {}, is_logit=baseline.is_logit
    )


def _result(
    name: str,
    standing: str,
    reading: Reading,
    margins: Floats,
    measured: _Measured,
    slices: Mapping[str, Mapping[str, Figures]],
    *,
    is_logit: bool = True,
) -> ScorerResult:
    figures = figures_of(
        measured.test_labels, margins, reading, measured.candidates, measured.seed,
        is_logit=is_logit,
    )  # fmt: skip
    return ScorerResult(
        name, standing, reading, figures, slices, margins, reading.probabilities(margins)
    )


def _figures_by_group(
    groups: Sequence[str], margins: Floats, reading: Reading, measured: _Measured
) -> dict[str, Figures]:
    found = {}
    for group in sorted(set(groups)):
        chosen = [i for i, other in enumerate(groups) if other == group]
        found[group] = figures_of(
            measured.test_labels[chosen],
            margins[chosen],
            reading,
            [measured.candidates[i] for i in chosen],
            measured.seed,
        )
    return found
