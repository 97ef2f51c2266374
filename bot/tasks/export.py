"""The task of handing everything over as a ZIP."""

from aiogram import Bot
from aiogram.types import FSInputFile

from bot.i18n import Locales
from bot.tasks.status import StatusMessage
from domain.ports import TaskStore
from domain.work import Task
from usecases.admin.export_all import ExportAll


class ExportWork:
    """Implements bot.tasks.working_off.TaskWork. The file is deleted once it was sent."""

    def __init__(self, bot: Bot, store: TaskStore, export_all: ExportAll, locales: Locales) -> None:
        self._bot = bot
        self._store = store
        self._export_all = export_all
        self._locales = locales

    async def run(self, task: Task) -> None:
        await self._store.start(task.id)
        translator = self._locales[task.locale]
        export = await self._export_all()
        try:
            caption = translator.html(
                "admin-export-caption",
                people=export.people,
                analyses=export.analyses,
                missing=export.total - export.analyses,
            )
            await self._bot.send_document(task.chat_id, FSInputFile(export.path), caption=caption)
        finally:
            export.path.unlink(missing_ok=True)
        await StatusMessage(self._bot, task).show(translator.html("admin-export-done"))
        await self._store.finish(task.id, "done")
