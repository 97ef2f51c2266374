"""Work that only an admin gets, looked at once more when its turn comes."""

from aiogram import Bot

from bot.admins import is_admin
from bot.config import Settings
from bot.i18n import Locales
from bot.tasks.runner import TaskWork
from bot.tasks.status import StatusMessage
from domain.ports import PeopleRepository, TaskStore
from domain.work import Task


class AdminsOnly:
    """Implements bot.tasks.runner.TaskWork.

    A task may wait for a restart, and who asked for it may have lost the right by then.
    """

    def __init__(
        self,
        work: TaskWork,
        bot: Bot,
        store: TaskStore,
        people: PeopleRepository,
        settings: Settings,
        locales: Locales,
    ) -> None:
        self._work = work
        self._bot = bot
        self._store = store
        self._people = people
        self._settings = settings
        self._locales = locales

    async def run(self, task: Task) -> None:
        person = await self._people.find(task.user_id)
        if person is not None and is_admin(person, self._settings):
            await self._work.run(task)
            return
        await self._store.finish(task.id, "cancelled")
        text = self._locales[task.locale].html("status-cancelled")
        await StatusMessage(self._bot, task).show(text)
