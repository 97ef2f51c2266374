"""The windows of the queue: one contested score, and the word with the decision."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.admins import IsAdmin
from bot.dialogs.closing import close_button
from bot.dialogs.contest_queue import actions, getters
from bot.dialogs.states import ContestQueue
from bot.dialogs.words import Label, Words


def contest_queue_dialog() -> Dialog:
    dialog = Dialog(_item_window(), _word_window(), on_start=actions.begin)
    # A queue that was open when somebody ceased to be an admin must not act for them.
    dialog.message.filter(IsAdmin())
    dialog.callback_query.filter(IsAdmin())
    return dialog


def _item_window() -> Window:
    return Window(
        Format("{item}"),
        Button(
            Label("button-contested-uphold"), id="upheld", on_click=actions.choose, when="has_item"
        ),
        Button(
            Label("button-contested-withdraw"),
            id="withdrawn",
            on_click=actions.choose,
            when="has_item",
        ),
        Row(
            Button(
                Label("button-contested-earlier"),
                id="earlier",
                on_click=actions.earlier,
                when="has_earlier",
            ),
            Button(
                Label("button-contested-later"),
                id="later",
                on_click=actions.later,
                when="has_later",
            ),
        ),
        close_button(),
        state=ContestQueue.item,
        getter=getters.item,
    )


def _word_window() -> Window:
    return Window(
        Format("{problem}", when="is_too_long"),
        Format("{decision}\n"),
        Words("contested-word"),
        Button(Label("button-contested-silent"), id="silent", on_click=actions.settle_silently),
        SwitchTo(Label("button-contested-back"), id="back", state=ContestQueue.item),
        MessageInput(actions.read_word, content_types=[ContentType.TEXT]),
        state=ContestQueue.word,
        getter=getters.word,
    )
