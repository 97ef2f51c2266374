"""Two models on the newest analyses: how alike they order, and whom they see differently."""

import asyncio
import statistics
from collections.abc import Awaitable, Callable, Sequence
from itertools import combinations
from typing import Final

from domain.analysis import Analysis
from domain.comparison import ModelComparison, ScoredTwice
from domain.errors import ActRefusedError, NothingToScoreError, QueueFullError, ScoringFailedError
from domain.ports import Archive
from domain.ports.models import BundleShelf, ModelsInMemory
from domain.score import ModelIdentity
from usecases.admin.switch_model import bring_into_memory

FEWEST: Final = 3
MOST: Final = 200
_QUEUE_PAUSE_SECONDS: Final = 1.0
OnProgress = Callable[[int, int], Awaitable[None]]
"""Told how many of how many analyses are done."""


class CompareModels:
    """Scores again without storing anything; the live model goes on answering people."""

    def __init__(self, models: ModelsInMemory, shelf: BundleShelf, archive: Archive) -> None:
        self._models = models
        self._shelf = shelf
        self._archive = archive

    async def __call__(self, place: str, count: int, on_progress: OnProgress) -> ModelComparison:
        """Loads the other bundle where it is not in memory, and then frees it again.

        Raises BundleError, and ActRefusedError where there are fewer than three analyses.
        """
        analyses = await self._archive.newest_analyses(min(count, MOST))
        if len(analyses) < FEWEST:
            raise ActRefusedError("nothing_to_compare")
        old = self._models.identity
        before = self._models.identities
        new = await bring_into_memory(self._models, self._shelf, place)
        try:
            scored, failed = await self._score_all(analyses, old, new, on_progress)
        finally:
            if new not in before:
                await self._models.unload(_name(new))
        if len(scored) < FEWEST:
            raise ActRefusedError("nothing_to_compare")
        return compare(old, new, scored, failed)

    async def _score_all(
        self,
        analyses: Sequence[Analysis],
        old: ModelIdentity,
        new: ModelIdentity,
        on_progress: OnProgress,
    ) -> tuple[list[tuple[int, float, float]], int]:
        scored: list[tuple[int, float, float]] = []
        for place, analysis in enumerate(analyses):
            await on_progress(place, len(analyses))
            try:
                pair = [await self._score(analysis, model) for model in (old, new)]
            except (ScoringFailedError, NothingToScoreError):
                continue
            scored.append((analysis.id, pair[0], pair[1]))
        return scored, len(analyses) - len(scored)

    async def _score(self, analysis: Analysis, model: ModelIdentity) -> float:
        hidden = analysis.assessment.explanation.hidden
        while True:
            try:
                ticket = self._models.compare([analysis.resume], hidden=hidden, bundle=_name(model))
                (score,) = await ticket.result()
            except QueueFullError:
                await asyncio.sleep(_QUEUE_PAUSE_SECONDS)
            else:
                return score.score


def compare(
    old: ModelIdentity,
    new: ModelIdentity,
    scored: Sequence[tuple[int, float, float]],
    failed: int,
) -> ModelComparison:
    """`scored` is analysis id, old score, new score; at least one."""
    olds, news = [one[1] for one in scored], [one[2] for one in scored]
    old_ranks, new_ranks = ranks(olds), ranks(news)
    pairs = list(combinations(range(len(scored)), 2))
    swapped = sum((olds[a] - olds[b]) * (news[a] - news[b]) < 0 for a, b in pairs)
    changes = [after - before for before, after in zip(olds, news, strict=True)]
    return ModelComparison(
        old=old,
        new=new,
        scored=tuple(
            ScoredTwice(
                analysis_id=scored[place][0],
                old=olds[place],
                new=news[place],
                old_rank=old_ranks[place],
                new_rank=new_ranks[place],
            )
            for place in range(len(scored))
        ),
        failed=failed,
        rank_correlation=_correlation(old_ranks, new_ranks),
        mean_change=statistics.fmean(changes),
        mean_distance=statistics.fmean(map(abs, changes)),
        swapped_pairs=swapped,
        pairs=len(pairs),
    )


def ranks(values: Sequence[float]) -> list[float]:
    """1 for the highest; equal values share the mean of their places."""
    ordered = sorted(values, reverse=True)
    first = {value: place for place, value in reversed(list(enumerate(ordered, start=1)))}
    last = {value: place for place, value in enumerate(ordered, start=1)}
    return [(first[value] + last[value]) / 2 for value in values]


def _correlation(old_ranks: Sequence[float], new_ranks: Sequence[float]) -> float | None:
    """Pearson's of the ranks, which is Spearman's of the scores, with ties."""
    try:
        return statistics.correlation(old_ranks, new_ranks)
    except statistics.StatisticsError:
        return None


def _name(model: ModelIdentity) -> str:
    return f"{model.name}@{model.revision}"
