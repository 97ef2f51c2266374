""" "typing…" above a chat: while the work goes on, and never in its way."""

import asyncio

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendChatAction, TelegramMethod
from aiogram.types import Message

from bot.tasks import chat_action
from bot.tasks.chat_action import acting
from tests.bot.chat import KeptBot


def told(bot: KeptBot) -> int:
    return len([call for call in bot.calls if isinstance(call, SendChatAction)])


async def until_told(bot: KeptBot, times: int) -> None:
    async with asyncio.timeout(10):
        while told(bot) < times:  # noqa: ASYNC110  (calls of another task are waited for)
            await asyncio.sleep(0.001)


async def test_it_is_repeated_until_the_work_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_action, "_SHOWN_SECONDS", 0.001)
    bot = KeptBot()
    async with acting(bot, 1):
        await until_told(bot, 3)
    after = told(bot)
    await asyncio.sleep(0.01)
    assert told(bot) == after
    assert bot.calls[0] == SendChatAction(chat_id=1, action="typing")


async def test_long_waits_are_not_told_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_action, "_LONGEST_SECONDS", 0.0)
    bot = KeptBot()
    async with acting(bot, 1):
        await asyncio.sleep(0.01)
    assert told(bot) <= 1


async def test_what_telegram_says_to_it_is_of_no_interest() -> None:
    bot = KeptBot()
    method: TelegramMethod[Message] = SendChatAction(chat_id=1, action="typing")  # type: ignore[assignment]
    bot.fails_with = TelegramNetworkError(method, "no network")
    async with acting(bot, 1):
        await until_told(bot, 1)


async def test_the_works_own_error_comes_through() -> None:
    bot = KeptBot()
    with pytest.raises(KeyError):
        async with acting(bot, 1):
            raise KeyError
