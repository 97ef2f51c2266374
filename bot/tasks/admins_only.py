"""Work that only an admin gets, looked at once more when its turn comes."""

from collections.abc import Callable

from aiogram import Bot

from bot.admins import is_admin
from bot.config import Settings
from bot.i18n import Locales
from bot.tasks.status import StatusMessage
from bot.tasks.working_off import TaskWork
from domain.ports import PeopleRepository, TaskStore
from domain.work import Task


class AdminsOnly:
    """Implements bot.tasks.working_off.TaskWork.

    A task may wait for a restart, and who asked for it may have lost the right by then.
    Where the work is also done for others, `is_for_admins` says which task is not.
    """

    def __init__(
        self,
        work: TaskWork,
        bot: Bot,
        store: TaskStore,
        people: PeopleRepository,
        settings: Settings,
        locales: Locales,
        is_for_admins: Callable[[Task], bool] = lambda _: True,
    ) -> None:
        self._work = work
        self._bot = bot
        self._store = store
        self._people = people
        self._settings = settings
        self._locales = locales
        self._is_for_admins = is_for_admins

    async def run(self, task: Task) -> None:
        if not self._is_for_admins(task) or await self._is_admin(task.user_id):
            await self._work.run(task)
            return
        await self._store.finish(task.id, "cancelled")
        text = self._locales[task.locale].html("status-cancelled")
        await StatusMessage(self._bot, task).show(text)

    async def _is_admin(self, user_id: int) -> bool:
        person = await self._people.find(user_id)
        return person is not None and is_admin(person, self._settings)
