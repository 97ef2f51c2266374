"""A recruiter says what the interview has shown."""

from domain.ports import VerdictRepository
from domain.verdict import Verdict


class RecordInterview:
    """Whether the claimed grade was confirmed; None where that was said by mistake."""

    def __init__(self, verdicts: VerdictRepository) -> None:
        self._verdicts = verdicts

    async def __call__(
        self, user_id: int, analysis_id: int, grade_confirmed: bool | None
    ) -> Verdict:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        return await self._verdicts.set_grade_confirmed(user_id, analysis_id, grade_confirmed)
