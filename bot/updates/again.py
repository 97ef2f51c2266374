"""A message that had to wait is handled as if it came just now."""

from collections.abc import Callable
from typing import Protocol

from aiogram.types import Message, Update

from domain.ports import UpdateInbox


class TakeAgain(Protocol):
    async def __call__(self, asked_by: int, message: Message) -> None:
        """Has the message handled after the current update.

        `asked_by` is the id of the update that asks for it: when that is handled again after a
        crash, the message is not taken twice.
        """
        ...


def as_update(asked_by: int, message: Message) -> Update:
    """Telegram's own ids are positive, so the negative one meets none of them."""
    return Update(update_id=-asked_by, message=message)


class TakeAgainFromInbox:
    """Puts the message into the inbox, where it is safe from a crash and waits for its turn."""

    def __init__(self, inbox: UpdateInbox, bot_id: int, on_new: Callable[[], None]) -> None:
        self._inbox = inbox
        self._bot_id = bot_id
        self._on_new = on_new

    async def __call__(self, asked_by: int, message: Message) -> None:
        body = as_update(asked_by, message).model_dump(
            mode="json", by_alias=True, exclude_none=True
        )
        if await self._inbox.accept(self._bot_id, [body]):
            self._on_new()
