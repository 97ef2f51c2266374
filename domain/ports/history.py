"""What keeps scored resumes."""

from collections.abc import Sequence
from typing import Protocol

from domain.analysis import Analysis, NewAnalysis
from domain.history import HistoryFilter, HistoryLine, HistoryOrder
from domain.score import ModelIdentity


class AnalysisRepository(Protocol):
    """The history. A person only ever reaches their own rows."""

    async def add(self, analysis: NewAnalysis) -> Analysis: ...

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        """Raises AnalysisNotFoundError, also for another person's row."""
        ...

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> Sequence[Analysis]: ...

    async def count(self, user_id: int) -> int: ...

    async def find_ids(
        self, user_id: int, wanted: HistoryFilter, order: HistoryOrder
    ) -> Sequence[int]:
        """Of the first LONGEST_LIST rows that pass, in this order; the resumes stay in the
        database."""
        ...

    async def lines(self, user_id: int, ids: Sequence[int]) -> Sequence[HistoryLine]:
        """In the order of the ids; rows that are gone or another person's are left out."""
        ...

    async def find_child(
        self, user_id: int, analysis_id: int, model: ModelIdentity
    ) -> Analysis | None:
        """The newest analysis by this model that corrects or repeats the given one."""
        ...

    async def delete(self, user_id: int, analysis_id: int) -> None: ...
