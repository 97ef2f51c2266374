"""The history's windows: the pages, the filters, one answer, the question before it is deleted."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs.choosing import choices
from bot.dialogs.closing import close_button
from bot.dialogs.history import actions, filters, getters, searching
from bot.dialogs.paging import page_turns
from bot.dialogs.states import History
from bot.dialogs.words import Label, Words


def history_dialog() -> Dialog:
    return Dialog(
        _pages_window(),
        _filters_window(),
        _vacancy_window(),
        _answer_window(),
        _interview_window(),
        _delete_window(),
        on_start=actions.begin,
    )


def _typed_words() -> MessageInput:
    return MessageInput(searching.search_words, content_types=[ContentType.TEXT])


def _pages_window() -> Window:
    return Window(
        Format("{text}"),
        choices("open", "numbers", actions.open_answer, int),
        page_turns(),
        Row(
            SwitchTo(Label("button-filters"), id="filters", state=History.filters, when="has_any"),
            Button(
                Label("button-compare"), id="compare", on_click=actions.compare, when="can_compare"
            ),
        ),
        Row(
            Button(Label("button-widen"), id="widen", on_click=actions.widen, when="is_narrowed"),
            close_button(),
        ),
        _typed_words(),
        state=History.pages,
        getter=getters.page,
    )


def _filters_window() -> Window:
    return Window(
        Words("history-filters", "where", "conditions", "found"),
        Button(
            Label("button-forget-words", "words"),
            id="forget",
            on_click=searching.forget_words,
            when="has_words",
        ),
        choices("period", "periods", searching.choose_period),
        choices("band", "bands", searching.choose_band),
        Button(
            Label("button-filter-vacancy", "title"),
            id="vacancy",
            on_click=searching.ask_vacancy,
            when="has_vacancies",
        ),
        choices("order", "orders", searching.choose_order),
        Row(
            Button(Label("button-widen"), id="widen", on_click=actions.widen, when="is_narrowed"),
            SwitchTo(Label("button-show", "found"), id="show", state=History.pages),
        ),
        _typed_words(),
        state=History.filters,
        getter=filters.filters,
    )


def _vacancy_window() -> Window:
    return Window(
        Words("history-which-vacancy"),
        choices("choose", "choices", searching.choose_vacancy, int, width=1),
        choices("turn_vacancies", "turns", searching.turn_vacancies, int),
        SwitchTo(Label("button-back"), id="back", state=History.filters),
        _typed_words(),
        state=History.vacancy,
        getter=filters.vacancies_to_choose,
    )


def _answer_window() -> Window:
    return Window(
        Words("history-answer-when", "when"),
        Format("\n{answer}"),
        Button(Label("button-edit-again"), id="edit", on_click=actions.edit_again),
        Row(
            Button(Label("button-score-again"), id="again", on_click=actions.score_again),
            Button(Label("button-with-picture"), id="picture", on_click=actions.with_picture),
        ),
        choices("rate", "thumbs", actions.rate),
        SwitchTo(
            Format("{interview}"), id="interview", state=History.interview, when="is_recruiter"
        ),
        Row(
            SwitchTo(Label("button-to-list"), id="list", state=History.pages),
            SwitchTo(Label("button-delete"), id="delete", state=History.delete),
        ),
        _typed_words(),
        state=History.answer,
        getter=getters.answer,
    )


def _interview_window() -> Window:
    return Window(
        Words("history-interview", "label"),
        choices("tell", "words", actions.tell_interview, width=1),
        SwitchTo(Label("button-back-to-answer"), id="back", state=History.answer),
        _typed_words(),
        state=History.interview,
        getter=getters.answer,
    )


def _delete_window() -> Window:
    return Window(
        Words("history-delete-sure", "label", "score", "when"),
        Row(
            Button(Label("button-delete-yes"), id="yes", on_click=actions.delete),
            SwitchTo(Label("button-delete-no"), id="no", state=History.answer),
        ),
        _typed_words(),
        state=History.delete,
        getter=getters.answer,
    )
