"""The order of candidates, and how much of it means anything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.analysis import Analysis
from domain.batch import BatchItem


@dataclass(frozen=True)
class RankedCandidate:
    """One candidate of a batch. `number` counts from 1 in the order of probability.

    Another wording of the same facts could put them anywhere from place `best` to `worst`.
    `repeats` are the other files that say the same.
    """

    item: BatchItem
    analysis: Analysis
    number: int
    best: int
    worst: int
    repeats: tuple[BatchItem, ...] = ()

    @property
    def is_tied(self) -> bool:
        return self.best < self.worst


def rank_candidates(
    scored: Sequence[tuple[BatchItem, Analysis]], repeats: Mapping[int, Sequence[BatchItem]]
) -> tuple[RankedCandidate, ...]:
    """The most probable first; `repeats` are by the id of the item that they repeat.

    Two candidates are tied where their probabilities differ by no more than the noise of either
    explanation: the change that another wording of the same facts makes. An explanation that
    found nothing to reword has no noise of its own.
    """
    ordered = sorted(scored, key=lambda one: (-_probability(one[1]), one[0].place))
    analyses = [analysis for _, analysis in ordered]
    return tuple(
        RankedCandidate(
            item=item,
            analysis=analysis,
            number=number,
            best=1 + sum(_is_clearly_better(other, analysis) for other in analyses),
            worst=len(analyses) - sum(_is_clearly_better(analysis, other) for other in analyses),
            repeats=tuple(repeats.get(item.id, ())),
        )
        for number, (item, analysis) in enumerate(ordered, start=1)
    )


def _is_clearly_better(one: Analysis, other: Analysis) -> bool:
    return one.assessment.is_clearly_better_than(other.assessment)


def _probability(analysis: Analysis) -> float:
    return analysis.assessment.score.probability
