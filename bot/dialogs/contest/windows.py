"""The one window of an objection."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.dialogs.contest import actions, getters
from bot.dialogs.states import Contest
from bot.dialogs.words import Label, Words


def contest_dialog() -> Dialog:
    return Dialog(
        Window(
            Words("contest-too-long", "limit", when="is_too_long"),
            Words("contest-question", "score", "position"),
            Button(Label("button-contest-send"), id="send", on_click=actions.send_silently),
            Button(Label("button-contest-cancel"), id="cancel", on_click=actions.cancel),
            MessageInput(actions.read_reason, content_types=[ContentType.TEXT]),
            state=Contest.reason,
            getter=getters.question,
        ),
        on_start=actions.begin,
    )
