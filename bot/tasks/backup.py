"""The task of copying the database and handing the copy over."""

from pathlib import Path
from typing import Final

from aiogram import Bot
from aiogram.types import FSInputFile

from bot.i18n import Locales
from bot.tasks.status import StatusMessage
from domain.ports import TaskStore
from domain.work import Task
from usecases.admin.back_up import BackUp

MOST_SENT_BYTES: Final = 50_000_000
"""What Telegram takes of a bot."""


class BackupWork:
    """Implements bot.tasks.working_off.TaskWork. The file is deleted once it was sent."""

    def __init__(
        self,
        bot: Bot,
        store: TaskStore,
        back_up: BackUp,
        locales: Locales,
        most_sent_bytes: int = MOST_SENT_BYTES,
    ) -> None:
        self._bot = bot
        self._store = store
        self._back_up = back_up
        self._locales = locales
        self._most_sent_bytes = most_sent_bytes

    async def run(self, task: Task) -> None:
        await self._store.start(task.id)
        translator = self._locales[task.locale]
        packed = await self._back_up()
        size_bytes = packed.stat().st_size
        facts = {"megabytes": size_bytes / 2**20, "path": str(packed)}
        if size_bytes > self._most_sent_bytes:
            text = translator.html("admin-backup-left", **facts)
        else:
            await self._hand_over(task, packed)
            text = translator.html("admin-backup-done", **facts)
        await StatusMessage(self._bot, task).show(text)
        await self._store.finish(task.id, "done")

    async def _hand_over(self, task: Task, packed: Path) -> None:
        caption = self._locales[task.locale].html("admin-backup-caption")
        try:
            await self._bot.send_document(task.chat_id, FSInputFile(packed), caption=caption)
        finally:
            _delete(packed)


def _delete(path: Path) -> None:
    path.unlink(missing_ok=True)
