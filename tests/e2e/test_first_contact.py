"""A newcomer meets the real bot: consent, role, settings, groups, blocks."""

import pytest

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.conftest import Meet
from tests.e2e.resumes import PDF
from tests.e2e.words import (
    AGREE,
    BEGIN,
    CANDIDATE,
    CONSENT_IS_NEEDED,
    RECRUITER,
    SCORE,
    WHO_ARE_YOU,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_file_sent_before_the_consent_is_read_after_it(
    newcomer: Chat, client: SandboxClient
) -> None:
    asked = await newcomer.sends(PDF, CONSENT_IS_NEEDED, AGREE)
    whole = await newcomer.taps(asked, ("Весь текст", "Whole text"), ("152-ФЗ", "152-FZ"))
    assert whole.message_id == asked.message_id
    brief = await newcomer.taps(whole, ("Кратко", "In brief"), AGREE)
    role = await newcomer.taps(brief, AGREE, WHO_ARE_YOU)
    ready = await newcomer.taps(role, CANDIDATE, ("Беру то, что", "I am taking what you sent"))
    assert ready.message_id == asked.message_id
    await newcomer.sees("Python-разработчик", SCORE, after=asked.message_id)
    names = [one["command"] for one in await client.commands(newcomer.user_id)]
    assert "settings" in names
    assert "vacancy" not in names


async def test_who_does_not_agree_is_asked_again_and_nothing_is_read(newcomer: Chat) -> None:
    await newcomer.starts("", ("Здравствуйте", "Hello"), AGREE)
    asked = await newcomer.sends(PDF, CONSENT_IS_NEEDED)
    again = await newcomer.says("/history", CONSENT_IS_NEEDED)
    assert again.message_id > asked.message_id
    assert not await newcomer.sees_how_many("Python-разработчик")
    other = newcomer.in_other_language()
    shown = await other.taps(asked, other.word(("Русский", "English")), CONSENT_IS_NEEDED)
    assert shown.message_id == asked.message_id
    role = await other.taps(shown, AGREE, WHO_ARE_YOU)
    await other.taps(role, RECRUITER)
    await other.sees("Python-разработчик", SCORE, after=asked.message_id)


async def test_settings_change_role_language_blind_mode_and_consent(
    newcomer: Chat, client: SandboxClient
) -> None:
    hello = await newcomer.starts("", ("Здравствуйте", "Hello"), AGREE)
    role = await newcomer.taps(hello, AGREE, WHO_ARE_YOU)
    await newcomer.taps(role, CANDIDATE, BEGIN)
    shown = await newcomer.says("/settings", ("Роль: кандидат", "Role: candidate"))
    roles = await newcomer.taps(shown, ("Роль", "Role"), WHO_ARE_YOU)
    shown = await newcomer.taps(roles, RECRUITER, ("Роль: рекрутер", "Role: recruiter"))
    names = [one["command"] for one in await client.commands(newcomer.user_id)]
    assert "vacancy" in names
    other = newcomer.in_other_language()
    shown = await other.taps(
        shown, other.word(("Русский", "English")), ("Язык: русский", "Language: English")
    )
    descriptions = [one["description"] for one in await client.commands(newcomer.user_id)]
    assert other.word(("Оценить резюме", "Score a resume")) in descriptions
    shown = await other.taps(
        shown, ("Включить слепой", "Turn blind mode on"), ("включён", "Blind mode is on")
    )
    consent = await other.taps(shown, ("Согласие", "Consent"), ("152-ФЗ", "152-FZ"))
    sure = await other.taps(
        consent, ("Отозвать", "Withdraw"), ("Отозвать согласие?", "Withdraw the consent?")
    )
    withdrawn = ("Согласие отозвано", "The consent is withdrawn")
    await other.taps(sure, ("Да, отозвать", "Yes, withdraw"), withdrawn)
    await other.says("/history", CONSENT_IS_NEEDED)


async def test_blind_mode_keeps_age_and_city_from_card_and_answer(recruiter: Chat) -> None:
    shown = await recruiter.says("/settings", ("Слепой режим", "Blind mode"))
    await recruiter.taps(
        shown, ("Включить слепой", "Turn blind mode on"), ("включён", "Blind mode is on")
    )
    card = await recruiter.sends(PDF, SCORE, ("от модели скрыто", "kept from you"))
    assert "Новосибирск" not in card.text
    answer = await recruiter.scores(card)
    details = await recruiter.taps(
        answer, ("Подробнее", "Details"), ("Скрыто от модели", "Kept from the model")
    )
    assert recruiter.word(("Город", "City")) in details.text.partition("🙈")[2].splitlines()[0]
    shown = await recruiter.says("/history", "Python-разработчик")
    assert "Новосибирск" not in shown.text


async def test_a_group_is_shown_the_way_to_the_private_chat(
    recruiter: Chat, meet: Meet, client: SandboxClient
) -> None:
    await recruiter.sends(PDF, SCORE)
    colleague = await meet("en", is_newcomer=True)
    group = await client.groups.make("HR", [recruiter.user_id, colleague.user_id])
    chat = recruiter.in_group(group)
    way = ("личных чатах", "in private chats")
    greeting = await chat.sees(way, ("Открыть личный чат", "Open a private chat"))
    before = len(await chat.bot_messages())
    await client.send_text("кто-нибудь видел резюме?", recruiter.user_id, chat_id=group)
    await chat.says("и ты?", way, reply_to=greeting)
    assert len(await chat.bot_messages()) == before + 1
    assert "Python" not in "".join(one.text for one in await chat.bot_messages())
