"""What keeps scored resumes."""

from collections.abc import Sequence
from typing import Protocol

from domain.analysis import Analysis, NewAnalysis


class AnalysisRepository(Protocol):
    """The history. A person only ever reaches their own rows."""

    async def add(self, analysis: NewAnalysis) -> Analysis: ...

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        """Raises AnalysisNotFoundError, also for another person's row."""
        ...

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> Sequence[Analysis]: ...

    async def count(self, user_id: int) -> int: ...

    async def delete(self, user_id: int, analysis_id: int) -> None: ...
