"""Gives every handler the person who wrote, and the words of their language."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.enums import ChatType
from aiogram.types import Chat, TelegramObject, Update, User

from bot.i18n import Locales
from domain.person import Person
from domain.ports import PeopleRepository


class PersonMiddleware(BaseMiddleware):
    """`person` and `translator`: the language that the person chose, else their Telegram's.

    Whoever only talks in a group that the bot is in, or blocks the bot, is not put on record.
    """

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
        person = await self._person(user, event, data.get("event_chat")) if user else None
        if person is not None:
            data["person"] = person
            if person.language:
                data["translator"] = self._locales[person.language]
        return await handler(event, data)

    async def _person(self, user: User, event: TelegramObject, chat: Chat | None) -> Person | None:
        is_of_a_group = chat is not None and chat.type != ChatType.PRIVATE
        is_about_the_bot = isinstance(event, Update) and event.my_chat_member is not None
        if is_of_a_group or is_about_the_bot:
            return await self._people.find(user.id)
        return await self._people.meet(user.id)
