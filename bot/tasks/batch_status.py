"""The one message of a batch: how far it is, and then its table."""

import asyncio
from contextlib import suppress
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiogram.types import ReplyParameters

from bot.i18n import Html, Locales
from bot.replies.batch_buttons import photos_keyboard, progress_keyboard
from bot.replies.ranking import progress_text, ready_text, table_page
from bot.tasks.status import StatusMessage
from domain.batch import Batch
from domain.ports.batches import BatchRepository
from domain.work import Task
from usecases.batches.progress import BatchProgress
from usecases.batches.result import BatchResult

_SECONDS_BETWEEN_EDITS: Final = 1.5
_LOOK_EVERY_SECONDS: Final = 0.3


class BatchStatus:
    """Shows one batch in its task's status message."""

    def __init__(self, bot: Bot, locales: Locales, batches: BatchRepository, task: Task) -> None:
        self._bot = bot
        self._batches = batches
        self._task = task
        self._translator = locales[task.locale]
        self._message = StatusMessage(bot, task)
        self.progress: BatchProgress | None = None
        self.is_queued = False
        self.is_model_loading = False

    def note(self, progress: BatchProgress) -> None:
        self.progress = progress

    async def show_until_over(self, batch: Batch, work: asyncio.Task[None]) -> None:
        """Edits the message as things change, and ends the work where the batch is stopped.

        Raises what the work raises. Telegram's troubles with an edit stop no work.
        """
        shown: Html | None = None
        next_edit_at = 0.0
        clock = asyncio.get_running_loop().time
        while not work.done():
            text = self._text()
            if text != shown and clock() >= next_edit_at:
                with suppress(TelegramAPIError):
                    markup = progress_keyboard(self._translator, batch.id)
                    await self._message.show(text, markup)
                shown, next_edit_at = text, clock() + _SECONDS_BETWEEN_EDITS
            await asyncio.wait({work}, timeout=_LOOK_EVERY_SECONDS)
            if not (await self._batches.get(batch.user_id, batch.id)).is_open:
                work.cancel()
                await asyncio.gather(work, return_exceptions=True)
                return
        work.result()

    async def ask_of_photos(self, batch: Batch, count: int) -> None:
        text = self._translator.html("batch-photos-question", count=count)
        await self._message.show(text, photos_keyboard(self._translator, batch.id))

    async def show_text(self, text: Html) -> None:
        await self._message.show(text)

    async def show_table(self, result: BatchResult) -> None:
        page = table_page(self._translator, result, 1)
        await self._message.show(page.text, page.keyboard)

    async def ring(self, result: BatchResult) -> None:
        """An edit makes no sound: a short answer to the table does."""
        text = ready_text(self._translator, result)
        table = self._task.status_message_id
        reply = table and ReplyParameters(message_id=table, allow_sending_without_reply=True)
        with suppress(TelegramBadRequest):
            await self._bot.send_message(self._task.chat_id, text, reply_parameters=reply or None)

    def _text(self) -> Html:
        if self.is_queued:
            return self._translator.html("batch-progress-queued")
        return progress_text(
            self._translator, self.progress, is_model_loading=self.is_model_loading
        )
