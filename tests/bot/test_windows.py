"""Every window of every dialog renders in both languages, within Telegram's bounds."""

import pytest
from aiogram.fsm.state import State
from aiogram_dialog.setup import collect_dialogs

from bot.dialogs.states import Card
from bot.i18n import LANGUAGES, Language
from domain.fields import FIELD_NAMES
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import analysis
from tests.bot.windows import STATES, show_window

MESSAGE_UNITS, CAPTION_UNITS = 4096, 1024
PHONE_BUTTON_UNITS = 64
"""What a button of full width shows on a phone before it is cut is less, but no error."""


def test_no_dialog_is_forgotten(desk: Desk) -> None:
    registered = {state for dialog in collect_dialogs(desk.dispatcher) for state in dialog.states()}
    ours = {state for state in registered if state.group.__module__.startswith("bot.")}
    assert ours == set(STATES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.state)
async def test_each_window_renders(desk: Desk, state: State, language: Language) -> None:
    message = await show_window(desk, state, language)
    text = message.text or message.caption
    assert text
    limit = CAPTION_UNITS if message.photo else MESSAGE_UNITS
    assert len(text.encode("utf-16-le")) // 2 <= limit
    assert "<данных>" not in text
    assert labels(message)
    assert all(len(label) <= PHONE_BUTTON_UNITS for label in labels(message))
    data = [b.callback_data or "" for row in message.reply_markup.inline_keyboard for b in row]  # type: ignore[union-attr]
    assert all(0 < len(one.encode()) <= 64 for one in data)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FIELD_NAMES)
async def test_each_question_renders(desk: Desk, field: str, language: Language) -> None:
    await show_window(desk, Card.edit, language, field=field, problem="bad_dates")
    assert "⚠️" in (desk.bot.last.text or "")


async def test_the_card_marks_doubt_and_tells_warnings(desk: Desk) -> None:
    await show_window(desk, Card.view, "ru")
    text = desk.bot.last.text or ""
    assert "<b>Возраст</b> ❔: 34 года" in text
    assert "❔ 2 поля" in text
    assert "скрытый текст" in text
    assert "&lt;b&gt;.pdf" in text
    assert "✏️ Город ❔" in labels(desk.bot.last)
    assert "✏️ Должность" in labels(desk.bot.last)


async def test_an_empty_history_says_how_to_begin(desk: Desk) -> None:
    await desk.person("en").says("/history")
    assert "/score" in (desk.bot.last.text or "")
    assert labels(desk.bot.last) == ["✖️ Close"]


async def test_history_has_pages(desk: Desk) -> None:
    await desk.keeps(*(analysis() for _ in range(14)))
    person = desk.person("en")
    page = await person.says("/history")
    assert "Page 1 of 3" in (page.text or "")
    assert len([label for label in labels(page) if label.startswith("72 · ")]) == 6
    assert "Page 2 of 3" in ((await person.taps("Older")).text or "")
    last = await person.taps("Older")
    assert "Page 3 of 3" in (last.text or "")
    assert len([label for label in labels(last) if label.startswith("72 · ")]) == 2
    assert "Page 2 of 3" in ((await person.taps("Newer")).text or "")
