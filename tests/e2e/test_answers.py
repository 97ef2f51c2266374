"""What can be done with an answer, with the real bot over HTTP."""

import io

import pytest
from PIL import Image

from sandbox.client import SandboxClient
from sandbox.talk import ChatMessage
from tests.e2e.chatting import Chat
from tests.e2e.resumes import PDF, SAMPLES
from tests.e2e.words import (
    AFTER_INTERVIEW,
    ALL_CORRECT,
    CONFIRMED,
    DETAILS,
    EDIT_AGAIN,
    IN_SHORT,
    NO_SUCH_COMMAND,
    NUMBER_OF_SCORE,
    SCORE,
    SCORED,
    WHICH_CITY,
    Words,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")
CONTEST = ("Оспорить", "Contest")
REASON = ("Опыт не прочли", "My work experience was not read")


def number_in(details: ChatMessage) -> str:
    """The analysis's own number, as its details tell it."""
    return details.text.partition("🔢")[2].partition(":")[2].strip().split(".")[0]


async def test_a_recruiter_reads_corrects_judges_and_shares(
    recruiter: Chat, client: SandboxClient
) -> None:
    answer = await recruiter.sends_and_scores(PDF)
    with Image.open(io.BytesIO(await client.download(answer))) as picture:
        assert picture.width == 925
    actions = [one["parameters"]["action"] for one in await client.calls("sendChatAction")]
    assert {"typing", "upload_photo"} <= set(actions)
    details = await recruiter.taps(answer, DETAILS, ("Модель", "Model"), NUMBER_OF_SCORE)
    assert details.message_id == answer.message_id
    short = await recruiter.taps(
        details, IN_SHORT, ("Вероятность, что заявленный", "Probability that the claimed")
    )
    rated = await recruiter.taps(short, "👍", "👍 ✓")
    choice = await recruiter.taps(
        rated, AFTER_INTERVIEW, ("Собеседования ещё не было", "No interview yet")
    )
    told = ("Грейд подтвердили ✓", "Grade confirmed ✓")
    judged = await recruiter.taps(choice, CONFIRMED, told, "👍 ✓")
    card = await recruiter.taps(judged, EDIT_AGAIN, ALL_CORRECT)
    await recruiter.taps(card, ("Город", "City"), WHICH_CITY)
    card = await recruiter.says("Тверь", SCORE)
    again = await recruiter.scores(card, ("Было", "It was"), "→ Тверь")
    number = number_in(await recruiter.taps(again, DETAILS, NUMBER_OF_SCORE))
    shown = await client.inline.ask(number, recruiter.user_id)
    title = recruiter.word(SCORED)
    message = await client.inline.choose(shown, title, recruiter.user_id)
    assert "Python-разработчик" in message.text
    assert "Тверь" in message.text
    assert len((await client.inline.ask("", recruiter.user_id)).results) == 2
    assert not (await client.inline.ask(number, recruiter.user_id + 500_000)).results


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        (("Отозвать", "Take it back"), ("согласился с вами и отозвал", "agrees with you and took")),
        (("Оставить в силе", "Let it stand"), ("остаётся в силе", "stands")),
    ],
    ids=["taken-back", "stands"],
)
async def test_a_candidate_contests_and_an_admin_decides(
    candidate: Chat, admin: Chat, client: SandboxClient, decision: Words, told: Words
) -> None:
    answer = await candidate.sends_and_scores(SAMPLES / "hh_en.pdf")
    buttons = " ".join(one.text for one in answer.all_buttons())
    assert candidate.word(AFTER_INTERVIEW) not in buttons
    details = await candidate.taps(answer, DETAILS, NUMBER_OF_SCORE)
    await candidate.taps(details, IN_SHORT, SCORED, CONTEST)
    asked = await candidate.taps(
        answer,
        CONTEST,
        ("Оспорить оценку", "Contest the score"),
        ("одним сообщением", "Write in one message"),
    )
    await candidate.says(REASON, ("Передал администраторам", "Passed on to the admins"))
    await candidate.sees(("⚖️ Оспорено", "⚖️ Contested"))
    said = await candidate.toast(answer, ("Оспорено", "Contested"))
    assert candidate.word(("ещё не ответил", "No admin has answered yet")) in said
    await admin.sees(("Оспорена оценка", "is contested"), "/contested")
    item = await admin.says("/contested", ("Возражение 1 из 1", "Objection 1 of 1"), REASON)
    word = await admin.taps(item, decision, ("Что ответить", "What shall the person be told?"))
    assert word.message_id == item.message_id
    await admin.says(
        ("Спасибо, посмотрели", "Thank you, we looked"),
        ("Оспоренных оценок нет", "No score is contested"),
    )
    await candidate.sees(told, ("Спасибо, посмотрели", "Thank you, we looked"))
    assert asked.message_id not in [one.message_id for one in await candidate.bot_messages()]
    is_taken_back = decision[1] == "Take it back"
    offered = await client.inline.ask(number_in(details), candidate.user_id)
    assert bool(offered.results) is not is_taken_back
    await candidate.says("/contested", NO_SUCH_COMMAND)


async def test_without_the_picture_the_words_go_alone(
    recruiter: Chat, client: SandboxClient
) -> None:
    card = await recruiter.sends(PDF, SCORE)
    for method in ("sendPhoto", "editMessageMedia"):
        await client.set_fault(method, "error")
    answer = await recruiter.scores(card, ("не решение", "not a decision"))
    assert answer.file is None
    details = await recruiter.taps(answer, DETAILS, NUMBER_OF_SCORE)
    assert details.message_id == answer.message_id
