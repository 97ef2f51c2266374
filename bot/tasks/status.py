"""The one message that tells how far a task is."""

import math
import time

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup

from bot.i18n import Html, Translator
from bot.replies.card import card_text
from bot.tasks.payloads import DraftToScore
from domain.work import Task

_SECONDS_BETWEEN_PROGRESS = 1.5
_SECONDS_A_PLACE = 0.5


def scoring_status(translator: Translator, task: Task, line: Html) -> Html:
    """The card, and below it how far its scoring is."""
    wanted = DraftToScore.model_validate(task.payload)
    return card_text(translator, wanted.draft, line, wanted.hidden)


def seconds_between_places(ahead: int) -> float:
    """Who waits far behind is told seldom: all who wait share Telegram's limit of messages."""
    return max(_SECONDS_BETWEEN_PROGRESS, ahead * _SECONDS_A_PLACE)


class StatusMessage:
    """Edits the task's status message; where that is gone, says it anew."""

    def __init__(self, bot: Bot, task: Task) -> None:
        self._bot = bot
        self._task = task
        self._shown_at_seconds = -math.inf

    async def progress(
        self, text: Html, at_least_seconds: float = _SECONDS_BETWEEN_PROGRESS
    ) -> None:
        """For figures that change often: drops some, so that Telegram's limit is not hit."""
        if time.monotonic() - self._shown_at_seconds >= at_least_seconds:
            await self.show(text)

    async def show(self, text: Html, markup: InlineKeyboardMarkup | None = None) -> bool:
        """True where this changed the chat: False means that it said so before."""
        self._shown_at_seconds = time.monotonic()
        if self._task.status_message_id is not None:
            try:
                await self._bot.edit_message_text(
                    text,
                    chat_id=self._task.chat_id,
                    message_id=self._task.status_message_id,
                    reply_markup=markup,
                )
            except TelegramBadRequest as error:
                if "not modified" in error.message:
                    return False
            else:
                return True
        await self._bot.send_message(self._task.chat_id, text, reply_markup=markup)
        return True
