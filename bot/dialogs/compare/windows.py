"""The one window in which candidates are ticked."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Format

from bot.dialogs.choosing import choices
from bot.dialogs.closing import close_button
from bot.dialogs.compare import actions, getters
from bot.dialogs.paging import page_turns
from bot.dialogs.states import Compare
from bot.dialogs.words import Label


def compare_dialog() -> Dialog:
    return Dialog(
        Window(
            Format("{text}"),
            choices("tick", "ticks", actions.tick, int),
            page_turns(),
            Button(
                Label("button-compare-picked", "picked"),
                id="compare",
                on_click=actions.compare,
                when="can_compare",
            ),
            Row(
                Button(
                    Label("button-untick"),
                    id="none",
                    on_click=actions.untick_all,
                    when="has_picked",
                ),
                Button(
                    Label("button-widen"), id="widen", on_click=actions.widen, when="is_narrowed"
                ),
                close_button(),
            ),
            MessageInput(actions.search_words, content_types=[ContentType.TEXT]),
            state=Compare.pick,
            getter=getters.pick,
        ),
        on_start=actions.begin,
    )
