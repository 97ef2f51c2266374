"""What would raise a score, what to ask about it, and the figures, with the real bot over HTTP."""

import io

import pytest
from PIL import Image

from sandbox.client import SandboxClient
from tests.e2e.chatting import Chat
from tests.e2e.resumes import SAMPLES
from tests.e2e.words import SCORED

pytestmark = pytest.mark.asyncio(loop_scope="session")
ASK = ("Что спросить", "What to ask")
RAISE = ("Что подняло бы", "What would raise")


async def test_a_candidate_asks_what_would_raise_the_score(candidate: Chat) -> None:
    answer = await candidate.sends_and_scores(SAMPLES / "free_ru.docx")
    buttons = " ".join(button.text for button in answer.all_buttons())
    assert candidate.word(ASK) not in buttons
    told = await candidate.taps(answer, RAISE, ("Сейчас", "Now it is"), SCORED)
    assert told.message_id > answer.message_id


async def test_a_recruiter_asks_what_to_ask(recruiter: Chat) -> None:
    answer = await recruiter.sends_and_scores(SAMPLES / "free_ru.docx")
    law = ("ст. 64 ТК РФ", "art. 64 of the Russian Labour Code")
    told = await recruiter.taps(answer, ASK, law, "1. ")
    again = await recruiter.taps(answer, ASK, law, "1. ")
    assert again.text == told.text


async def test_an_admin_looks_at_statistics_and_the_audit(
    admin: Chat, client: SandboxClient
) -> None:
    week = await admin.says(
        "/stats", ("Бот за неделю", "The bot in a week"), ("Неделя ✓", "Week ✓")
    )
    with Image.open(io.BytesIO(await client.download(week))) as picture:
        assert picture.width == 1075
    day = await admin.taps(week, ("Сутки", "Day"), ("Бот за сутки", "The bot in a day"))
    assert day.message_id == week.message_id
    month = ("Бот за месяц", "The bot in a month")
    await admin.taps(day, ("Месяц", "Month"), month)
    await admin.sends_and_scores(SAMPLES / "free_ru.docx")
    title = ("Оценки по возрасту и городу", "Scores by age and city")
    audit = await admin.says("/audit", title, ("ст. 64 ТК РФ", "art. 64"))
    swapped = ("Подмена возраста и города", "Age and city swapped")
    swap = await admin.taps(audit, ("Подмена", "Swap"), swapped, ("город скрыт", "city hidden"))
    await admin.taps(audit, "PDF")
    report = await admin.sees(title, after=swap.message_id)
    assert report.file is not None
    assert (await client.download(report)).startswith(b"%PDF")
