"""One analysis with all that is known about it by now."""

from contextlib import suppress
from dataclasses import dataclass

from domain.analysis import Analysis
from domain.contest import Contest
from domain.errors import AnalysisNotFoundError
from domain.ports import AnalysisRepository, ContestRepository, VerdictRepository
from domain.verdict import Verdict


@dataclass(frozen=True)
class Answer:
    """`earlier` is the analysis that this one corrects, where it still exists."""

    analysis: Analysis
    earlier: Analysis | None = None
    verdict: Verdict | None = None
    contest: Contest | None = None


class OpenAnswer:
    """Finds an analysis in a person's own history."""

    def __init__(
        self,
        analyses: AnalysisRepository,
        verdicts: VerdictRepository,
        contests: ContestRepository,
    ) -> None:
        self._analyses = analyses
        self._verdicts = verdicts
        self._contests = contests

    async def __call__(self, user_id: int, analysis_id: int) -> Answer:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        analysis = await self._analyses.get(user_id, analysis_id)
        earlier = None
        if analysis.parent_id is not None:
            with suppress(AnalysisNotFoundError):  # deleted since: there is nothing to compare
                earlier = await self._analyses.get(user_id, analysis.parent_id)
        return Answer(
            analysis,
            earlier,
            await self._verdicts.find(user_id, analysis_id),
            await self._contests.find(user_id, analysis_id),
        )
