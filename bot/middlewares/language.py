"""Gives every handler the words of the person's language."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, User

from bot.i18n import Locales


class LanguageMiddleware(BaseMiddleware):
    def __init__(self, locales: Locales) -> None:
        self._locales = locales

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        data["translator"] = self._locales.for_code(user.language_code if user else None)
        return await handler(event, data)
