"""An admin decides on a contested score."""

from typing import Literal

from domain.contest import Contest
from domain.ports import AdminActLog, ContestRepository

Decision = Literal["upheld", "withdrawn"]


class SettleContest:
    """Decides once, and writes down who did."""

    def __init__(self, contests: ContestRepository, acts: AdminActLog) -> None:
        self._contests = contests
        self._acts = acts

    async def __call__(
        self, contest_id: int, admin_id: int, decision: Decision, reply: str | None
    ) -> Contest:
        """Raises ContestNotFoundError, and ContestDecidedError where another admin was faster.

        After a crash in between, the same decision again is written down then.
        """
        contest = await self._contests.decide(contest_id, admin_id, decision, reply)
        await self._acts.record(
            admin_id,
            "contest_upheld" if decision == "upheld" else "contest_withdrawn",
            subject=f"contest:{contest_id}",
            details={"analysis_id": contest.analysis_id, "user_id": contest.user_id},
        )
        return contest
