"""Talks about a card: the page that a field came from, a form that was left, a text cut in two."""

import signal

import pytest

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat
from tests.e2e.conftest import Meet
from tests.e2e.resumes import DUTIES, PDF, SAMPLES
from tests.e2e.running import RunningBot
from tests.e2e.words import FILL_IN, SCORE, SEVEN_QUESTIONS, WHICH_CITY, Words, question

pytestmark = pytest.mark.asyncio(loop_scope="session")
LOADING = "loading the model"
ENGLISH = "Business analyst\nWork experience\n2019-03 - now: Analyst, Lighthouse Ltd"
SHOW = ("Показать в документе", "Show in the document")


async def test_the_page_that_a_field_came_from(recruiter: Chat) -> None:
    card = await recruiter.sends(PDF, SCORE)
    asked = await recruiter.taps(card, ("Должность", "Position"), ("должность", "position"))
    place = await recruiter.taps(asked, SHOW, ("Страница 1", "Page 1"))
    assert place.message_id == asked.message_id
    assert place.file is not None
    assert place.file.kind == "photo"
    assert (place.file.width or 0) > (place.file.height or 0) > 200
    await recruiter.says("Ведущий Python-разработчик", SCORE, "Ведущий Python")
    assert not [one for one in await recruiter.bot_messages() if one.file]
    card = await recruiter.sends(SAMPLES / "free_en.docx", SCORE)
    asked = await recruiter.taps(card, ("Город", "City"), WHICH_CITY)
    place = await recruiter.taps(asked, SHOW, ("в строке", "I read it in this line"))
    assert place.file is None
    await recruiter.taps(place, ("К карточке", "To the card"), SCORE)


async def test_a_file_that_is_gone_is_a_pop_up(recruiter: Chat, client: SandboxClient) -> None:
    card = await recruiter.sends(PDF, SCORE)
    asked = await recruiter.taps(card, ("Возраст", "Age"), ("полных лет", "in full years"))
    gone = "Bad Request: wrong file_id or the file is temporarily unavailable"
    await client.set_fault("getFile", "error", description=gone, count=1)
    said = await recruiter.toast(asked, SHOW)
    assert recruiter.word(("больше нет", "no longer")) in said
    await recruiter.says("35", ("Возраст: 35 лет", "Age: 35 years"))


async def test_forms_and_a_cut_text_outlive_the_bot(
    russian: Chat, english: Chat, meet: Meet, client: SandboxClient, bot: RunningBot
) -> None:
    forms = [(await _left_form(chat), chat) for chat in (russian, english)]
    pasting = await meet("en")
    await client.send_text(f"{ENGLISH}\n{DUTIES}", pasting.user_id, "en")
    await pasting.sees("Reading")
    await bot.restart(signal.SIGKILL, until=LOADING)
    await pasting.sees("Lighthouse", SCORE)
    assert len(await _cards_of(pasting)) == 1
    for ways, chat in forms:
        await _goes_on(ways, chat)


async def _left_form(chat: Chat) -> ChatMessage:
    """Left for a file, taken up again, put off; returns what /score showed."""
    ways = await chat.says("/score", SEVEN_QUESTIONS)
    await chat.taps(ways, FILL_IN, question(1))
    await chat.says(("Повар", "Cook"), question(2))
    await chat.sends(SAMPLES / "free_en.docx", SCORE)
    await chat.sees(_waits(2))
    unfinished = await chat.says("/score", _waits(2))
    going_on = ("Продолжить (2 из 7)", "Continue the form (2 of 7)")
    asked = await chat.taps(unfinished, going_on, question(2))
    paused = await chat.taps(asked, ("Потом", "Later"), _waits(2), going_on)
    assert paused.message_id == asked.message_id
    return ways


async def _goes_on(ways: ChatMessage, chat: Chat) -> None:
    kept = ("Ответы сохранены", "Your answers are kept")
    asked = await chat.taps(ways, FILL_IN, kept, ("Начать заново", "Start over"))
    shown = await chat.taps(asked, ("Продолжить", "Continue"), question(2))
    shown = await chat.taps(shown, ("Назад", "Back"), question(1), ("Повар", "Cook"))
    leave = await chat.taps(shown, ("Отмена", "Cancel"), ("на 1 вопрос", "answered 1 question"))
    gone = ("ответы удалил", "its answers are deleted")
    await chat.taps(leave, ("Удалить ответы", "Delete the answers"), gone)


def _waits(number: int) -> Words:
    return f"ждёт на вопросе {number} из 7", f"waits at question {number} of 7"


async def test_a_text_in_three_messages_is_one_card(recruiter: Chat, client: SandboxClient) -> None:
    text = (SAMPLES / "free_ru_cp1251.txt").read_bytes().decode("cp1251")
    await client.send_text(f"{text}\n{DUTIES}\nЗнание 1С", recruiter.user_id, recruiter.language)
    card = await recruiter.sees("Пермь", SCORE)
    assert [one.message_id for one in await _cards_of(recruiter)] == [card.message_id]


async def _cards_of(chat: Chat) -> list[ChatMessage]:
    return [one for one in await chat.bot_messages() if one.find_button(chat.word(SCORE))]
