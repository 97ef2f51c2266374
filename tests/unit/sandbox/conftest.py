"""A sandbox on a free port, a person's client, and aiogram's Bot as the bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.unit.sandbox.browser import Page, open_browser


class QuickSession(AiohttpSession):
    """Closes without aiogram's quarter of a second for TLS, which there is none of here."""

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def new_bot(server: SandboxServer, token: str | None = None) -> Bot:
    session = QuickSession(api=TelegramAPIServer.from_base(server.url))
    return Bot(
        token or server.token, session=session, default=DefaultBotProperties(parse_mode="HTML")
    )


@pytest.fixture
async def server() -> AsyncIterator[SandboxServer]:
    async with SandboxServer() as server:
        yield server


@pytest.fixture
async def client(server: SandboxServer) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(server.url) as client:
        yield client


@pytest.fixture
async def bot(server: SandboxServer) -> AsyncIterator[Bot]:
    async with new_bot(server).context() as bot:
        yield bot


@pytest.fixture
async def chat(client: SandboxClient) -> int:
    """Person 1, who has written to the bot."""
    await client.send_text("/start")
    return 1


@pytest.fixture
async def page(server: SandboxServer, tmp_path: Path) -> AsyncIterator[Page]:
    """The chat page of person 1, who has not written yet."""
    async with open_browser(tmp_path / "profile") as page:
        await page.open(server.url + "/")
        await page.wait_until("document.querySelector('#messages .start')")
        yield page
        assert page.problems == []
