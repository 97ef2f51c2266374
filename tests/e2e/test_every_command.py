"""Every command of every menu answers, in the person's language and without a fault."""

import re

import pytest

from bot.commands import commands_of
from sandbox.client import SandboxClient
from tests.e2e.chatting import PATIENCE_SECONDS, Chat

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_FAULTS = ("что-то сломалось", "Something broke")
_LETTERS_OF_A_SENTENCE = 10


async def _answers(client: SandboxClient, user_id: int, command: str) -> str:
    """All that the bot says to the command, once it has said something in words."""
    sent = await client.send_text(f"/{command}", user_id, None)
    said = await client.wait_for_message(
        lambda message: message.from_bot and bool(message.text),
        PATIENCE_SECONDS,
        user_id,
        after=sent.message_id,
        what=f"an answer to /{command}",
    )
    return said.text


async def _each_answers(
    client: SandboxClient, chat: Chat, commands: tuple[str, ...], *, is_russian: bool
) -> None:
    for command in commands:
        text = await _answers(client, chat.user_id, command)
        assert not any(fault in text for fault in _FAULTS), (command, text)
        cyrillic = len(_CYRILLIC.findall(text))
        if is_russian:
            assert cyrillic >= _LETTERS_OF_A_SENTENCE, (command, text)
        else:
            assert cyrillic == 0, (command, text)


@pytest.mark.parametrize(("language", "first_id"), [("ru", 52_000), ("en", 52_100)])
@pytest.mark.parametrize("role", ["recruiter", "candidate"])
async def test_of_both_roles(
    client: SandboxClient, russian: Chat, role: str, language: str, first_id: int
) -> None:
    chat = Chat(client, first_id + (role == "recruiter"), language, role=role)
    await chat.settles()
    commands = commands_of({role})  # type: ignore[arg-type]
    await _each_answers(client, chat, commands, is_russian=language == "ru")


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_of_admins(
    client: SandboxClient, admin: Chat, admin_in_english: Chat, language: str
) -> None:
    chat = admin if language == "ru" else admin_in_english
    await client.send_text("/cancel", chat.user_id, None)
    only = tuple(one for one in commands_of({"admin"}) if one not in commands_of(set()))
    await _each_answers(client, chat, only, is_russian=language == "ru")
