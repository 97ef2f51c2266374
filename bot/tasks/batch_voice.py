"""What is told of a batch that ended otherwise; of all else somebody else tells."""

from aiogram import Bot

from bot.i18n import Locales
from bot.tasks.batch_accepting import BatchToDo
from bot.tasks.batch_status import BatchStatus
from bot.tasks.working_off import TaskVoice
from domain.ports.batches import BatchRepository
from domain.work import Task
from usecases.batches.result import OpenBatchResult


class BatchVoice:
    """Implements bot.tasks.working_off.TaskVoice."""

    def __init__(
        self,
        others: TaskVoice,
        bot: Bot,
        locales: Locales,
        batches: BatchRepository,
        open_result: OpenBatchResult,
    ) -> None:
        self._others = others
        self._bot = bot
        self._locales = locales
        self._batches = batches
        self._open_result = open_result

    async def failed(self, task: Task, error: Exception) -> None:
        await self._end(task)
        await self._others.failed(task, error)

    async def set_aside(self, task: Task) -> None:
        await self._end(task)
        await self._others.set_aside(task)

    async def cancelled(self, task: Task) -> None:
        """What is scored stays, and is shown."""
        if task.kind != "batch":
            await self._others.cancelled(task)
            return
        batch_id = BatchToDo.model_validate(task.payload).batch_id
        await self._batches.finish(batch_id, "cancelled")
        result = await self._open_result(task.user_id, batch_id)
        if result.candidates:
            status = BatchStatus(self._bot, self._locales, self._batches, task)
            await status.show_table(result)
        else:
            await self._others.cancelled(task)

    async def _end(self, task: Task) -> None:
        if task.kind == "batch":
            await self._batches.finish(BatchToDo.model_validate(task.payload).batch_id, "failed")
