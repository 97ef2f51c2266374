"""A contested score: asked why, queued once, settled once, and the person is told."""

import asyncio

import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage
from aiogram.types import Message

from bot.i18n import Language
from tests.bot.chat import labels
from tests.bot.conftest import ADMIN_ID, Desk
from tests.bot.people import analysis


async def answered(desk: Desk, user_id: int = 1, language: Language = "ru") -> Message:
    row = analysis().model_copy(update={"user_id": user_id})
    (kept,) = await desk.keeps(row)
    await desk.dispatcher["send_answer"](user_id, user_id, language, kept.id)
    return desk.bot.last


def said_to(desk: Desk, user_id: int) -> list[str]:
    calls = [call for call in desk.bot.calls if isinstance(call, SendMessage)]
    return [call.text for call in calls if call.chat_id == user_id]


async def is_asked(desk: Desk, words: str = "Оспорить оценку 72 из 100") -> None:
    """The question comes just after the tap's own update."""
    async with asyncio.timeout(10):
        while words not in (desk.bot.last.text or ""):  # noqa: ASYNC110  (a message is waited for)
            await asyncio.sleep(0.01)


async def contest(desk: Desk, user_id: int = 1, reason: str | None = "опыт прочли не весь") -> None:
    person, message = desk.person(user_id=user_id), await answered(desk, user_id)
    await person.taps("Оспорить", message)
    await is_asked(desk)
    if reason is None:
        await person.taps("без слов")
    else:
        await person.says(reason)


async def test_an_objection_is_queued_and_the_admin_is_told(desk: Desk) -> None:
    await contest(desk)
    (kept,) = await desk.database.contests.list_open(limit=5)
    assert (kept.analysis_id, kept.user_id, kept.reason) == (1, 1, "опыт прочли не весь")
    assert "Передал администраторам" in said_to(desk, 1)[-1]
    (news,) = said_to(desk, ADMIN_ID)
    assert "72 из 100" in news
    assert "1 возражение: /contested" in news
    assert "Барнаул" not in news
    shown = [message for message in desk.bot.shown.values() if message.photo]
    assert "⚖️ Оспорено" in labels(shown[0])


async def test_an_analysis_is_contested_once(desk: Desk) -> None:
    await contest(desk, reason=None)
    answer = next(message for message in desk.bot.shown.values() if message.photo)
    before = len(said_to(desk, ADMIN_ID))
    await desk.person().taps("Оспорено", answer)
    assert "уже оспорили" in (desk.bot.toasts[-1] or "")
    assert len(said_to(desk, ADMIN_ID)) == before
    assert await desk.database.contests.count_open() == 1


async def test_an_objection_can_be_left_and_is_kept_short(desk: Desk) -> None:
    person, message = desk.person(), await answered(desk)
    await person.taps("Оспорить", message)
    await is_asked(desk)
    refused = await person.says("x" * 501)
    assert "уложитесь в 500" in (refused.text or "")
    await person.taps("Не оспаривать")
    assert await desk.database.contests.count_open() == 0
    assert not said_to(desk, ADMIN_ID)


@pytest.mark.parametrize(
    ("button", "state", "words"),
    [
        ("Оставить", "upheld", "остаётся в силе"),
        ("Отозвать", "withdrawn", "отозвал оценку"),
    ],
)
async def test_an_admin_settles_with_a_word_and_the_person_is_told(
    desk: Desk, button: str, state: str, words: str
) -> None:
    await contest(desk, reason="<b>не то</b>")
    admin = desk.person(user_id=ADMIN_ID)
    item = await admin.says("/contested")
    for part in ("Возражение 1 из 1", "&lt;b&gt;не то&lt;/b&gt;", "72 из 100", "Барнаул", "SQL"):
        assert part in (item.text or "")
    await admin.taps(button)
    queue = await admin.says("Посмотрел <сам>")
    assert "Оспоренных оценок нет" in (queue.text or "")
    told = said_to(desk, 1)[-1]
    assert words in told
    assert "Посмотрел &lt;сам&gt;" in told
    decided = await desk.database.contests.get(1)
    assert (decided.state, decided.decided_by, decided.reply) == (
        state,
        ADMIN_ID,
        "Посмотрел <сам>",
    )
    answer = next(message for message in desk.bot.shown.values() if message.photo)
    await desk.person().taps("Оспорено", answer)
    assert "Посмотрел <сам>" in (desk.bot.toasts[-1] or "")
    (act,) = await desk.database.admin_acts.newest(limit=5)
    assert (act.admin_id, act.act, act.subject) == (ADMIN_ID, f"contest_{state}", "contest:1")
    assert "Посмотрел" not in str(act.details)


