"""The card's two windows: the whole resume, and the question for one of its fields."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Select
from aiogram_dialog.widgets.text import Format

from bot.dialogs.card import actions, getters
from bot.dialogs.states import Card
from bot.dialogs.words import Label


def card_dialog() -> Dialog:
    return Dialog(
        Window(
            Format("{card}"),
            Row(
                Button(Label("button-score"), id="score", on_click=actions.score),
                Button(Label("button-cancel"), id="cancel", on_click=actions.cancel),
            ),
            Group(
                Select(
                    Format("{item[1]}"),
                    id="field",
                    item_id_getter=lambda item: item[0],
                    items="fields",
                    on_click=actions.ask_field,
                ),
                width=2,
            ),
            MessageInput(actions.explain_card, content_types=[ContentType.TEXT]),
            state=Card.view,
            getter=getters.card,
        ),
        Window(
            Format("{question}"),
            Row(
                Button(Label("button-to-card"), id="back", on_click=actions.to_card),
                Button(Label("button-clear"), id="clear", on_click=actions.clear, when="has_value"),
            ),
            MessageInput(actions.read_answer, content_types=[ContentType.TEXT]),
            state=Card.edit,
            getter=getters.question,
        ),
        on_start=actions.begin,
    )
