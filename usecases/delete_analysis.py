"""A person takes a row out of their history."""

from domain.ports import AnalysisRepository


class DeleteAnalysis:
    """Erases an analysis with the resume in it, for good."""

    def __init__(self, analyses: AnalysisRepository) -> None:
        self._analyses = analyses

    async def __call__(self, user_id: int, analysis_id: int) -> None:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        await self._analyses.delete(user_id, analysis_id)
