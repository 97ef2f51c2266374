import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import Update
from aiohttp import web

from sandbox.botapi import webhook
from sandbox.client import SandboxClient


@dataclass
class Receiver:
    """The bot's own address: answers with the statuses it was given, then with 200."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    updates: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)

    async def receive(self, request: web.Request) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        await self.updates.put(await request.json())
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    application = web.Application()
    application.router.add_post("/hook", receiver.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_updates_are_pushed_with_the_secret(
    client: SandboxClient, bot: Bot, receiver: Receiver
) -> None:
    await client.send_text("before")
    await bot.set_webhook(receiver.url, secret_token="s3cret_-")
    await client.send_text("after")
    texts = []
    for _ in range(2):
        update = Update.model_validate(await asyncio.wait_for(receiver.updates.get(), 5))
        assert update.message is not None
        texts.append(update.message.text)
    assert texts == ["before", "after"]
    assert receiver.secrets == ["s3cret_-", "s3cret_-"]


async def test_what_was_not_taken_comes_again(
    client: SandboxClient, bot: Bot, receiver: Receiver
) -> None:
    receiver.statuses = [500, 500]
    await bot.set_webhook(receiver.url)
    await client.send_text("hi")
    got = [await asyncio.wait_for(receiver.updates.get(), 5) for _ in range(2)]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"
    assert info.pending_update_count == 1
    got.append(await asyncio.wait_for(receiver.updates.get(), 5))
    assert len({one["update_id"] for one in got}) == 1


async def test_polling_and_webhook_exclude_each_other(
    client: SandboxClient, bot: Bot, receiver: Receiver
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.sleep(0.05)
    await bot.set_webhook(receiver.url, allowed_updates=["message"])
    with pytest.raises(TelegramConflictError, match="terminated by setWebhook request"):
        await poll
    with pytest.raises(TelegramConflictError, match="can't use getUpdates method while webhook"):
        await bot.get_updates()
    info = await bot.get_webhook_info()
    assert (info.url, info.allowed_updates) == (receiver.url, ["message"])
    await bot.delete_webhook()
    assert (await bot.get_webhook_info()).url == ""
    await client.send_text("hi")
    assert len(await bot.get_updates()) == 1


async def test_an_address_that_nobody_answers_is_told(client: SandboxClient, bot: Bot) -> None:
    await client.send_text("hi")
    await bot.set_webhook("http://127.0.0.1:9/hook")
    for _ in range(50):
        info = await bot.get_webhook_info()
        if info.last_error_message:
            break
        await asyncio.sleep(0.02)
    assert info.last_error_message == "Connection failed: ClientConnectorError"
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


async def test_the_next_update_waits_for_the_one_before(
    client: SandboxClient, bot: Bot, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "_FIRST_PAUSE_SECONDS", 0.01)
    receiver.statuses = [503, 403, 500]
    for text in ("one", "two", "three"):
        await client.send_text(text)
    await bot.set_webhook(receiver.url)
    got = [await asyncio.wait_for(receiver.updates.get(), 10) for _ in range(6)]
    assert [one["message"]["text"] for one in got] == ["one", "one", "one", "one", "two", "three"]


async def test_a_webhook_that_is_set_again_brings_at_once_what_waits(
    client: SandboxClient, bot: Bot, receiver: Receiver
) -> None:
    await client.send_text("hi")
    await bot.set_webhook("http://127.0.0.1:9/hook", secret_token="old")
    await bot.set_webhook(receiver.url, secret_token="new")
    await asyncio.wait_for(receiver.updates.get(), 5)
    assert receiver.secrets == ["new"]


async def test_the_talk_of_the_sandbox_goes_to_no_other_machine(bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="reaches this machine only"):
        await bot.set_webhook("https://bot.example.org/hook")


@pytest.mark.parametrize("url", ["http://example.org/hook", "ftp://127.0.0.1/hook", "x"])
async def test_a_webhook_must_be_https_or_this_machine(bot: Bot, url: str) -> None:
    with pytest.raises(TelegramBadRequest, match="An HTTPS URL must be provided"):
        await bot.set_webhook(url)


async def test_a_secret_has_few_characters(bot: Bot, receiver: Receiver) -> None:
    with pytest.raises(TelegramBadRequest, match="unallowed characters"):
        await bot.set_webhook(receiver.url, secret_token="a b")
