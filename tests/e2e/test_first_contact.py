"""A newcomer meets the real bot: consent, role, settings; groups and blocks."""

from itertools import count
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]
_ids = count(40_000)


async def newcomer(client: SandboxClient, bot: RunningBot, language: str) -> Chat:
    await bot.start_if_stopped()
    return Chat(client, next(_ids), language, is_newcomer=True)


async def test_a_file_sent_before_the_consent_is_read_after_it(
    client: SandboxClient, bot: RunningBot
) -> None:
    guest = await newcomer(client, bot, "ru")
    asked = await guest.sends(SAMPLES / "hh_ru_2024.pdf", "нужно ваше согласие", "Согласен")
    whole = await guest.taps(asked, "Весь текст", "152-ФЗ")
    assert whole.message_id == asked.message_id
    brief = await guest.taps(whole, "Кратко", "Согласен")
    role = await guest.taps(brief, "Согласен", "Кто вы?")
    ready = await guest.taps(role, "Я кандидат", "Беру то, что вы прислали")
    assert ready.message_id == asked.message_id
    await guest.sees("Python-разработчик", "Оценить", after=asked.message_id)
    names = [one["command"] for one in await client.commands(guest.user_id)]
    assert "settings" in names
    assert "vacancy" not in names


async def test_settings_change_language_role_and_consent(
    client: SandboxClient, bot: RunningBot
) -> None:
    guest = await newcomer(client, bot, "en")
    hello = await guest.starts("", "Hello", "I agree")
    role = await guest.taps(hello, "I agree", "Who are you?")
    await guest.taps(role, "I'm a recruiter", "You can begin")
    shown = await guest.says("/settings", "Language: English")
    shown = await guest.taps(shown, "Русский", "Язык: русский")
    names = [one["description"] for one in await client.commands(guest.user_id)]
    assert "Оценить резюме" in names
    shown = await guest.taps(shown, "Включить слепой", "включён")
    consent = await guest.taps(shown, "Согласие", "152-ФЗ")
    question = await guest.taps(consent, "Отозвать", "Отозвать согласие?")
    await guest.taps(question, "Да, отозвать", "Согласие отозвано")
    await guest.says("/history", "нужно ваше согласие")


async def test_a_group_is_shown_the_way_to_the_private_chat(
    client: SandboxClient, russian: Chat, english: Chat
) -> None:
    group = await client.groups.make("HR", [russian.user_id, english.user_id])
    chat = russian.in_group(group)
    greeting = await chat.sees("личных чатах", "Открыть личный чат")
    before = len(await chat.bot_messages())
    await client.send_text("кто-нибудь видел резюме?", russian.user_id, chat_id=group)
    await chat.says("и ты?", "личных чатах", reply_to=greeting)
    assert len(await chat.bot_messages()) == before + 1
