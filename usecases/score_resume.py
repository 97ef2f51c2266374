"""A resume waits for the model, is scored, and enters the history."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from typing import Final

from domain.analysis import Analysis, AnalysisSource, NewAnalysis
from domain.errors import NothingToScoreError
from domain.fields import FieldName
from domain.ports import Scorer, ScoringTicket, TaskStore
from domain.resume import Resume
from domain.score import Assessment
from domain.work import Task

OnQueuePosition = Callable[[int], Awaitable[None]]
"""Told how many resumes are ahead of this one; 0 means that it is being scored."""

_LOOK_EVERY_SECONDS: Final = 0.3


class ScoreResume:
    """Ends one task with one row in the history, or with none."""

    def __init__(
        self, scorer: Scorer, tasks: TaskStore, *, hidden: Collection[FieldName] = ()
    ) -> None:
        """`hidden` fields are kept from the model (blind mode)."""
        self._scorer = scorer
        self._tasks = tasks
        self._hidden = hidden

    async def __call__(
        self,
        task: Task,
        resume: Resume,
        source: AnalysisSource,
        file_sha256: str | None,
        on_queue_position: OnQueuePosition,
    ) -> Analysis:
        """Scores and stores; the same task gives the same row however often it is run.

        Raises NothingToScoreError for a resume without a field, ScoringError from the model,
        and TaskClosedError where the task was cancelled meanwhile. Whatever ends the wait (an
        error, a cancellation, an error of `on_queue_position`), nothing is stored.
        """
        if resume.is_blank():
            raise NothingToScoreError
        assessment = await _wait(
            self._scorer.submit(resume, hidden=self._hidden), on_queue_position
        )
        analysis = NewAnalysis(
            user_id=task.user_id,
            source=source,
            file_sha256=file_sha256,
            resume=resume,
            assessment=assessment,
        )
        return await self._tasks.finish_with_analysis(task.id, analysis)


async def _wait(ticket: ScoringTicket, on_queue_position: OnQueuePosition) -> Assessment:
    """The ticket's result, telling its place first and then whenever it has changed."""
    result = asyncio.ensure_future(ticket.result())
    told: int | None = None
    try:
        while not result.done():
            ahead = ticket.ahead()
            if ahead != told:
                told = ahead
                await on_queue_position(ahead)
            await asyncio.wait({result}, timeout=_LOOK_EVERY_SECONDS)
        return result.result()
    finally:
        # Gives the ticket up where the wait did not end with its result.
        result.cancel()
