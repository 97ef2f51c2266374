"""A resume pasted as text: cut by the app, joined again, and never mixed with another."""

from datetime import timedelta
from typing import Any

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import Message, MessageOriginHiddenUser
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.tasks.pasting import Paste, Piece, joined, load_paste
from tests.bot.chat import BOT_USER, START
from tests.bot.conftest import Desk
from tests.bot.people import RESUME
from tests.bot.test_dialogs import show_card

FULL = "Опыт работы. " * 315
SECOND = timedelta(seconds=1)


def piece(text: str, number: int = 1, after: timedelta = timedelta(0), **about: Any) -> Piece:
    return Piece(message_id=number, sent_at=START + after, text=text, **about)


def cut(text: str, places: list[int]) -> list[Piece]:
    """As an app cuts: at white space, which it drops."""
    parts, start = [], 0
    for place in [*sorted(places), len(text)]:
        parts.append(text[start:place].strip())
        start = place
    return [piece(part, number) for number, part in enumerate(parts)]


@given(st.lists(st.integers(min_value=0, max_value=30), max_size=3))
def test_no_word_is_lost_or_glued_to_another(places: list[int]) -> None:
    words = [f"слово{number}" for number in range(30)]
    text = " ".join(words)
    assert joined(cut(text, [place * 7 for place in places if place * 7 < len(text)])).split()
    at_spaces = [len(" ".join(words[:place])) for place in places if 0 < place < 30]
    assert joined(cut(text, at_spaces)).split() == words


def test_a_hard_cut_is_joined_without_a_gap() -> None:
    assert joined([piece("а" * 4096), piece("б")]) == "а" * 4096 + "б"
    assert joined([piece('{"position": "Инженер'), piece('тестировщик"}')]).count("\n") == 0


@pytest.mark.parametrize(
    ("first", "second", "belongs"),
    [
        (piece(FULL), piece("и хвост", 2, SECOND), True),
        (piece("коротко"), piece("и хвост", 2, SECOND), False),
        (piece(FULL), piece("и хвост", 2, 10 * SECOND), False),
        (piece(FULL, 2), piece("и хвост", 1), False),
        (piece(FULL), piece("чужое", 2, is_forward=True), False),
        (piece(FULL, is_forward=True), piece("его же", 2, is_forward=True), True),
    ],
)
def test_parts_belong_together_only_where_an_app_cut_them(
    first: Piece, second: Piece, belongs: bool
) -> None:
    assert first.is_continued_by(second) is belongs
    paste = Paste(origin="message:1", pieces=(first,), changed_at=START)
    assert paste.is_continued_by(second) is belongs
    assert not paste.model_copy(update={"is_taken": True}).is_continued_by(second)


async def paste_of(desk: Desk, user_id: int = 1) -> Paste | None:
    key = StorageKey(bot_id=BOT_USER.id, chat_id=user_id, user_id=user_id, destiny="kept")
    return await load_paste(FSMContext(desk.storage, key))


async def test_three_messages_are_one_task(desk: Desk) -> None:
    person = desk.person()
    status = await person.says(FULL)
    assert "Читаю" in (status.text or "")
    await person.says(FULL)
    last = await person.says("Образование: МГУ")
    assert last.message_id == status.message_id
    (task,) = desk.tasks.accepted
    assert task.payload["is_cut"]
    paste = await paste_of(desk)
    assert paste is not None
    assert paste.origin == task.payload["origin"]
    assert paste.text.endswith("Образование: МГУ")
    assert len(paste.text) > 2 * 4000


async def test_a_part_that_is_handled_again_joins_once(desk: Desk) -> None:
    person = desk.person()
    for _ in range(2):
        await person.sends(message_id=70, text=FULL)
    for _ in range(2):
        await person.sends(message_id=71, text="и хвост")
    assert len(desk.tasks.accepted) == 1
    paste = await paste_of(desk)
    assert paste is not None
    assert [one.message_id for one in paste.pieces] == [70, 71]


async def test_the_last_part_joins_with_a_card_open(desk: Desk) -> None:
    person = desk.person()
    await show_card(desk)
    shown = len(desk.bot.shown)
    await person.says(FULL)
    await person.says("и хвост")
    assert len(desk.tasks.accepted) == 1
    assert len(desk.bot.shown) == shown + 1


async def test_a_whole_resume_later_is_another(desk: Desk) -> None:
    person = desk.person()
    await person.sends(message_id=70, text=FULL)
    await person.sends(message_id=75, text=FULL, date=START + 60 * SECOND)
    assert len(desk.tasks.accepted) == 2


async def test_a_forward_is_not_the_rest_of_what_was_typed(desk: Desk) -> None:
    person = desk.person()
    await person.sends(message_id=70, text=FULL)
    origin = MessageOriginHiddenUser(date=START, sender_user_name="Анна")
    await person.sends(message_id=71, text=FULL, forward_origin=origin)
    assert len(desk.tasks.accepted) == 2


async def test_a_long_answer_that_was_cut_is_one_answer(desk: Desk) -> None:
    person = desk.person()
    async with desk.door.enter(1, 1, "ru") as manager:
        await open_card(manager, Draft(resume=RESUME, source="file"))
    await person.taps("Опыт")
    await person.taps("Заново")
    jobs = "2021-03 - сейчас: Аналитик, ООО «Маяк»\n" + "Строил отчёты о продажах. " * 120
    await person.says(jobs)
    card = await person.says("2018-06 - 2021-02: Стажёр, ООО «Парус»\nПроверял данные")
    text = card.text or ""
    assert "Маяк" in text
    assert "Парус" in text
    assert not desk.tasks.accepted


def test_units_are_telegrams() -> None:
    assert piece("🦊" * 1025).may_be_cut
    assert not piece("a" * 2048).may_be_cut


def test_a_piece_knows_what_was_sent() -> None:
    message = Message.model_validate(
        {"message_id": 5, "date": START, "chat": {"id": 1, "type": "private"}, "text": "x"}
    )
    assert Piece.of(message) == Piece(message_id=5, sent_at=START, text="x")
