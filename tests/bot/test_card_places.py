"""Where in the document a field was read: a picture of the page, or the line quoted."""

import html

import pytest
from aiogram.methods import EditMessageMedia
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.draft import Draft
from bot.i18n import LANGUAGES, Language, Locales
from bot.replies.cutting import units
from bot.replies.place import place_text
from domain.errors import FileUnavailableError, ReadingTimeoutError
from domain.resume import FieldEvidence, Reading, Resume
from tests.bot.cards import open_read
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.parts import KeptPlaces

LOCALES = Locales()


def places(desk: Desk) -> KeptPlaces:
    kept: KeptPlaces = desk.dispatcher["show_place"]
    return kept


async def test_the_page_is_shown_and_goes_away_again(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    question = await person.taps("Должность")
    assert "узнал его только по месту" in (question.text or "")
    place = await person.taps("Показать")
    assert place.message_id == question.message_id
    assert place.photo
    assert "Страница 2" in (place.caption or "")
    assert places(desk).asked == [("file-1", "position")]
    back = await person.taps("Назад", place)
    assert place.message_id not in desk.bot.shown
    assert "На какую должность" in (back.text or "")
    assert sum(isinstance(call, EditMessageMedia) for call in desk.bot.calls) == 1


async def test_what_is_right_is_typed_beside_the_page(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    await person.taps("Возраст")
    place = await person.taps("Показать")
    again = await person.says("много")
    assert "нужно число" in (again.caption or "")
    assert place.message_id not in desk.bot.shown
    card = await person.says("35")
    assert "<b>Возраст</b>: 35 лет" in (card.text or "")
    assert not any(message.photo for message in desk.bot.shown.values())
    assert len(places(desk).asked) == 1


async def test_without_pages_the_line_is_quoted(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    await person.taps("Город")
    place = await person.taps("Показать")
    assert "г. Барнаул &lt;готов&gt; к переезду" in (place.text or "")
    assert not places(desk).asked


@pytest.mark.parametrize(
    ("error", "words"),
    [(FileUnavailableError(), "больше нет"), (ReadingTimeoutError(15), "слишком долго")],
)
async def test_a_page_that_can_not_be_had_is_a_pop_up(
    desk: Desk, error: Exception, words: str
) -> None:
    person = desk.person()
    await open_read(desk)
    places(desk).fails_with = error
    question = await person.taps("Возраст")
    after = await person.taps("Показать")
    assert after.message_id == question.message_id
    assert any(words in (toast or "") for toast in desk.bot.toasts)
    assert "36 лет" in ((await person.says("36")).text or "")


async def test_no_place_is_offered_where_none_is_known(desk: Desk) -> None:
    person = desk.person()
    await open_read(desk)
    question = await person.taps("Зарплата")
    assert not any("Показать" in label for label in labels(question))


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    skills=st.lists(st.text(min_size=1, max_size=60), max_size=80).map(tuple),
    confidence=st.sampled_from([0.5, 0.6, 1.0]),
)
def test_what_stands_below_a_page_fits_a_caption(
    language: Language, skills: tuple[str, ...], confidence: float
) -> None:
    found = FieldEvidence(confidence=confidence, page=3, box=(1, 2, 3, 4))
    reading = Reading(resume=Resume(key_skills=skills), evidence={"key_skills": found})
    draft = Draft.from_reading(reading, "f" * 64, None, "file")
    text = place_text(LOCALES[language], draft, "key_skills", problem="in_the_future")
    assert units(html.unescape(text)) <= 1024
