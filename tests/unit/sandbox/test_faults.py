import time

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox.botapi.faults import FaultKind
from sandbox.client import SandboxClient, SandboxRefusalError


async def test_429_hits_as_often_as_asked(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.set_fault("send*", "retry_after", seconds=3, count=2)
    for _ in range(2):
        with pytest.raises(TelegramRetryAfter) as refusal:
            await bot.send_message(chat, "x")
        assert refusal.value.retry_after == 3
    await bot.get_me()
    assert (await bot.send_message(chat, "x")).text == "x"


async def test_502_lasts_until_cleared(client: SandboxClient, bot: Bot) -> None:
    await client.set_fault("*", "bad_gateway")
    for _ in range(3):
        with pytest.raises(TelegramServerError, match="Bad Gateway"):
            await bot.get_me()
    await client.clear_faults()
    await bot.get_me()


async def test_the_gateways_own_page_is_no_json(client: SandboxClient, bot: Bot) -> None:
    await client.set_fault("*", "gateway_page", count=1)
    with pytest.raises(ClientDecodeError, match="<html>"):
        await bot.get_me()
    await bot.get_me()


async def test_any_error_can_be_asked_for(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.set_fault(
        "editMessageText",
        "error",
        error_code=403,
        description="Forbidden: user is deactivated",
        count=1,
    )
    with pytest.raises(TelegramForbiddenError, match="user is deactivated"):
        await bot.edit_message_text("x", chat_id=chat, message_id=1)
    with pytest.raises(TelegramBadRequest):
        await bot.edit_message_text("x", chat_id=chat, message_id=1)


async def test_a_slow_call_is_done_later(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.set_fault("sendMessage", "slow", seconds=0.2, count=1)
    started = time.monotonic()
    await bot.send_message(chat, "x")
    assert time.monotonic() - started >= 0.2


async def test_a_dropped_call_was_not_done(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.set_fault("sendMessage", "drop", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(chat, "x")
    assert len(await client.messages()) == 1
    await bot.send_message(chat, "x")


async def test_a_lost_answer_was_done(client: SandboxClient, bot: Bot, chat: int) -> None:
    await client.set_fault("sendMessage", "lost_answer", count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(chat, "x")
    assert [one.text for one in await client.messages()] == ["/start", "x"]


@pytest.mark.parametrize("kind", ["drop", "lost_answer"])
async def test_lost_updates_come_again(
    client: SandboxClient, bot: Bot, chat: int, kind: FaultKind
) -> None:
    await client.set_fault("getUpdates", kind, count=1)
    with pytest.raises(TelegramNetworkError):
        await bot.get_updates()
    assert len(await bot.get_updates()) == 1


async def test_downloads_fail_too(client: SandboxClient, bot: Bot) -> None:
    await client.send_file(b"x", "cv.pdf")
    [update] = await bot.get_updates()
    assert update.message is not None
    assert update.message.document is not None
    await client.set_fault("file", "bad_gateway", count=1)
    with pytest.raises(Exception, match="502"):
        await bot.download(update.message.document)
    assert await bot.download(update.message.document) is not None


async def test_faults_that_make_no_sense_are_refused(client: SandboxClient) -> None:
    with pytest.raises(SandboxRefusalError, match="kind must be one of"):
        await client.set_fault("*", "flood")  # type: ignore[arg-type]
    with pytest.raises(SandboxRefusalError, match="count must be at least 1"):
        await client.set_fault("*", "drop", count=0)


async def test_the_bots_calls_are_remembered_with_their_errors(
    client: SandboxClient, bot: Bot, chat: int
) -> None:
    await bot.send_message(chat, "x")
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(chat, "<b>")
    calls = await client.calls("sendMessage")
    assert [one["error_code"] for one in calls] == [None, 400]
    assert "can't parse entities" in calls[1]["description"]
    assert calls[0]["parameters"]["text"] == "x"
