"""The task of telling a person the score that is already in the history."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReplyParameters

from bot.answering import AnswerSender
from bot.i18n import Locales
from domain.errors import AnalysisNotFoundError
from domain.ports import TaskStore
from domain.work import Task

RINGS_AFTER: Final = timedelta(seconds=20)
"""Who has waited longer has put the phone away, and an edit makes no sound."""
_STARTS_WITH_A_PICTURE: Final = 2


class AnswerWork:
    """Implements bot.tasks.working_off.TaskWork.

    The answer takes the place of the status message. Telegram has no key that would tell a
    repeated new message from a first one, but an edit that is repeated changes nothing: so
    whatever is killed or lost on the way, there is one answer.
    """

    def __init__(
        self, bot: Bot, store: TaskStore, locales: Locales, send_answer: AnswerSender
    ) -> None:
        self._bot = bot
        self._store = store
        self._locales = locales
        self._send_answer = send_answer

    async def run(self, task: Task) -> None:
        analysis_id = await self._store.analysis_of(task.id)
        if analysis_id is not None:
            await self._store.start(task.id)
            with suppress(AnalysisNotFoundError):  # deleted by the person since: nothing is owed
                await self._answer(task, analysis_id)
        await self._store.finish(task.id, "done")

    async def _answer(self, task: Task, analysis_id: int) -> None:
        """A process that died twice over the picture must not keep the score back."""
        is_plain = task.attempts >= _STARTS_WITH_A_PICTURE
        owner = task.user_id, task.chat_id, task.locale, analysis_id
        place = task.status_message_id
        if place is None or not await self._send_answer.put(*owner, place, is_plain=is_plain):
            await self._send_answer(*owner)
        elif datetime.now(UTC) - task.created_at > RINGS_AFTER:
            await self._ring(task, place)

    async def _ring(self, task: Task, answer_id: int) -> None:
        text = self._locales[task.locale].html("answer-ready")
        reply = ReplyParameters(message_id=answer_id, allow_sending_without_reply=True)
        with suppress(TelegramBadRequest):
            await self._bot.send_message(task.chat_id, text, reply_parameters=reply)
