"""A card that is left: what came instead, what it waits below, and the way back to it."""

from bot.dialogs.draft import Draft
from domain.resume import Resume
from tests.bot.cards import open_read
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.test_dialogs import shown


async def test_a_card_that_was_replaced_comes_back(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    old = desk.bot.last
    await open_read(desk, Draft(resume=Resume(position="Повар"), source="file", file_name="b.pdf"))
    await person.taps("Вернуть карточку", desk.bot.shown[old.message_id])
    back = await shown(desk, "cv.pdf")
    assert "Барнаул" in (back.text or "")
    other = next(one for one in desk.bot.shown.values() if "«b.pdf» сменило" in (one.text or ""))
    await person.taps("Вернуть карточку", other)
    assert "Повар" in ((await shown(desk, "Повар")).text or "")


async def test_history_over_a_card_says_that_it_waits(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    card = desk.bot.last
    await person.says("/history")
    waits = desk.bot.shown[card.message_id]
    assert "«cv.pdf» ждёт" in (waits.text or "")
    back = await person.taps("Закрыть")
    assert "Вот что я прочитал" in (back.text or "")
    await person.says("/history")
    await person.taps("Вернуть карточку", waits)
    assert "Оценить" in labels(await shown(desk, "cv.pdf"))[0]


async def test_cancel_says_what_it_closed_and_can_be_undone(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    card = desk.bot.last
    await person.says("/cancel")
    closed = desk.bot.shown[card.message_id]
    assert "закрыта" in (closed.text or "")
    await person.taps("Вернуть карточку", closed)
    assert "Барнаул" in ((await shown(desk, "cv.pdf")).text or "")


async def test_a_strangers_card_is_not_there(desk: Desk) -> None:
    await open_read(desk)
    card = desk.bot.last
    await desk.person().taps("Отмена")
    stranger = desk.person(user_id=2)
    await stranger.taps("Вернуть карточку", desk.bot.shown[card.message_id])
    assert "уже нет" in (desk.bot.toasts[-1] or "")


async def test_typed_words_and_links_are_told_what_to_do(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    card = desk.bot.last
    hinted = await person.says("Москва")
    assert "нажмите на кнопку" in (hinted.text or "")
    assert "Оценить" in labels(hinted)[0]
    assert card.message_id not in desk.bot.shown
    await person.says("/cancel")
    assert "Ссылки я не открываю" in ((await person.says("https://hh.ru/resume/1")).text or "")
