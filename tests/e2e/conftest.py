"""One sandbox with one real bot for all talks; people are told apart by their ids.

With SCREENS_FOLDER in the environment the talks are drawn into that folder (`make screens`).
"""

import os
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from bot.i18n import LANGUAGES
from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.chatting import Chat
from tests.e2e.running import ADMIN_IDS, RunningBot, shipped_or_tiny_bundle
from tests.screens.page import write_talks
from tests.screens.talks import TalkRecorder

_ids = count(1000)


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped_or_tiny_bundle(tmp_path_factory.mktemp("bundles"))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def sandbox() -> AsyncIterator[SandboxServer]:
    async with SandboxServer() as server:
        yield server


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def recorder(sandbox: SandboxServer) -> AsyncIterator[TalkRecorder | None]:
    """Keeps all that is said, where the talks shall be drawn."""
    folder = os.environ.get("SCREENS_FOLDER")
    if not folder:
        yield None
        return
    recorder = TalkRecorder(sandbox.telegram)
    async with recorder.recording():
        yield recorder
    write_talks(Path(folder), {language: recorder.talks(language) for language in LANGUAGES})


@pytest_asyncio.fixture(autouse=True, loop_scope="session")
async def _named_talk(recorder: TalkRecorder | None, request: pytest.FixtureRequest) -> None:
    if recorder is not None:
        recorder.begin(request.node.name)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def client(sandbox: SandboxServer) -> AsyncIterator[SandboxClient]:
    async with SandboxClient(sandbox.url) as client:
        yield client


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def bot(
    sandbox: SandboxServer, tmp_path_factory: pytest.TempPathFactory, bundle: Path
) -> AsyncIterator[RunningBot]:
    bot = RunningBot(sandbox, tmp_path_factory.mktemp("bot"), bundle)
    await bot.start()
    yield bot
    await bot.stop()
    assert sandbox.token not in bot.log
    assert "Traceback" not in bot.log, bot.log


@pytest_asyncio.fixture(loop_scope="session")
async def russian(client: SandboxClient, bot: RunningBot) -> AsyncIterator[Chat]:
    """A recruiter who has just agreed to all, with a bot that runs."""
    await bot.start_if_stopped()
    yield await _settled(Chat(client, next(_ids), "ru"))
    await client.clear_faults()


@pytest_asyncio.fixture(loop_scope="session")
async def english(client: SandboxClient, bot: RunningBot) -> AsyncIterator[Chat]:
    await bot.start_if_stopped()
    yield await _settled(Chat(client, next(_ids), "en"))
    await client.clear_faults()


@pytest_asyncio.fixture(loop_scope="session")
async def admin(client: SandboxClient, bot: RunningBot) -> AsyncIterator[Chat]:
    """The operator whom `.env` names, in Russian; one and the same in all talks."""
    await bot.start_if_stopped()
    yield await _settled(Chat(client, ADMIN_IDS[0], "ru"))
    await client.clear_faults()


@pytest_asyncio.fixture(loop_scope="session")
async def admin_in_english(client: SandboxClient, bot: RunningBot) -> AsyncIterator[Chat]:
    await bot.start_if_stopped()
    yield await _settled(Chat(client, ADMIN_IDS[1], "en"))
    await client.clear_faults()


async def _settled(chat: Chat) -> Chat:
    await chat.settles()
    return chat
