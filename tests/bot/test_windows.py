"""Every window of every dialog renders in both languages, within Telegram's bounds."""

import pytest
from aiogram.fsm.state import State
from aiogram_dialog.setup import collect_dialogs

from bot.dialogs.states import Card
from bot.i18n import LANGUAGES, Language
from domain.fields import FIELD_NAMES
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.phone import cut_labels
from tests.bot.windows import STATES, show_window

MESSAGE_UNITS, CAPTION_UNITS = 4096, 1024
MOST_ROWS = 9
"""More than these a thumb does not reach."""


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
    assert cut_labels(message.reply_markup) == []
    assert len(message.reply_markup.inline_keyboard) <= MOST_ROWS  # type: ignore[union-attr]
    data = [b.callback_data or "" for row in message.reply_markup.inline_keyboard for b in row]  # type: ignore[union-attr]
    assert all(0 < len(one.encode()) <= 64 for one in data)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FIELD_NAMES)
async def test_each_question_renders(desk: Desk, field: str, language: Language) -> None:
    await show_window(desk, Card.edit, language, edit={"field": field}, problem="bad_dates")
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
