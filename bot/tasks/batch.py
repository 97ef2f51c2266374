"""The task of a batch: from its files to one table."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError

from bot.handlers.errors import error_text
from bot.i18n import Html, Locales, Translator
from bot.replies.failures import failure_text
from bot.tasks.batch_accepting import BatchToDo
from bot.tasks.batch_status import BatchStatus
from bot.tasks.payloads import FileToRead
from bot.tasks.working_off import TaskWork
from domain.batch import (
    CANDIDATE_BATCH_ITEMS,
    MAX_BATCH_ITEMS,
    Batch,
    BatchItem,
    BatchState,
)
from domain.errors import TooComplexError
from domain.ports import PeopleRepository, TaskStore
from domain.ports.batches import BatchRepository, ContainerReader, FileStore
from domain.work import Task
from usecases.batches.files import BatchFiles
from usecases.batches.open import OpenBatch
from usecases.batches.read import ReadBatch
from usecases.batches.result import BatchResult, OpenBatchResult
from usecases.batches.score import ScoreBatch
from usecases.score_resume import ScoreResume

BATCHES_AT_ONCE: Final = 2
_QUIET_SECONDS: Final = 1.8
"""An album has no end mark: this long after its last part it is taken for whole."""
_LOOK_EVERY_SECONDS: Final = 0.3


@dataclass(frozen=True)
class BatchParts:
    """What a batch is worked on with. `single` does the task of one file alone; `model` comes true
    when there is one to score with."""

    bot: Bot
    locales: Locales
    tasks: TaskStore
    batches: BatchRepository
    people: PeopleRepository
    files: FileStore
    containers: ContainerReader
    single: TaskWork
    open_batch: OpenBatch
    read_batch: ReadBatch
    score_batch: ScoreBatch
    open_result: OpenBatchResult
    model: "asyncio.Future[ScoreResume]"


class BatchWork:
    """Implements bot.tasks.working_off.TaskWork.

    Each step is stored with its item, so the next start goes on where this one was cut off. The
    table takes the place of the progress in the same message, so it can't be there twice.
    """

    def __init__(self, parts: BatchParts, *, quiet_seconds: float = _QUIET_SECONDS) -> None:
        self._parts = parts
        self._quiet_seconds = quiet_seconds
        self._turns = asyncio.Semaphore(BATCHES_AT_ONCE)

    async def run(self, task: Task) -> None:
        """Whoever has blocked the bot has no batch that still collects what comes later."""
        try:
            await self._run(task)
        except TelegramForbiddenError:
            batch_id = BatchToDo.model_validate(task.payload).batch_id
            await self._parts.batches.finish(batch_id, "failed")
            raise

    async def _run(self, task: Task) -> None:
        parts = self._parts
        batch_id = BatchToDo.model_validate(task.payload).batch_id
        batch = await parts.batches.get(task.user_id, batch_id)
        status = BatchStatus(parts.bot, parts.locales, parts.batches, task)
        if batch.state == "collecting":
            items = await self._collected(batch)
            step: BatchState = "asking" if _is_album_of_photos(items) else "working"
            await parts.batches.move(batch.id, "collecting", step)
            batch = await parts.batches.get(task.user_id, batch_id)
        if batch.state == "asking":
            count = sum((await parts.batches.counts(batch.id)).values())
            await status.ask_of_photos(batch, count)
            await parts.tasks.finish(task.id, "done")
        elif batch.state == "working" and (lone := await self._lone_file(batch)):
            await self._hand_over(task, batch, lone)
        else:
            if batch.state == "working":
                work = asyncio.create_task(self._work(batch, status))
                await _until_over(status, batch, work)
            await self._end(task, batch, status)
            await parts.tasks.finish(task.id, "done")

    async def _collected(self, batch: Batch) -> Sequence[BatchItem]:
        """Waits until nothing has come for a while; after a restart the rest may be on its way."""
        clock = asyncio.get_running_loop().time
        known, quiet_since = 0, clock()
        while clock() - quiet_since < self._quiet_seconds and known <= MAX_BATCH_ITEMS:
            await asyncio.sleep(min(_LOOK_EVERY_SECONDS, self._quiet_seconds))
            count = sum((await self._parts.batches.counts(batch.id)).values())
            if count != known:
                known, quiet_since = count, clock()
        return await self._parts.batches.items(batch.id)

    async def _lone_file(self, batch: Batch) -> FileToRead | None:
        """Where one file came alone that is not known to hold many."""
        items = await self._parts.batches.items(batch.id)
        source = items[0].source if len(items) == 1 else None
        if source is None or source.kind == "container" or source.part is not None:
            return None
        return FileToRead(
            origin=batch.origin,
            file_id=source.file_id,
            file_name=items[0].file_name or ("photo.jpg" if source.kind == "photo" else ""),
            is_named=items[0].file_name is not None,
        )

    async def _hand_over(self, task: Task, batch: Batch, file: FileToRead) -> None:
        """One file is no batch: it goes the way of a single one, in the same message."""
        payload = {**task.payload, **file.model_dump(mode="json")}
        await self._parts.single.run(task.model_copy(update={"payload": payload}))
        await self._parts.batches.finish(batch.id, "done")

    async def _work(self, batch: Batch, status: BatchStatus) -> None:
        parts = self._parts
        status.is_queued = self._turns.locked()
        async with self._turns:
            status.is_queued = False
            files = BatchFiles(parts.files, parts.containers)
            await parts.open_batch(batch, files)
            if await self._limit(batch) is not None:
                await parts.batches.finish(batch.id, "failed")
                return
            await parts.read_batch(batch, files, status.note)
            status.is_model_loading = not parts.model.done()
            await asyncio.shield(parts.model)
            status.is_model_loading = False
            await parts.score_batch(batch, status.note)

    async def _limit(self, batch: Batch) -> int | None:
        """The limit where there are more files; None where there are not."""
        person = await self._parts.people.find(batch.user_id)
        is_candidate = person is not None and person.role == "candidate"
        limit = CANDIDATE_BATCH_ITEMS if is_candidate else MAX_BATCH_ITEMS
        count = sum((await self._parts.batches.counts(batch.id)).values())
        return limit if count > limit else None

    async def _end(self, task: Task, batch: Batch, status: BatchStatus) -> None:
        await self._parts.batches.finish(batch.id, "done")
        result = await self._parts.open_result(batch.user_id, batch.id)
        translator = self._parts.locales[task.locale]
        if result.batch.state == "failed":
            await status.show_text(await self._refusal(translator, result))
        elif result.total == 1 and result.failures and result.failures[0].item.failure:
            await status.show_text(failure_text(translator, result.failures[0].item.failure))
        else:
            await status.show_table(result)
            if result.batch.state == "done":
                await status.ring(result)

    async def _refusal(self, translator: Translator, result: BatchResult) -> Html:
        limit = await self._limit(result.batch)
        if limit == CANDIDATE_BATCH_ITEMS:
            return translator.html("batch-for-recruiters", count=result.total, limit=limit)
        return error_text(translator, TooComplexError("batch_items", MAX_BATCH_ITEMS))


async def _until_over(status: BatchStatus, batch: Batch, work: "asyncio.Task[None]") -> None:
    try:
        await status.show_until_over(batch, work)
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)


def _is_album_of_photos(items: Sequence[BatchItem]) -> bool:
    return len(items) > 1 and all(item.source and item.source.kind == "photo" for item in items)
