"""A person objects to a score."""

from dataclasses import dataclass

from domain.contest import Contest
from domain.ports import ContestRepository


@dataclass(frozen=True)
class Objection:
    """`is_new` is False where this analysis was contested before."""

    contest: Contest
    is_new: bool


class ContestScore:
    """Puts an analysis into the admins' queue, once."""

    def __init__(self, contests: ContestRepository) -> None:
        self._contests = contests

    async def __call__(self, user_id: int, analysis_id: int, reason: str | None) -> Objection:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        known = await self._contests.find(user_id, analysis_id)
        contest = known or await self._contests.open(user_id, analysis_id, reason)
        return Objection(contest, is_new=known is None)
