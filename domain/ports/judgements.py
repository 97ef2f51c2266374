"""What people say of scores: verdicts and objections."""

from collections.abc import Sequence
from typing import Protocol

from domain.contest import Contest, ContestState
from domain.verdict import JudgedScore, Verdict


class VerdictRepository(Protocol):
    """A person judges their own analyses only; None takes a word back."""

    async def find(self, user_id: int, analysis_id: int) -> Verdict | None: ...

    async def set_useful(self, user_id: int, analysis_id: int, is_useful: bool | None) -> Verdict:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        ...

    async def set_grade_confirmed(
        self, user_id: int, analysis_id: int, grade_confirmed: bool | None
    ) -> Verdict:
        """Raises AnalysisNotFoundError, also for another person's analysis."""
        ...

    async def judged_scores(self, user_id: int) -> Sequence[JudgedScore]:
        """The person's analyses whose interview has shown something, oldest first."""
        ...


class ContestRepository(Protocol):
    """The queue of contested scores: at most one objection an analysis, decided once."""

    async def open(self, user_id: int, analysis_id: int, reason: str | None) -> Contest:
        """The new contest, or the one that this analysis has already, as it is.

        Raises AnalysisNotFoundError, also for another person's analysis.
        """
        ...

    async def find(self, user_id: int, analysis_id: int) -> Contest | None: ...

    async def get(self, contest_id: int) -> Contest:
        """Anybody's, for admins. Raises ContestNotFoundError."""
        ...

    async def list_open(self, *, limit: int, offset: int = 0) -> Sequence[Contest]:
        """Oldest first: who waits longest is next."""
        ...

    async def count_open(self) -> int: ...

    async def decide(
        self, contest_id: int, admin_id: int, state: ContestState, reply: str | None
    ) -> Contest:
        """Ends an open contest; the same decision of the same admin again changes nothing.

        Raises ContestNotFoundError, and ContestDecidedError where somebody was faster.
        """
        ...
