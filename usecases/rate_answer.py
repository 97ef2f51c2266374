"""A person says what an answer was worth."""

from domain.ports import VerdictRepository
from domain.verdict import Verdict


class RateAnswer:
    """The thumb: up or down; None takes it back."""

    def __init__(self, verdicts: VerdictRepository) -> None:
        self._verdicts = verdicts

    async def __call__(self, user_id: int, analysis_id: int, is_useful: bool | None) -> Verdict:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        return await self._verdicts.set_useful(user_id, analysis_id, is_useful)
