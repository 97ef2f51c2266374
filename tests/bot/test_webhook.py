"""The intake by webhook, with the sandbox as Telegram."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.types import Update

from bot.i18n import Language
from bot.listening import PortTakenError
from bot.updates import webhook as webhook_module
from bot.updates.polling import ALLOWED_UPDATES
from bot.updates.pulse import Pulse
from bot.updates.webhook import WebhookIntake, WebhookPlace, WebhookRefusedError
from bot.wiring import create_bot
from domain.errors import DatabaseUnavailableError
from domain.ports import UpdateInbox
from sandbox.botapi.webhook import WebhookDelivery
from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from storage.database import open_database
from tests.bot.conftest import ADMIN_ID, Desk
from tests.free_port import free_port

SECRET = "made-up-secret_0123456789"


@dataclass
class Post:
    """A sandbox, the bot's connection to it, and the inbox that the webhook fills."""

    client: SandboxClient
    bot: Bot
    inbox: UpdateInbox
    pulse: Pulse = field(default_factory=Pulse)
    noted: list[int] = field(default_factory=list)
    port: int = field(default_factory=free_port)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/telegram"

    def intake(self, url: str | None = None, inbox: UpdateInbox | None = None) -> WebhookIntake:
        return WebhookIntake(
            self.bot,
            WebhookPlace(url or self.url, SECRET, "127.0.0.1", self.port),
            inbox or self.inbox,
            self.pulse,
            on_new=self.came.set,
            note=self.noted.append,
        )

    @asynccontextmanager
    async def taking(self, inbox: UpdateInbox | None = None) -> AsyncIterator[None]:
        running = asyncio.create_task(self.intake(inbox=inbox).run())
        try:
            yield
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running

    async def texts(self) -> list[str]:
        kept = await self.inbox.pending(limit=99)
        return [Update.model_validate(dict(one.body)).message.text or "" for one in kept]  # type: ignore[union-attr]


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110  (what is waited for has no event)
            await asyncio.sleep(0.01)


@pytest.fixture
async def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Post]:
    monkeypatch.setattr(webhook_module, "WATCH_SECONDS", 0.02)
    database = await open_database(f"sqlite+aiosqlite:///{tmp_path}/bot.db")
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = create_bot(server.token, server.url)
        yield Post(client, bot, database.inbox)
        await bot.session.close()
    await database.close()


async def test_what_comes_while_nobody_listens_is_brought_later(post: Post) -> None:
    await post.client.send_text("before")
    async with post.taking():
        await until(lambda: len(post.noted) == 1)
        info = await post.bot.get_webhook_info()
        assert (info.url, info.max_connections) == (post.url, webhook_module.MAX_DELIVERIES)
        assert sorted(info.allowed_updates or []) == sorted(ALLOWED_UPDATES)
        await post.client.send_text("during")
        await until(lambda: len(post.noted) == 2)
    await post.client.send_text("between")
    async with post.taking():
        await until(lambda: post.noted.count(200) == 3)
    assert await post.texts() == ["before", "during", "between"]
    assert post.came.is_set()
    assert post.pulse.heard_at() > 0
    assert post.pulse.health.lag_seconds is not None


async def test_trouble_is_felt_until_it_is_over(post: Post) -> None:
    class FullAtFirst:
        refusals = 3

        async def accept(self, *args: object) -> int:
            self.refusals -= 1
            if self.refusals >= 0:
                raise DatabaseUnavailableError("bot.db")
            return await post.inbox.accept(*args)  # type: ignore[arg-type]

    await post.client.send_text("hi")
    async with post.taking(FullAtFirst()):  # type: ignore[arg-type]
        await until(lambda: post.pulse.health.waiting == 1 and bool(post.pulse.health.error))
        assert post.pulse.health.error == (
            "Wrong response from the webhook: 503 Service Unavailable"
        )
        await until(lambda: 200 in post.noted and post.pulse.health.waiting == 0)
        health = post.pulse.health
        assert health.answered_at is not None
        assert health.error_at is not None
        assert health.answered_at > health.error_at
    assert post.noted == [503, 503, 503, 200]
    assert await post.texts() == ["hi"]


async def test_a_webhook_that_was_taken_away_is_taken_back(post: Post) -> None:
    async with post.taking():
        await until(lambda: post.pulse.heard_at() > 0)
        await post.bot.delete_webhook()
        await post.client.send_text("hi")
        await until(lambda: post.noted == [200])
    assert (await post.bot.get_webhook_info()).url == post.url


async def test_telegram_may_spell_the_address_its_own_way(
    post: Post, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ask = WebhookDelivery.info
    monkeypatch.setattr(
        WebhookDelivery, "info", lambda self: ask(self) | {"url": str(ask(self)["url"]).upper()}
    )
    async with post.taking():
        await until(lambda: post.pulse.health.waiting == 0)
    assert "set again" not in caplog.text
    assert len([one for one in await post.client.calls() if one["method"] == "setWebhook"]) == 1


async def test_telegram_out_of_reach_is_felt_and_waited_out(post: Post) -> None:
    async with post.taking():
        await until(lambda: post.pulse.heard_at() > 0)
        await post.client.set_fault("getWebhookInfo", "error", count=1)
        await until(lambda: post.pulse.health.error == "TelegramBadRequest")
        await post.client.send_text("hi")
        await until(lambda: post.noted == [200])


@pytest.mark.parametrize(("language", "told"), [("ru", "не доставлено 3"), ("en", "3 not brought")])
async def test_health_tells_of_the_webhook(desk: Desk, language: Language, told: str) -> None:
    pulse: Pulse = desk.dispatcher["pulse"]
    admin = desk.person(language, ADMIN_ID)
    pulse.watched(3, "Wrong response from the webhook: 502 Bad Gateway")
    text = (await admin.says("/health")).text or ""
    assert told in text
    assert "502 Bad Gateway" in text
    assert "WEBHOOK_URL" in text
    pulse.watched(3, None)
    well = (await admin.says("/health")).text or ""
    assert told in well
    assert "WEBHOOK_URL" not in well


async def test_an_address_that_telegram_refuses_is_told(post: Post) -> None:
    with pytest.raises(WebhookRefusedError) as refused:
        await post.intake("http://bot.example.org/telegram").run()
    assert "An HTTPS URL must be provided" in refused.value.reason
    assert SECRET not in repr(refused.value.__cause__)


async def test_a_taken_port_is_named(post: Post) -> None:
    async with post.taking():
        await until(lambda: post.pulse.heard_at() > 0)
        with pytest.raises(PortTakenError) as refused:
            await post.intake().run()
    assert (refused.value.setting, refused.value.port) == ("WEBHOOK_PORT", post.port)
    assert "in use" in refused.value.reason
