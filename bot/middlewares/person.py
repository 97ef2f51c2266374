"""Gives every handler the person who wrote, and the words of their language."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, User

from bot.i18n import Locales
from domain.ports import PeopleRepository


class PersonMiddleware(BaseMiddleware):
    """`person` and `translator`: the language that the person chose, else their Telegram's."""

    def __init__(self, people: PeopleRepository, locales: Locales) -> None:
        self._people = people
        self._locales = locales

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get("event_from_user")
        data["translator"] = self._locales.for_code(user.language_code if user else None)
        if user is not None:
            person = await self._people.meet(user.id)
            data["person"] = person
            if person.language:
                data["translator"] = self._locales[person.language]
        return await handler(event, data)
