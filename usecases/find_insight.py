"""What would raise a score, or what to ask about it: found once, then remembered."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Final, Generic, TypeVar

from pydantic import BaseModel

from domain.analysis import Analysis
from domain.insight import Improvements, InsightKind, Interview
from domain.ports import InsightStore, Scorer

Found = TypeVar("Found", bound=BaseModel)


class FindInsight(Generic[Found]):
    """One kind of insight of an analysis; what the live model said of it before is not asked again.

    Two who ask at once for the same get one answer.
    """

    def __init__(
        self,
        kind: InsightKind,
        shape: type[Found],
        find: Callable[[Analysis], Awaitable[Found]],
        scorer: Scorer,
        store: InsightStore,
    ) -> None:
        self._kind = kind
        self._shape = shape
        self._find = find
        self._scorer = scorer
        self._store = store
        self._asked: Final[defaultdict[int, asyncio.Lock]] = defaultdict(asyncio.Lock)

    async def __call__(self, analysis: Analysis) -> Found:
        """Raises a ScoringError, or BundleNotLoadedError where there is no model yet."""
        async with self._asked[analysis.id]:
            try:
                return await self._find_once(analysis)
            finally:
                self._asked.pop(analysis.id, None)

    async def _find_once(self, analysis: Analysis) -> Found:
        model = self._scorer.identity
        known = await self._store.find(
            analysis.user_id, analysis.id, self._kind, model, self._shape
        )
        if known is not None:
            return known
        found = await self._find(analysis)
        await self._store.keep(analysis.user_id, analysis.id, self._kind, model, found)
        return found


FindImprovements = FindInsight[Improvements]
FindInterview = FindInsight[Interview]
