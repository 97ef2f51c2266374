"""A resume waits for the model, is scored, and enters the history."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from pydantic import JsonValue

from domain.analysis import Analysis, NewAnalysis, Submission
from domain.errors import NothingToScoreError
from domain.ports import Scorer, ScoringTicket, TaskStore
from domain.score import Assessment
from domain.work import Task

OnQueuePosition = Callable[[int], Awaitable[None]]
"""Told how many resumes are ahead of this one; 0 means that it is being scored."""

_LOOK_EVERY_SECONDS: Final = 0.3


class ScoreResume:
    """Ends one task with one row in the history, or with none."""

    def __init__(self, scorer: Scorer, tasks: TaskStore) -> None:
        self._scorer = scorer
        self._tasks = tasks

    async def __call__(
        self,
        task: Task,
        submission: Submission,
        owed: Mapping[str, JsonValue],
        on_queue_position: OnQueuePosition,
    ) -> Analysis:
        """Scores and stores; the same task gives the same row however often it is run.

        The task goes on as the one that owes the person an answer, with the payload `owed`.

        Raises NothingToScoreError for a resume without a field, ScoringError from the model,
        and TaskClosedError where the task was cancelled meanwhile. Whatever ends the wait (an
        error, a cancellation, an error of `on_queue_position`), nothing is stored.
        """
        if submission.resume.is_blank():
            raise NothingToScoreError
        ticket = self._scorer.submit(submission.resume, hidden=submission.hidden)
        assessment = await _wait(ticket, on_queue_position)
        analysis = NewAnalysis.of(submission, task.user_id, assessment)
        return await self._tasks.finish_with_analysis(task.id, analysis, owed=owed)


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
