"""What one update changes in a chat's dialogs is stored whole or not at all."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.fsm_storage import RepositoryStorage


class TurnMiddleware(BaseMiddleware):
    """Gives each update, whoever it comes from, a turn of its own in its chat.

    The telling of an error is another turn: the one that failed has changed nothing.
    """

    def __init__(self, storage: RepositoryStorage) -> None:
        self._storage = storage

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        chat = data.get("event_chat")
        if chat is None:
            return await handler(event, data)
        async with self._storage.turn(data["bot"].id, chat.id):
            return await handler(event, data)
