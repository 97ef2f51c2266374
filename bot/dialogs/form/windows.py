"""The form's windows: the question that is on, and what becomes of the answers on leaving."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, Select
from aiogram_dialog.widgets.kbd.select import OnItemClick
from aiogram_dialog.widgets.text import Format

from bot.dialogs.form import actions, getters
from bot.dialogs.states import Form
from bot.dialogs.words import Label


def form_dialog() -> Dialog:
    return Dialog(
        Window(
            Format("{question}"),
            Row(
                _step("button-back", "back", actions.back, when="can_back"),
                _step("button-skip", "skip", actions.skip, when="is_empty"),
                _step("button-keep", "keep", actions.skip, when="has_value"),
            ),
            Row(
                Button(
                    Label("button-form-later"), id="later", on_click=actions.pause, when="is_begun"
                ),
                Button(Label("button-cancel"), id="cancel", on_click=actions.ask_to_leave),
            ),
            MessageInput(actions.read_answer, content_types=[ContentType.TEXT]),
            state=Form.question,
            getter=getters.question,
        ),
        Window(
            Format("{text}"),
            Button(Label("button-form-later"), id="later", on_click=actions.pause),
            Button(Label("button-form-throw"), id="throw", on_click=actions.throw_away),
            Button(Label("button-form-stay"), id="stay", on_click=actions.stay),
            state=Form.leave,
            getter=getters.leave,
        ),
        on_start=actions.begin,
    )


def _step(
    key: str, button_id: str, on_click: OnItemClick["Select[int]", int], when: str
) -> "Select[int]":
    """A button that names the question it belongs to."""
    return Select(
        Label(key),
        id=button_id,
        item_id_getter=str,
        items="step",
        type_factory=int,
        on_click=on_click,
        when=when,
    )
