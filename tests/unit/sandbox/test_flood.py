"""Telegram's limits of sending."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter

from sandbox.botapi.flood import FloodLimits
from sandbox.botapi.parameters import Parameters
from sandbox.client import SandboxClient
from sandbox.telegram.errors import BotApiError


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def wait_of(limits: FloodLimits, chat_id: int, method: str = "sendMessage", **more: object) -> int:
    """The retry_after of one call; 0 where it passes."""
    try:
        limits.check(method, Parameters({"chat_id": chat_id, **more}))
    except BotApiError as error:
        return error.retry_after_seconds or error.code
    return 0


def test_a_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    clock = Clock()
    limits = FloodLimits(is_on=True, clock=clock)
    assert [wait_of(limits, 1) for _ in range(6)] == [0] * 5 + [5]
    assert wait_of(limits, 1, "editMessageText") == 5
    assert wait_of(limits, 1, "sendChatAction") == 0
    assert wait_of(limits, 2) == 0
    clock.now += 4.5
    assert wait_of(limits, 1) == 1
    clock.now += 0.5
    assert wait_of(limits, 1) == 0


def test_thirty_a_second_over_all_chats() -> None:
    clock = Clock()
    limits = FloodLimits(is_on=True, clock=clock)
    assert [wait_of(limits, user_id) for user_id in range(1, 32)] == [0] * 30 + [1]
    clock.now += 1
    assert wait_of(limits, 31) == 0


def test_twenty_a_minute_in_a_group_and_albums_by_their_parts() -> None:
    clock = Clock()
    limits = FloodLimits(is_on=True, clock=clock)
    assert wait_of(limits, -5, "sendMediaGroup", media=[{}] * 10) == 0
    clock.now += 10
    assert wait_of(limits, -5, "copyMessages", message_ids=list(range(10))) == 0
    assert wait_of(limits, -5) == 50


async def test_the_bot_meets_the_limits_when_they_are_on(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    for _ in range(6):
        await bot.send_message(chat, "x")
    await client.set_flood_limits(True)
    for _ in range(5):
        await bot.send_message(chat, "x")
    with pytest.raises(TelegramRetryAfter) as refusal:
        await bot.send_message(chat, "x")
    assert 1 <= refusal.value.retry_after <= 5
    await client.set_flood_limits(False)
    await bot.send_message(chat, "x")
