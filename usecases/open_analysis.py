"""One row of a person's history."""

from domain.analysis import Analysis
from domain.ports import AnalysisRepository


class OpenAnalysis:
    """Finds an analysis again."""

    def __init__(self, analyses: AnalysisRepository) -> None:
        self._analyses = analyses

    async def __call__(self, user_id: int, analysis_id: int) -> Analysis:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        return await self._analyses.get(user_id, analysis_id)
