"""Senior and lead above junior on real resumes that no training row has words of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from inference.prompts import PromptRow, row_from_resume
from training.corpus.english_careers import GradedCareer
from training.corpus.families import without_grade_words
from training.evaluation.metrics import bootstrap_roc_auc

Floats = NDArray[np.float64]
MarginsOf = Callable[[Sequence[Mapping[str, Any]]], Floats]
_LEAST_OF_EACH = 5


@dataclass(frozen=True, slots=True)
class RealResumes:
    """ROC-AUC of seniority; the grade stands in the wanted position unless it is taken out."""

    resumes: int
    juniors: int
    roc_auc: float
    roc_auc_low: float
    roc_auc_high: float
    without_grade_in_position: float
    total_experience_alone: float

    def as_json(self) -> dict[str, float]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


def measure_real_resumes(
    margins_of: MarginsOf, careers: Sequence[GradedCareer], seed: int
) -> RealResumes | None:
    """None where there are fewer than five of a kind."""
    labels = np.array([float(career.is_senior) for career in careers])
    if min(labels.sum(), len(labels) - labels.sum()) < _LEAST_OF_EACH:
        return None
    rows = [row_from_resume(career.resume) for career in careers]
    bare = [replace(row, position=without_grade_words(row.position)) for row in rows]
    margins = margins_of([_as_json(row) for row in rows])
    low, high = bootstrap_roc_auc(labels, margins, range(len(rows)), seed)
    return RealResumes(
        resumes=len(rows),
        juniors=int(len(labels) - labels.sum()),
        roc_auc=float(roc_auc_score(labels, margins)),
        roc_auc_low=low,
        roc_auc_high=high,
        without_grade_in_position=float(
            roc_auc_score(labels, margins_of([_as_json(row) for row in bare]))
        ),
        total_experience_alone=float(roc_auc_score(labels, [c.total_months for c in careers])),
    )


def _as_json(row: PromptRow) -> dict[str, Any]:
    return asdict(row)
