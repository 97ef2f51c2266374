"""What judges a resume."""

from collections.abc import Collection, Sequence
from typing import Protocol

from domain.fields import FieldName
from domain.resume import Resume
from domain.score import Assessment, Detail, ModelIdentity, Score


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


class ComparisonTicket(Protocol):
    """A place in the scoring queue that lets those go first who wait for a score."""

    async def result(self) -> Sequence[Score]:
        """Waits for the scores, in the order of the resumes; raises ScoringError."""
        ...


class Comparer(Protocol):
    """The same model and queue, asked for scores alone."""

    def compare(
        self, resumes: Sequence[Resume], *, hidden: Collection[FieldName] = ()
    ) -> ComparisonTicket:
        """A resume and its variants, which together cost little more than one of them.

        Raises QueueFullError or NothingToScoreError.
        """
        ...
