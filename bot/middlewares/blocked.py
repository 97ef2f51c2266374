"""Who turns out to have blocked the bot is put on record, so that no broadcast tries again."""

from typing import Final

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from domain.ports import PeopleRepository

_GONE: Final = ("blocked by the user", "user is deactivated")


class NoteBlocked(BaseRequestMiddleware):
    """Telegram's own note of a block may have been missed while the bot was down."""

    def __init__(self, people: PeopleRepository) -> None:
        self._people = people

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramForbiddenError as error:
            chat_id = getattr(method, "chat_id", None)
            if isinstance(chat_id, int) and any(words in error.message for words in _GONE):
                await self._people.mark_blocked(chat_id)
            raise
