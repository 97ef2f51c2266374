"""Telegram's "typing…" above a chat while its work is going on."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Literal

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import SendChatAction

Action = Literal["typing", "upload_photo", "upload_document"]

_SHOWN_SECONDS = 4.5
"""Telegram takes the words away after five."""
_LONGEST_SECONDS = 180.0
"""Work that takes longer waits for something; nobody watches the chat for so long."""


@asynccontextmanager
async def acting(bot: Bot, chat_id: int, action: Action = "typing") -> AsyncIterator[None]:
    """Shows the action until the block ends; what Telegram says to that is of no interest."""
    telling = asyncio.create_task(_tell(bot, chat_id, action))
    try:
        yield
    finally:
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)


async def _tell(bot: Bot, chat_id: int, action: Action) -> None:
    with suppress(TelegramAPIError, TimeoutError):
        async with asyncio.timeout(_LONGEST_SECONDS):
            while True:
                await bot(SendChatAction(chat_id=chat_id, action=action))
                await asyncio.sleep(_SHOWN_SECONDS)
