"""Every command of every menu answers, in the person's language and without a fault."""

import re

import pytest

from bot.commands import commands_of
from bot.i18n import Language
from domain.person import Role
from sandbox.client import SandboxClient
from tests.e2e.chatting import PATIENCE_SECONDS, Chat
from tests.e2e.conftest import Meet

pytestmark = pytest.mark.asyncio(loop_scope="session")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_FAULTS = ("что-то сломалось", "Something broke")
_LETTERS_OF_A_SENTENCE = 10


@pytest.mark.parametrize("role", ["recruiter", "candidate"])
async def test_of_both_roles(
    client: SandboxClient, meet: Meet, role: Role, language: Language
) -> None:
    chat = await meet(language, role=role)
    await _each_answers(client, chat, commands_of({role}))


async def test_of_admins(client: SandboxClient, admin: Chat) -> None:
    await client.send_text("/cancel", admin.user_id, None)
    only = tuple(one for one in commands_of({"admin"}) if one not in commands_of(set()))
    await _each_answers(client, admin, only)


async def _each_answers(client: SandboxClient, chat: Chat, commands: tuple[str, ...]) -> None:
    for command in commands:
        text = await _answer(client, chat.user_id, command)
        assert not any(fault in text for fault in _FAULTS), (command, text)
        cyrillic = len(_CYRILLIC.findall(text))
        if chat.language == "ru":
            assert cyrillic >= _LETTERS_OF_A_SENTENCE, (command, text)
        else:
            assert cyrillic == 0, (command, text)


async def _answer(client: SandboxClient, user_id: int, command: str) -> str:
    """What the bot says to the command, once it has said something in words."""
    sent = await client.send_text(f"/{command}", user_id, None)
    said = await client.wait_for_message(
        lambda message: message.from_bot and bool(message.text),
        PATIENCE_SECONDS,
        user_id,
        after=sent.message_id,
        what=f"an answer to /{command}",
    )
    return said.text