async def test_the_author_is_told_in_their_own_language(desk: Desk) -> None:
    await desk.database.people.set_language(1, "en")
    message = await answered(desk)
    await desk.person("en").taps("Оспорить", message)
    await is_asked(desk, "Contest the score 72 of 100")
    await desk.person("en").taps("Send without a word")
    admin = desk.person(user_id=ADMIN_ID)
    await admin.says("/contested")
    await admin.taps("Отозвать")
    await admin.taps("без слов")
    assert "took back the score" in said_to(desk, 1)[-1]


async def test_the_queue_is_walked_from_the_oldest(desk: Desk) -> None:
    for user_id in (1, 2, 3):
        await contest(desk, user_id, reason=f"слово {user_id}")
    admin = desk.person(user_id=ADMIN_ID)
    item = await admin.says("/contested")
    assert "слово 1" in (item.text or "")
    assert "слово 2" in ((await admin.taps("Позже")).text or "")
    await admin.taps("Оставить")
    back = await admin.taps("К возражению")
    assert "слово 2" in (back.text or "")
    await admin.taps("Оставить")
    following = await admin.taps("без слов")
    assert "слово 3" in (following.text or "")
    assert "Возражение 2 из 2" in (following.text or "")


async def test_two_admins_settle_once(desk: Desk) -> None:
    await contest(desk)
    admin = desk.person(user_id=ADMIN_ID)
    await admin.says("/contested")
    await admin.taps("Отозвать")
    await desk.database.contests.decide(1, 901, "upheld", None)
    await admin.taps("без слов")
    assert any("другой администратор" in text for text in said_to(desk, ADMIN_ID))
    assert "отозвал" not in said_to(desk, 1)[-1]


async def test_what_its_author_deleted_can_not_be_settled(desk: Desk) -> None:
    await contest(desk)
    admin = desk.person(user_id=ADMIN_ID)
    await admin.says("/contested")
    await admin.taps("Отозвать")
    await desk.database.analyses.delete(1, 1)
    queue = await admin.taps("без слов")
    assert any("больше нет" in text for text in said_to(desk, ADMIN_ID))
    assert "Оспоренных оценок нет" in (queue.text or "")


async def test_the_queue_is_for_admins_only(desk: Desk) -> None:
    await contest(desk)
    stranger = desk.person(user_id=2)
    refused, unknown = await stranger.says("/contested"), await stranger.says("/nonsense")
    assert refused.text == unknown.text


async def test_an_admin_who_was_dismissed_settles_nothing(desk: Desk) -> None:
    await contest(desk)
    assert await desk.database.people.admin_ids() == []
    await desk.database.directory.set_admin(5, True)
    assert await desk.database.people.admin_ids() == [5]
    former = desk.person(user_id=5)
    await former.says("/contested")
    await former.taps("Отозвать")
    await desk.database.directory.set_admin(5, False)
    await former.taps("без слов")
    assert desk.bot.toasts[-1] == "Эта кнопка устарела"
    await former.says("Согласен")
    assert await desk.database.contests.count_open() == 1


async def test_an_admin_who_never_wrote_to_the_bot_stops_nobody(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    send = desk.bot.send_message

    async def send_message(chat_id: int, text: str, **rest: object) -> Message:
        if chat_id == ADMIN_ID:
            raise TelegramForbiddenError(SendMessage(chat_id=chat_id, text=text), "blocked")
        return await send(chat_id, text, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.bot, "send_message", send_message)
    await contest(desk)
    assert await desk.database.contests.count_open() == 1
    assert "did not reach a person" in caplog.text
