"""Who writes or taps faster than anybody reads waits a little."""

import math
from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.i18n import Translator
from bot.middlewares.turning_away import Asked, asked_in, leave_unanswered, may_hear
from bot.pace import Pace

WINDOW_SECONDS: Final = 60.0


class FloodMiddleware(BaseMiddleware):
    """Over the limit of a minute a person is told once how long to wait; the rest is let be.

    Files are not counted: people send a whole folder at once, and files have limits of their own.
    """

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._told = Pace(1, WINDOW_SECONDS / 4)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        asked = _counted(event)
        if asked is None or asked.from_user is None:
            return await handler(event, data)
        user_id = asked.from_user.id
        wait_seconds = self._pace.wait_seconds(user_id)
        if wait_seconds <= 0:
            self._pace.note(user_id)
            return await handler(event, data)
        await self._ask_to_wait(asked, user_id, math.ceil(wait_seconds), data["translator"])
        return None

    async def _ask_to_wait(
        self, asked: Asked, user_id: int, seconds: int, translator: Translator
    ) -> None:
        if not may_hear(asked):
            await leave_unanswered(asked)
            return
        is_told = self._told.wait_seconds(user_id) > 0
        if not is_told:
            self._told.note(user_id)
        if isinstance(asked, CallbackQuery):
            await asked.answer(translator.plain("flood-wait", seconds=seconds))
        elif isinstance(asked, Message) and not is_told:
            await asked.answer(translator.html("flood-wait", seconds=seconds))


def _counted(event: TelegramObject) -> Asked | None:
    asked = asked_in(event)
    if isinstance(asked, Message):
        is_file = bool(asked.document or asked.photo)
        # What comes again out of the inbox was counted when it came from Telegram.
        if is_file or (isinstance(event, Update) and event.update_id < 0):
            return None
    return asked
