"""Below an answer: its views, the thumbs, the interview, and nobody else's fingers."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import SendChatAction, SendMessage, SendPhoto, TelegramMethod
from aiogram.types import Message

from bot.i18n import Language
from bot.pictures import answer as answer_picture
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis


async def answered(desk: Desk, language: Language = "ru", **about: object) -> Message:
    """An answer in the chat of person 1."""
    (row,) = await desk.keeps(analysis(**about))  # type: ignore[arg-type]
    await desk.dispatcher["send_answer"](1, 1, language, row.id)
    return desk.bot.last


def refuse(desk: Desk, kind: type[TelegramMethod[Any]], error: Exception) -> None:
    """Telegram answers this kind of request with an error."""
    call = type(desk.bot).__call__

    class Refusing(type(desk.bot)):  # type: ignore[misc]  # a bot of one test
        async def __call__(
            self, method: TelegramMethod[Any], request_timeout: int | None = None
        ) -> object:
            if isinstance(method, kind):
                raise error
            return await call(self, method, request_timeout)

    desk.bot.__class__ = Refusing


async def test_an_answer_is_a_picture_with_the_essentials_below_it(desk: Desk) -> None:
    message = await answered(desk)
    assert message.photo
    assert "72 из 100" in (message.caption or "")
    assert "Опыт работы поднял вероятность: +5 п. п." in (message.caption or "")
    assert any(isinstance(call, SendChatAction) for call in desk.bot.calls)


async def test_a_picture_that_is_not_drawn_or_not_taken_costs_no_answer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    photo = SendPhoto(chat_id=1, photo="x")
    refuse(desk, SendPhoto, TelegramBadRequest(photo, "Bad Request: IMAGE_PROCESS_FAILED"))
    refused = await answered(desk)

    def fail(*_: object) -> bytes:
        raise MemoryError

    monkeypatch.setattr("bot.answering.draw_answer", fail)
    not_drawn = await answered(desk)
    for message in (refused, not_drawn):
        assert not message.photo
        assert "72 из 100" in (message.text or "")
        assert "👍" in labels(message)
    assert "was not drawn" in caplog.text
    details = await desk.person().taps("Подробнее", not_drawn)
    assert "Как получилась" in (details.text or "")
    assert answer_picture.draw_answer is not fail


async def test_who_blocked_the_bot_is_not_sent_the_text_either(desk: Desk) -> None:
    refuse(desk, SendPhoto, TelegramForbiddenError(SendPhoto(chat_id=1, photo="x"), "blocked"))
    with pytest.raises(TelegramForbiddenError):
        await answered(desk)
    assert not any(isinstance(call, SendMessage) for call in desk.bot.calls)


async def test_details_take_the_caption_place_and_give_it_back(desk: Desk) -> None:
    person, message = desk.person(), await answered(desk, noise=0.015, hidden=("age",))
    details = await person.taps("Подробнее", message)
    assert details.message_id == message.message_id
    for words in ("±1,5 п. п.", "Скрыто от модели: Возраст", "compact", "budget-1", "Номер"):
        assert words in (details.caption or "")
    short = await person.taps("Коротко", details)
    assert short.caption == message.caption
    assert labels(short) == labels(message)


async def test_a_thumb_is_remembered_shown_and_changed(desk: Desk) -> None:
    person, message = desk.person(), await answered(desk)
    up = await person.taps("👍", message)
    assert "👍 ✓" in labels(up)
    again = desk.restarted()
    down = await again.person().taps("👎", up)
    assert {"👍", "👎 ✓"} <= set(labels(down))
    verdict = await desk.database.verdicts.find(1, 1)
    assert verdict is not None
    assert verdict.is_useful is False
    none = await again.person().taps("👎", down)
    assert {"👍", "👎"} <= set(labels(none))
    assert "оспорить" in (desk.bot.toasts[-2] or "")


async def test_the_interview_is_recorded_and_changed(desk: Desk) -> None:
    person, message = desk.person("en"), await answered(desk, "en")
    choice = await person.taps("After the interview", message)
    assert labels(choice)[:2] == ["Grade confirmed", "Grade not confirmed"]
    assert choice.caption == message.caption
    known = await person.taps("Grade not confirmed", choice)
    assert "🤝 Grade not confirmed ✓" in labels(known)
    choice = await person.taps("🤝 Grade not confirmed", known)
    known = await person.taps("Grade confirmed", choice)
    assert "🤝 Grade confirmed ✓" in labels(known)
    (judged,) = await desk.database.verdicts.judged_scores(1)
    assert judged.grade_confirmed
    choice = await person.taps("🤝", known)
    unknown = await person.taps("No interview yet", choice)
    assert "🤝 After the interview…" in labels(unknown)
    assert not await desk.database.verdicts.judged_scores(1)


async def test_a_candidate_is_not_asked_about_the_interview(desk: Desk) -> None:
    await desk.settle(1, "candidate")
    message = await answered(desk)
    assert not [label for label in labels(message) if "🤝" in label]


@pytest.mark.parametrize("button", ["Подробнее", "👍", "🤝", "Оспорить"])
async def test_another_persons_tap_is_harmless(desk: Desk, button: str) -> None:
    message = await answered(desk)
    stranger = desk.person(user_id=2)
    told = await stranger.taps(button, message)
    assert "уже нет в вашей истории" in (told.text or "")
    assert desk.bot.shown[message.message_id] == message
    assert await desk.database.verdicts.find(1, 1) is None
    assert await desk.database.contests.count_open() == 0


async def test_a_deleted_score_says_so(desk: Desk) -> None:
    message = await answered(desk)
    await desk.database.analyses.delete(1, 1)
    told = await desk.person("en").taps("Подробнее", message)
    assert "no longer in your history" in (told.text or "")


async def test_a_corrected_resume_tells_the_difference(desk: Desk) -> None:
    (first,) = await desk.keeps(analysis(score=61.0))
    corrected = RESUME.model_copy(update={"city": "Тверь"})
    later = analysis(resume=corrected).model_copy(update={"parent_id": first.id})
    (second,) = await desk.keeps(later)
    await desk.dispatcher["send_answer"](1, 1, "ru", second.id)
    assert "Было 61 → стало 72: +11" in (desk.bot.last.caption or "")
    assert "Город (Барнаул → Тверь)" in (desk.bot.last.caption or "")
    await desk.database.analyses.delete(1, first.id)
    await desk.dispatcher["send_answer"](1, 1, "ru", second.id)
    assert "Было" not in (desk.bot.last.caption or "")
