"""Talks about a card: the page that a field came from, a form that was left, a text cut in two."""

import signal
from pathlib import Path

import pytest

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]
LOADING = "loading the model"
ENGLISH = "Business analyst\nWork experience\n2019-03 - now: Analyst, Lighthouse Ltd"
DUTIES = "\n".join(f"Описывал процессы отдела {number}." for number in range(280))


async def test_the_page_that_a_field_came_from(
    russian: Chat, english: Chat, client: SandboxClient
) -> None:
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    question = await russian.taps(card, "Должность", "На какую должность")
    place = await russian.taps(question, "Показать в документе", "Страница 1")
    assert place.message_id == question.message_id
    assert place.file is not None
    assert place.file.kind == "photo"
    assert (place.file.width or 0) > (place.file.height or 0) > 200
    card = await russian.says("Ведущий Python-разработчик", "Должность: Ведущий")
    assert not [one for one in await russian.bot_messages() if one.file]
    card = await english.sends(SAMPLES / "free_en.docx", "📊 Score")
    question = await english.taps(card, "City", "Which city")
    place = await english.taps(question, "Show in the document", "I read it in this line")
    assert place.file is None
    await english.taps(place, "To the card", "📊 Score")


async def test_a_file_that_is_gone_is_a_pop_up(russian: Chat, client: SandboxClient) -> None:
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    question = await russian.taps(card, "Возраст", "Сколько")
    gone = "Bad Request: wrong file_id or the file is temporarily unavailable"
    await client.set_fault("getFile", "error", description=gone, count=1)
    assert "больше нет" in await russian.toast(question, "Показать в документе")
    await russian.says("35", "Возраст: 35 лет")


async def test_a_form_and_a_cut_text_outlive_the_bot(
    russian: Chat, english: Chat, client: SandboxClient, bot: RunningBot
) -> None:
    ways = await english.says("/score", "seven questions")
    await english.taps(ways, "Fill in the form", "question 1 of 7")
    question = await english.says("Data engineer", "question 2 of 7")
    await english.sends(SAMPLES / "free_en.docx", "📊 Score")
    await english.sees("waits at question 2 of 7")
    ways = await russian.says("/score", "семь вопросов")
    await russian.taps(ways, "анкету", "вопрос 1 из 7")
    question = await russian.says("Повар", "вопрос 2 из 7")
    paused = await russian.taps(question, "Потом", "ждёт на вопросе 2 из 7", "Продолжить (2 из 7)")
    assert paused.message_id == question.message_id
    pasting = Chat(client, english.user_id + 50_000, "en")
    await pasting.settles()
    await client.send_text(f"{ENGLISH}\n{DUTIES}", pasting.user_id, "en")
    await pasting.sees("Reading")
    await bot.restart(signal.SIGKILL, until=LOADING)
    await pasting.sees("Lighthouse", "📊 Score")
    assert len(await cards_of(pasting, "Score")) == 1
    asked = await russian.taps(ways, "анкету", "Ответы сохранены", "Начать заново")
    question = await russian.taps(asked, "Продолжить", "вопрос 2 из 7")
    question = await russian.taps(question, "Назад", "вопрос 1 из 7", "Повар")
    leave = await russian.taps(question, "Отмена", "на 1 вопрос")
    await russian.taps(leave, "Удалить ответы", "ответы удалил")
    unfinished = await english.says("/score", "waits at question 2 of 7")
    await english.taps(unfinished, "Continue the form (2 of 7)", "question 2 of 7")


async def test_a_text_in_three_messages_is_one_card(russian: Chat, client: SandboxClient) -> None:
    text = (SAMPLES / "free_ru_cp1251.txt").read_bytes().decode("cp1251")
    await client.send_text(f"{text}\n{DUTIES}\nЗнание 1С", russian.user_id, "ru")
    card = await russian.sees("Пермь", "Оценить")
    assert [one.message_id for one in await cards_of(russian, "Оценить")] == [card.message_id]


async def cards_of(chat: Chat, button: str) -> list[ChatMessage]:
    return [one for one in await chat.bot_messages() if one.find_button(button)]
