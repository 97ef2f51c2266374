"""Every window of every dialog renders in both languages, within Telegram's bounds."""

import pytest
from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.setup import collect_dialogs

from bot.dialogs.draft import Draft
from bot.dialogs.states import Card, Form, History
from bot.i18n import LANGUAGES, Language
from domain.fields import FIELD_NAMES
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, analysis

DRAFT = Draft(resume=RESUME, source="file", file_name="<b>.pdf", doubtful=("age", "city"))
STATES = [state for group in (Card, Form, History) for state in group.__states__]
MESSAGE_UNITS = 4096
PHONE_BUTTON_UNITS = 64
"""What a button of full width shows on a phone before it is cut is less, but no error."""


async def show(desk: Desk, state: State, language: Language, **data: object) -> None:
    async with desk.door.enter(1, 1, language) as manager:
        await open_window(manager, state, data)


async def open_window(manager: DialogManager, state: State, data: dict[str, object]) -> None:
    first = state.group.__states__[0]
    await manager.start(first, DRAFT.dump() if state.group is Card else None)
    manager.dialog_data.update({"analysis_id": 7, "field": "salary", **data})
    await manager.switch_to(state)
    await manager.show(ShowMode.SEND)


def test_no_dialog_is_forgotten(desk: Desk) -> None:
    registered = {state for dialog in collect_dialogs(desk.dispatcher) for state in dialog.states()}
    ours = {state for state in registered if state.group.__module__.startswith("bot.")}
    assert ours == set(STATES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.state)
async def test_each_window_renders(desk: Desk, state: State, language: Language) -> None:
    await desk.keeps(*(analysis() for _ in range(19)))
    await show(desk, state, language)
    message = desk.bot.last
    assert message.text
    assert len(message.text.encode("utf-16-le")) // 2 <= MESSAGE_UNITS
    assert "<данных>" not in message.text
    assert labels(message)
    assert all(len(label) <= PHONE_BUTTON_UNITS for label in labels(message))
    data = [b.callback_data or "" for row in message.reply_markup.inline_keyboard for b in row]  # type: ignore[union-attr]
    assert all(0 < len(one.encode()) <= 64 for one in data)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FIELD_NAMES)
async def test_each_question_renders(desk: Desk, field: str, language: Language) -> None:
    await show(desk, Card.edit, language, field=field, problem="bad_dates")
    assert "⚠️" in (desk.bot.last.text or "")


async def test_the_card_marks_doubt_and_tells_warnings(desk: Desk) -> None:
    await show(desk, Card.view, "ru")
    text = desk.bot.last.text or ""
    assert "<b>Возраст</b> ❔: 34 года" in text
    assert "❔ 2 поля" in text
    assert "скрытый текст" in text
    assert "&lt;b&gt;.pdf" in text
    assert "✏️ Город ❔" in labels(desk.bot.last)
    assert "✏️ Должность" in labels(desk.bot.last)


async def test_an_empty_history_says_how_to_begin(desk: Desk) -> None:
    await show(desk, History.pages, "en")
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
