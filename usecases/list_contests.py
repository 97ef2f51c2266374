"""The queue of contested scores, one at a time."""

from dataclasses import dataclass

from domain.analysis import Analysis
from domain.contest import Contest
from domain.ports import AnalysisRepository, ContestRepository


@dataclass(frozen=True)
class ContestPage:
    """The contest at a place of the queue (from 1 on), with what it is about."""

    contest: Contest
    analysis: Analysis
    place: int
    total: int


class ListContests:
    """For admins only: the contested resume is shown with the objection."""

    def __init__(self, contests: ContestRepository, analyses: AnalysisRepository) -> None:
        self._contests = contests
        self._analyses = analyses

    async def __call__(self, place: int) -> ContestPage | None:
        """The place asked for, or the nearest there is; None where nothing is contested."""
        total = await self._contests.count_open()
        if not total:
            return None
        place = min(max(place, 1), total)
        found = await self._contests.list_open(limit=1, offset=place - 1)
        if not found:
            return None  # settled or deleted since it was counted
        contest = found[0]
        analysis = await self._analyses.get(contest.user_id, contest.analysis_id)
        return ContestPage(contest, analysis, place, total)
