"""What would raise a score, what to ask about it, and the figures, with the real bot over HTTP."""

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.i18n import Language
from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.running import RunningBot

SAMPLES = Path(__file__).parents[1] / "samples"
pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("e2e")]


@pytest.mark.parametrize(
    ("language", "user_id", "words"),
    [
        ("ru", 43_000, ("📊 Оценить", "из 100", "Что подняло бы", "Сейчас", "Что спросить")),
        ("en", 43_001, ("📊 Score", "of 100", "What would raise", "Now it is", "What to ask")),
    ],
)
async def test_a_candidate_asks_what_would_raise_the_score(
    client: SandboxClient,
    bot: RunningBot,
    language: Language,
    user_id: int,
    words: tuple[str, ...],
) -> None:
    await bot.start_if_stopped()
    score, of_100, raises, now, asks = words
    candidate = Chat(client, user_id, language, role="candidate")
    card = await candidate.sends(SAMPLES / "free_ru.docx", score)
    answer = await candidate.taps(card, score, of_100)
    assert asks not in " ".join(button.text for button in answer.all_buttons())
    told = await candidate.taps(answer, raises, now, of_100)
    assert told.message_id > answer.message_id


async def test_a_recruiter_asks_what_to_ask_and_whether_scores_came_true(
    russian: Chat, english: Chat
) -> None:
    card = await russian.sends(SAMPLES / "free_ru.docx", "Оценить")
    answer = await russian.taps(card, "📊 Оценить", "из 100")
    told = await russian.taps(answer, "Что спросить", "ст. 64 ТК РФ", "1. ")
    again = await russian.taps(answer, "Что спросить", "ст. 64 ТК РФ", "1. ")
    assert again.text == told.text
    await russian.says("/calibrate", "рано судить", "нужно хотя бы 30")
    await english.says("/calibrate", "too few to tell", "30 more interviews")


async def test_an_admin_looks_at_statistics_and_the_audit(
    admin: Chat, admin_in_english: Chat, client: SandboxClient
) -> None:
    week = await admin.says("/stats", "за неделю", "Неделя ✓")
    with Image.open(io.BytesIO(await client.download(week))) as picture:
        assert picture.width == 1075
    day = await admin.taps(week, "Сутки", "за сутки", "Сутки ✓")
    assert day.message_id == week.message_id
    card = await admin.sends(SAMPLES / "free_ru.docx", "Оценить")
    await admin.taps(card, "📊 Оценить", "из 100")
    audit = await admin.says("/audit", "Оценки по возрасту и городу", "ст. 64 ТК РФ")
    await admin.taps(audit, "Подмена", "Подмена возраста и города", "город скрыт")
    await admin_in_english.says("/stats", "The bot in a week")
    audit = await admin_in_english.says("/audit", "Scores by age and city", "art. 64")
    await admin_in_english.taps(audit, "PDF")
    report = await admin_in_english.sees("Scores by age and city", after=audit.message_id)
    assert (await client.download(report)).startswith(b"%PDF")
