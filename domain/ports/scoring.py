"""What judges a resume."""

from collections.abc import Collection
from typing import Protocol

from domain.fields import FieldName
from domain.resume import Resume
from domain.score import Assessment, Detail, ModelIdentity


class ScoringTicket(Protocol):
    """A place in the scoring queue."""

    def ahead(self) -> int:
        """How many resumes will be scored before this one."""
        ...

    async def result(self) -> Assessment:
        """Waits for the answer; raises ScoringError."""
        ...


class Scorer(Protocol):
    """One model with one worker behind a bounded queue."""

    @property
    def identity(self) -> ModelIdentity: ...

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
    ) -> ScoringTicket:
        """`hidden` fields are kept from the model; `detail` asks the explanation for more.

        Raises QueueFullError or NothingToScoreError; never blocks the event loop.
        """
        ...
