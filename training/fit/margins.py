"""Margins of many rows, by the very code that serves them."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from inference.model.margins import MarginModel
from training.fit.adapter import LABELS
from training.simulation.row import CONFIRMED

_ROWS_AT_ONCE: Final = 16


def margins_of(classifier: Any, prompts: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """logit(confirmed) - logit(not confirmed) of each prompt, from a classifier; (rows,)."""
    return margins_of_model(MarginModel(classifier, LABELS.index(CONFIRMED)), prompts)


def margins_of_model(model: MarginModel, prompts: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """The same from a model at rest; prompts of a length go together."""
    order = sorted(range(len(prompts)), key=lambda index: len(prompts[index]))
    found = np.zeros(len(prompts))
    for start in range(0, len(order), _ROWS_AT_ONCE):
        chosen = order[start : start + _ROWS_AT_ONCE]
        found[chosen] = model.margins([prompts[index] for index in chosen])
    return found
