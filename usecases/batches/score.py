"""Every item of a batch that was read is scored."""

import asyncio
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from typing import Any, Final

from domain.analysis import NewAnalysis, Submission
from domain.batch import Batch, BatchItem
from domain.errors import (
    NothingToScoreError,
    QueueFullError,
    ScoringError,
    TaskClosedError,
    VacancyNotFoundError,
)
from domain.ports import Scorer, VacancyRepository
from domain.ports.batches import BatchRepository
from domain.resume import Resume
from domain.score import Assessment
from domain.vacancy import Vacancy
from usecases.batches.attempts import SET_ASIDE, failure_of, is_set_aside
from usecases.batches.progress import BatchProgress, OnProgress
from usecases.batches.sameness import repeats_of

_LOOK_EVERY_SECONDS: Final = 0.3
_QUEUE_PAUSE_SECONDS: Final = 1.0


class ScoreBatch:
    """Ends each item that was read with one row in the history or one failure."""

    def __init__(
        self,
        batches: BatchRepository,
        vacancies: VacancyRepository,
        scorer: Scorer,
        turns: asyncio.Semaphore,
    ) -> None:
        """`turns` are shared by all batches: they leave the queue to single resumes."""
        self._batches = batches
        self._vacancies = vacancies
        self._scorer = scorer
        self._turns = turns

    async def __call__(self, batch: Batch, on_progress: OnProgress) -> None:
        """Items that were begun when a process died come last and alone: the one that it died of
        then fails without the others."""
        vacancy = await self._vacancy(batch)
        items = await self._merged(batch)
        on_progress(BatchProgress.of(await self._batches.counts(batch.id)))
        waiting = [item for item in items if item.state == "scoring"]
        fresh = [item for item in waiting if not item.attempts]
        await _together(self._in_turn(batch, vacancy, item, on_progress) for item in fresh)
        for item in waiting:
            if item.attempts:
                await self._in_turn(batch, vacancy, item, on_progress)

    async def _vacancy(self, batch: Batch) -> Vacancy | None:
        with suppress(VacancyNotFoundError):
            if batch.vacancy_id is not None:
                return await self._vacancies.get(batch.user_id, batch.vacancy_id)
        return None

    async def _merged(self, batch: Batch) -> list[BatchItem]:
        items = await self._batches.items(batch.id)
        for item_id, original_id in repeats_of(items).items():
            await self._batches.mark_duplicate(item_id, original_id, None)
        return list(await self._batches.items(batch.id))

    async def _in_turn(
        self, batch: Batch, vacancy: Vacancy | None, item: BatchItem, on_progress: OnProgress
    ) -> None:
        async with self._turns:
            if is_set_aside(item):
                await self._batches.fail_item(item.id, SET_ASIDE, None)
            elif item.resume is not None:
                resume = vacancy.applied_to(item.resume) if vacancy else item.resume
                await self._score(batch, item, resume)
        on_progress(BatchProgress.of(await self._batches.counts(batch.id)))

    async def _score(self, batch: Batch, item: BatchItem, resume: Resume) -> None:
        submission = Submission(
            resume=resume,
            source="file",
            file_sha256=item.file_sha256,
            file_name=item.file_name,
            vacancy_id=batch.vacancy_id,
            batch_id=batch.id,
            hidden=batch.hidden,
        )
        try:
            assessment = await self._assessed(item, submission)
        except (ScoringError, NothingToScoreError) as error:
            await self._batches.fail_item(item.id, failure_of(error), None)
            return
        analysis = NewAnalysis.of(submission, batch.user_id, assessment)
        with suppress(TaskClosedError):  # the batch was cancelled meanwhile
            await self._batches.finish_item(item.id, analysis)

    async def _assessed(self, item: BatchItem, submission: Submission) -> Assessment:
        """Waiting ends no process, so an attempt is counted when the model begins."""
        while True:
            try:
                ticket = self._scorer.submit(submission.resume, hidden=submission.hidden)
                break
            except QueueFullError:
                await asyncio.sleep(_QUEUE_PAUSE_SECONDS)
        result = asyncio.ensure_future(ticket.result())
        try:
            while ticket.ahead() > 0 and not result.done():
                await asyncio.wait({result}, timeout=_LOOK_EVERY_SECONDS)
            await self._batches.begin_item(item.id)
            return await result
        finally:
            result.cancel()


async def _together(works: Iterable[Coroutine[Any, Any, None]]) -> None:
    """The first error ends all of them and is raised as it is."""
    try:
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(work)
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
