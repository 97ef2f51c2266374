"""What a person is told when a task gives no answer."""

from typing import Final

from aiogram import Bot

from bot.admin_news import AdminNews
from bot.dialogs.door import DialogDoor
from bot.dialogs.opening import open_card
from bot.handlers.errors import error_text
from bot.i18n import Html, Locales
from bot.replies.keyboards import start_keyboard
from bot.tasks.payloads import DraftToScore
from bot.tasks.status import StatusMessage, scoring_status
from domain.errors import TaskClosedError
from domain.work import Task, TaskKind

_OF_A_RESUME: Final[tuple[TaskKind, ...]] = ("read_file", "score", "batch")


class StatusVoice:
    """Implements bot.tasks.working_off.TaskVoice by the task's status message."""

    def __init__(self, bot: Bot, door: DialogDoor, locales: Locales, admin_news: AdminNews) -> None:
        self._bot = bot
        self._door = door
        self._locales = locales
        self._admin_news = admin_news

    async def failed(self, task: Task, error: Exception) -> None:
        """A card that could not be scored is opened again: nothing has to be typed twice. Not so
        one whose task was closed meanwhile: by the person, or by whom the resume is about."""
        text = error_text(self._locales[task.locale], error)
        await self._end(task, text)
        if task.kind == "score" and not isinstance(error, TaskClosedError):
            draft = DraftToScore.model_validate(task.payload).draft
            async with self._door.enter(task.user_id, task.chat_id, task.locale) as manager:
                await open_card(manager, draft)

    async def set_aside(self, task: Task) -> None:
        """Admins too: what kills the process is a fault of ours."""
        key = "error-task-set-aside" if task.kind in _OF_A_RESUME else "error-update-set-aside"
        await self._end(task, self._locales[task.locale].html(key))
        await self._admin_news.tell_admins("admin-set-aside", task=task.id, kind=task.kind)

    async def cancelled(self, task: Task) -> None:
        text = self._locales[task.locale].html("status-cancelled")
        if task.kind == "score":
            text = scoring_status(self._locales[task.locale], task, text)
        await StatusMessage(self._bot, task).show(text)

    async def _end(self, task: Task, text: Html) -> None:
        translator = self._locales[task.locale]
        status = StatusMessage(self._bot, task)
        if task.kind == "score":
            await status.show(scoring_status(translator, task, text))
        else:
            await status.show(text, start_keyboard(translator))
