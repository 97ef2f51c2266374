"""Whether probabilities come true: bins, Brier score, order."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from domain.measurement import ReliabilityBin
from usecases.measures.intervals import wilson_interval

_MOST_BINS: Final = 5


def reliability_bins(
    probabilities: Sequence[float], outcomes: Sequence[bool], *, least_in_bin: int = 10
) -> list[ReliabilityBin]:
    """Bins of as many answers each, by rising probability; equal probabilities stay together.

    At most five, each of at least `least_in_bin` where there are that many answers at all.
    """
    order = np.argsort(np.asarray(probabilities), kind="stable")
    count = max(1, min(_MOST_BINS, len(order) // least_in_bin))
    bins: list[list[int]] = []
    for part in np.array_split(order, count) if len(order) else []:
        fresh = [int(index) for index in part]
        while bins and fresh and probabilities[fresh[0]] == probabilities[bins[-1][-1]]:
            bins[-1].append(fresh.pop(0))
        if fresh:
            bins.append(fresh)
    return [
        ReliabilityBin(
            promised=float(np.mean([probabilities[index] for index in one])),
            confirmed=wilson_interval(sum(outcomes[index] for index in one), len(one)),
            count=len(one),
        )
        for one in bins
    ]


def brier_score(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """The mean squared distance from what happened (Brier 1950); at least one answer."""
    return float(np.mean((np.asarray(probabilities) - np.asarray(outcomes, dtype=float)) ** 2))


def roc_auc(scores: Sequence[float], outcomes: Sequence[bool]) -> float | None:
    """How often a confirmed answer scores above another one; ties count half.

    None without answers of both kinds.
    """
    values, hits = np.asarray(scores, dtype=np.float64), np.asarray(outcomes, dtype=bool)
    confirmed, others = values[hits], values[~hits]
    if not len(confirmed) or not len(others):
        return None
    sorted_others = np.sort(others)
    below = np.searchsorted(sorted_others, confirmed, side="left")
    not_above = np.searchsorted(sorted_others, confirmed, side="right")
    return float(np.mean((below + not_above) / 2) / len(others))
