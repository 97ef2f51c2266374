"""One sandbox with one real bot a worker for all its talks; people are told apart by their ids.

A talk is held once in each language: who takes part speaks `language`. Where it takes a restart,
one restart has people of both languages in it (`russian`, `english`).

With SCREENS_FOLDER in the environment the talks are drawn into that folder (`make screens`).
"""

import os
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
import pytest_asyncio

from bot.i18n import LANGUAGES, Language
from domain.person import Role
from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.chatting import Chat
from tests.e2e.running import ADMIN_IDS, RunningBot, shipped_or_tiny_bundle
from tests.screens.page import write_talks
from tests.screens.talks import TalkRecorder


class Meet(Protocol):
    async def __call__(
        self, language: Language, *, role: Role = "recruiter", is_newcomer: bool = False
    ) -> Chat: ...


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
    bot = RunningBot(sandbox, tmp_path_factory.mktemp("bot"), bundle, is_forked=True)
    await bot.start()
    yield bot
    await bot.stop()
    assert sandbox.token not in bot.log
    assert "Traceback" not in bot.log, bot.log


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    told: Language = request.param
    return told


@pytest_asyncio.fixture(loop_scope="session")
async def meet(client: SandboxClient, bot: RunningBot) -> AsyncIterator[Meet]:
    """Somebody new, with a bot that runs; settled, unless `is_newcomer`."""
    await bot.start_if_stopped()

    async def meet(
        language: Language, *, role: Role = "recruiter", is_newcomer: bool = False
    ) -> Chat:
        chat = Chat(client, next(_ids), language, role=role, is_newcomer=is_newcomer)
        await chat.settles()
        return chat

    yield meet
    await client.clear_faults()


@pytest_asyncio.fixture(loop_scope="session")
async def newcomer(meet: Meet, language: Language) -> Chat:
    """Somebody who has not written yet."""
    return await meet(language, is_newcomer=True)


@pytest_asyncio.fixture(loop_scope="session")
async def recruiter(meet: Meet, language: Language) -> Chat:
    """A recruiter who has just agreed to all."""
    return await meet(language)


@pytest_asyncio.fixture(loop_scope="session")
async def candidate(meet: Meet, language: Language) -> Chat:
    return await meet(language, role="candidate")


@pytest_asyncio.fixture(loop_scope="session")
async def russian(meet: Meet) -> Chat:
    """A recruiter, for talks with both languages in them."""
    return await meet("ru")


@pytest_asyncio.fixture(loop_scope="session")
async def english(meet: Meet) -> Chat:
    return await meet("en")


@pytest_asyncio.fixture(loop_scope="session")
async def operators(client: SandboxClient, meet: Meet) -> dict[Language, Chat]:
    """The admins whom `.env` names; one and the same in all talks of a worker."""
    operators = {
        language: Chat(client, user_id, language)
        for language, user_id in zip(LANGUAGES, ADMIN_IDS, strict=True)
    }
    for chat in operators.values():
        await chat.settles()
    return operators


@pytest.fixture
def admin(operators: dict[Language, Chat], language: Language) -> Chat:
    return operators[language]
