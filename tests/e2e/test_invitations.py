"""ACCESS=invite: a bot of its own, whose people come in by a link or not at all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.i18n import LANGUAGES
from sandbox.client import SandboxClient
from sandbox.server import SandboxServer
from tests.e2e.chatting import Chat
from tests.e2e.running import ADMIN_IDS, RunningBot
from tests.e2e.words import (
    AGREE,
    BEGIN,
    CANDIDATE,
    CONSENT_IS_NEEDED,
    SEVEN_QUESTIONS,
    WHO_ARE_YOU,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")
CLOSED = ("только приглашённые", "only invited people")
USED_UP = ("Эта ссылка бота не открывает", "This link does not open the bot")


@pytest_asyncio.fixture(loop_scope="session")
async def closed(bundle: Path, tmp_path: Path) -> AsyncIterator[SandboxClient]:
    """Nobody has to wait for the model here."""
    async with SandboxServer() as server, SandboxClient(server.url) as client:
        bot = RunningBot(server, tmp_path, bundle, is_forked=True)
        bot.environment["ACCESS"] = "invite"
        await bot.start(until="loading the model")
        yield client
        await bot.stop()


async def test_an_invited_person_comes_in_and_no_stranger_does(closed: SandboxClient) -> None:
    for place, language in enumerate(LANGUAGES):
        admin = Chat(closed, ADMIN_IDS[place], language)
        guest = Chat(closed, 7_700_010 + place, language, is_newcomer=True)
        stranger = Chat(closed, 7_700_020 + place, language, is_newcomer=True)
        await stranger.starts("", CLOSED)
        made = await admin.says("/invite 3 1 HR", ("1 человек", "1 person"), "?start=")
        token = made.text.partition("?start=")[2].split()[0]
        asked = await guest.starts(token, CONSENT_IS_NEEDED)
        role = await guest.taps(asked, AGREE, WHO_ARE_YOU)
        await guest.taps(role, CANDIDATE, BEGIN)
        await guest.says("/score", SEVEN_QUESTIONS)
        await stranger.starts(token, USED_UP)
        await admin.says("/users", f"{guest.user_id} ✉️")
        late = Chat(closed, 7_700_030 + place, language, is_newcomer=True)
        await _is_revoked(admin, late)


async def _is_revoked(admin: Chat, late: Chat) -> None:
    made = await admin.says("/invite 7 5", ("5 человек", "5 people"), "?start=")
    listed = await admin.says("/invite", ("вошли 0 из 5", "0 of 5 came in"))
    number = made.text.partition("№" if admin.language == "ru" else "No. ")[2].split()[0]
    said = await admin.toast(listed, f"✖️ №{number}")
    assert admin.word(("отозвано", "is revoked")) in said
    await late.starts(made.text.partition("?start=")[2].split()[0], USED_UP)
