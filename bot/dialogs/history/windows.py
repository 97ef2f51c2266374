"""The history's windows: the pages, one answer, and the question before it is deleted."""

from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs.history import actions, getters
from bot.dialogs.states import History
from bot.dialogs.words import Label, Words


def history_dialog() -> Dialog:
    return Dialog(_pages_window(), _answer_window(), _delete_window(), on_start=actions.begin)


def _pages_window() -> Window:
    return Window(
        Words("history-title", "total", when="total"),
        Words("history-page", "page", "pages", when="is_paged"),
        Words("history-empty", when="is_empty"),
        Column(
            Select(
                Format("{item[1]}"),
                id="open",
                item_id_getter=lambda item: item[0],
                items="analyses",
                type_factory=int,
                on_click=actions.open_answer,
            )
        ),
        Row(
            Button(Label("button-newer"), id="newer", on_click=actions.newer, when="has_newer"),
            Button(Label("button-older"), id="older", on_click=actions.older, when="has_older"),
        ),
        Button(Label("button-close"), id="close", on_click=actions.close),
        state=History.pages,
        getter=getters.page,
    )


def _answer_window() -> Window:
    return Window(
        Words("history-answer-date", "date"),
        Format("\n{answer}"),
        Button(Label("button-edit-again"), id="edit", on_click=actions.edit_again),
        Row(
            SwitchTo(Label("button-to-list"), id="list", state=History.pages),
            SwitchTo(Label("button-delete"), id="delete", state=History.delete),
        ),
        state=History.answer,
        getter=getters.answer,
    )


def _delete_window() -> Window:
    return Window(
        Words("history-delete-question", "label"),
        Row(
            Button(Label("button-delete-yes"), id="yes", on_click=actions.delete),
            SwitchTo(Label("button-delete-no"), id="no", state=History.answer),
        ),
        state=History.delete,
        getter=getters.answer,
    )
