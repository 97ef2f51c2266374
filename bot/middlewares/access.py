"""Who may use the bot: everyone, or only those whom the settings name."""

from collections.abc import Awaitable, Callable, Collection
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from bot.i18n import Translator


class AccessMiddleware(BaseMiddleware):
    """Lets in the given people; others are told that the bot is closed."""

    def __init__(self, admitted_ids: Collection[int]) -> None:
        self._admitted_ids = frozenset(admitted_ids)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        if user is not None and user.id in self._admitted_ids:
            return await handler(event, data)
        translator: Translator = data["translator"]
        if isinstance(event, Update) and event.message:
            await event.message.answer(translator.html("access-closed"))
        elif isinstance(event, Update) and event.callback_query:
            await event.callback_query.answer(translator.plain("access-closed"))
        return None
