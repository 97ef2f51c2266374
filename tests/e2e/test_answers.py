"""What can be done with an answer, with the real bot over HTTP, in both languages."""

import io
from pathlib import Path

import pytest
from PIL import Image

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]


def number_in(details: ChatMessage) -> str:
    """The analysis's own number, as its details tell it."""
    return details.text.partition("🔢")[2].partition(":")[2].strip().split(".")[0]


async def test_a_recruiter_reads_corrects_judges_and_shares(
    russian: Chat, client: SandboxClient
) -> None:
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    answer = await russian.taps(card, "📊 Оценить", "из 100", "не решение")
    with Image.open(io.BytesIO(await client.download(answer))) as picture:
        assert picture.width == 925
    actions = [one["parameters"]["action"] for one in await client.calls("sendChatAction")]
    assert {"typing", "upload_photo"} <= set(actions)
    details = await russian.taps(answer, "Подробнее", "Модель", "Номер этой оценки")
    assert details.message_id == answer.message_id
    short = await russian.taps(details, "Коротко", "Вероятность, что заявленный грейд")
    rated = await russian.taps(short, "👍", "👍 ✓")
    choice = await russian.taps(rated, "После собеседования", "Собеседования ещё не было")
    judged = await russian.taps(choice, "Грейд подтвердили", "Грейд подтвердили ✓", "👍 ✓")
    card = await russian.taps(judged, "Исправить", "📊 Оценить")
    await russian.taps(card, "Город", "В каком городе")
    card = await russian.says("Тверь", "📊 Оценить")
    again = await russian.taps(card, "📊 Оценить", "Было", "→ Тверь")
    number = number_in(await russian.taps(again, "Подробнее", "Номер этой оценки"))
    shown = await client.inline.ask(number, russian.user_id)
    message = await client.inline.choose(shown, "из 100", russian.user_id)
    assert "Python-разработчик" in message.text
    assert "Тверь" in message.text
    assert len((await client.inline.ask("", russian.user_id)).results) == 2
    assert not (await client.inline.ask(number, russian.user_id + 500_000)).results


async def test_a_candidate_contests_and_an_admin_takes_the_score_back(
    admin: Chat, client: SandboxClient
) -> None:
    candidate = Chat(client, 41_000, "en", role="candidate")
    card = await candidate.sends(SAMPLES / "hh_en.pdf", "📊 Score")
    answer = await candidate.taps(card, "📊 Score", "of 100")
    assert "After the interview" not in " ".join(one.text for one in answer.all_buttons())
    details = await candidate.taps(answer, "Details", "The number of this score")
    await candidate.taps(details, "In short", "of 100", "Contest")
    question = await candidate.taps(answer, "Contest", "Contest the score", "Write in one message")
    await candidate.says("My work experience was not read", "Passed on to the admins")
    await candidate.sees("⚖️ Contested")
    told = await candidate.toast(answer, "Contested")
    assert "No admin has answered yet" in told
    await admin.sees("Оспорена оценка", "/contested")
    item = await admin.says("/contested", "Возражение 1 из 1", "was not read")
    word = await admin.taps(item, "Отозвать", "Что ответить человеку?")
    assert word.message_id == item.message_id
    await admin.says("Опыт и правда не прочли", "Оспоренных оценок нет")
    await candidate.sees("took back the score", "Опыт и правда не прочли")
    assert question.message_id not in [one.message_id for one in await candidate.bot_messages()]
    number = number_in(details)
    assert not (await client.inline.ask(number, candidate.user_id)).results
    refused = await candidate.says("/contested")
    assert "Objection" not in refused.text


async def test_without_the_picture_the_words_go_alone(russian: Chat, client: SandboxClient) -> None:
    card = await russian.sends(SAMPLES / "hh_ru_2024.pdf", "Оценить")
    await client.set_fault("sendPhoto", "error", count=1)
    answer = await russian.taps(card, "📊 Оценить", "из 100", "не решение")
    assert answer.file is None
    details = await russian.taps(answer, "Подробнее", "Номер этой оценки")
    assert details.message_id == answer.message_id
