"""What a person is told when a task gives no answer."""

from aiogram import Bot

from bot.dialogs.door import DialogDoor
from bot.dialogs.opening import open_card
from bot.handlers.errors import error_text
from bot.i18n import Html, Locales
from bot.replies.keyboards import start_keyboard
from bot.tasks.payloads import DraftToScore
from bot.tasks.status import StatusMessage, scoring_status
from domain.work import Task


class StatusVoice:
    """Implements bot.tasks.runner.TaskVoice by the task's status message."""

    def __init__(self, bot: Bot, door: DialogDoor, locales: Locales) -> None:
        self._bot = bot
        self._door = door
        self._locales = locales

    async def failed(self, task: Task, error: Exception) -> None:
        """A card that could not be scored is opened again: nothing has to be typed twice."""
        text = error_text(self._locales[task.locale], error)
        await self._end(task, text)
        if task.kind == "score":
            draft = DraftToScore.model_validate(task.payload).draft
            async with self._door.enter(task.user_id, task.chat_id, task.locale) as manager:
                await open_card(manager, draft)

    async def set_aside(self, task: Task) -> None:
        await self._end(task, self._locales[task.locale].html("error-task-set-aside"))

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
