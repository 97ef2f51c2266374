"""The form's one window: the question that is on, with the ways back, on and out."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Format

from bot.dialogs.form import actions, getters
from bot.dialogs.states import Form
from bot.dialogs.words import Label


def form_dialog() -> Dialog:
    return Dialog(
        Window(
            Format("{question}"),
            Row(
                Button(Label("button-back"), id="back", on_click=actions.back, when="can_back"),
                Button(Label("button-skip"), id="skip", on_click=actions.skip, when="is_empty"),
                Button(Label("button-keep"), id="keep", on_click=actions.skip, when="has_value"),
                Button(Label("button-cancel"), id="cancel", on_click=actions.cancel),
            ),
            MessageInput(actions.read_answer, content_types=[ContentType.TEXT]),
            state=Form.question,
            getter=getters.question,
        ),
        on_start=actions.begin,
    )
