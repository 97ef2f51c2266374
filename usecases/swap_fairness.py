"""Whether the model looks at age or city: the latest resumes with both swapped."""

import asyncio
from collections.abc import Sequence
from itertools import product
from statistics import fmean
from typing import Final

from domain.errors import QueueFullError
from domain.measurement import SwapMeasure, SwapMeasures
from domain.ports import Comparer, MeasurementSource
from domain.resume import Resume
from domain.score import ModelIdentity, Score
from usecases.insights.wordings import other_wordings

MOST_RESUMES: Final = 20
_AGES: Final = (25, 35, 50)
_CITIES: Final = ("Москва", "Омск", None)
_QUEUE_PAUSE_SECONDS: Final = 1.0
_CELLS: Final = tuple(product(_AGES, _CITIES))


class SwapFairness:
    """Everything but age and city stays: a difference is the model's own doing."""

    def __init__(self, source: MeasurementSource, comparer: Comparer) -> None:
        self._source = source
        self._comparer = comparer

    async def __call__(self, model: ModelIdentity) -> SwapMeasures | None:
        """None without a resume of this model. Raises a ScoringError."""
        resumes = await self._source.latest_resumes(model, MOST_RESUMES)
        swapped: list[Sequence[float]] = []
        worded: list[Sequence[float]] = []
        for resume in resumes:
            cells, wordings = await self._score(resume)
            swapped.append(cells)
            worded.append(wordings)
        if not swapped:
            return None
        return SwapMeasures(
            count=len(swapped),
            cells=tuple(
                SwapMeasure(age=age, city=city, score=fmean(scores))
                for (age, city), scores in zip(_CELLS, zip(*swapped, strict=True), strict=True)
            ),
            largest=fmean(max(cells) - min(cells) for cells in swapped),
            neutral=fmean(max(wordings) - min(wordings) for wordings in worded),
        )

    async def _score(self, resume: Resume) -> tuple[Sequence[float], Sequence[float]]:
        """The scores of the cells, and those of the resume as it is and in other words."""
        cells = [resume.model_copy(update={"age": age, "city": city}) for age, city in _CELLS]
        wordings = [resume, *other_wordings(resume)]
        scores = [score.score for score in await self._compare([*wordings, *cells])]
        return scores[len(wordings) :], scores[: len(wordings)]

    async def _compare(self, resumes: Sequence[Resume]) -> Sequence[Score]:
        """Waits where the model has too much to do just now: people come first."""
        while True:
            try:
                return await self._comparer.compare(resumes).result()
            except QueueFullError:
                await asyncio.sleep(_QUEUE_PAUSE_SECONDS)
