"""The vacancies' windows: the list, one of them, a question for each fact, and closing."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, SwitchTo
from aiogram_dialog.widgets.text import Format

from bot.dialogs.choosing import choices
from bot.dialogs.closing import close_button
from bot.dialogs.paging import page_turns
from bot.dialogs.states import Vacancies
from bot.dialogs.vacancy import actions, getters
from bot.dialogs.vacancy.answers import state_of
from bot.dialogs.words import Label, Words
from bot.replies.vacancy import VACANCY_FIELDS, VacancyField


def vacancy_dialog() -> Dialog:
    return Dialog(
        _pages_window(),
        _closed_window(),
        _view_window(),
        *(_question_window(field) for field in VACANCY_FIELDS),
        _close_window(),
        on_start=actions.begin,
    )


def _pages_window() -> Window:
    return Window(
        Format("{text}"),
        choices("open", "vacancies", actions.open_vacancy, int, width=1),
        page_turns(),
        Button(Label("button-vacancy-new"), id="new", on_click=actions.begin_new),
        Button(
            Label("button-vacancies-closed", "closed"),
            id="closed",
            on_click=actions.show_closed,
            when="closed",
        ),
        Row(
            Button(
                Label("button-vacancy-none"),
                id="none",
                on_click=actions.choose_none,
                when="is_chosen",
            ),
            close_button(),
        ),
        state=Vacancies.pages,
        getter=getters.pages,
    )


def _closed_window() -> Window:
    return Window(
        Words("vacancies-closed"),
        choices("open", "vacancies", actions.open_vacancy, int, width=1),
        page_turns(),
        SwitchTo(Label("button-to-list"), id="list", state=Vacancies.pages),
        state=Vacancies.closed_ones,
        getter=getters.closed,
    )


def _view_window() -> Window:
    return Window(
        Format("{text}"),
        Button(
            Label("button-vacancy-choose"), id="choose", on_click=actions.choose, when="can_choose"
        ),
        Button(
            Label("button-vacancy-drop"), id="drop", on_click=actions.choose_none, when="is_chosen"
        ),
        Button(
            Label("button-vacancy-history", "scored"),
            id="history",
            on_click=actions.show_history,
            when="has_history",
        ),
        Group(choices("edit", "fields", actions.edit), width=2, when="is_open"),
        SwitchTo(Label("button-vacancy-close"), id="shut", state=Vacancies.close, when="is_open"),
        Button(
            Label("button-vacancy-reopen"), id="reopen", on_click=actions.reopen, when="is_closed"
        ),
        SwitchTo(Label("button-to-list"), id="list", state=Vacancies.pages),
        state=Vacancies.view,
        getter=getters.view,
    )


def _question_window(field: VacancyField) -> Window:
    """Its buttons have ids of their own, so a second tap does not skip the next question too."""
    grades = [choices("grade", "grades", actions.choose_grade, width=2)]
    return Window(
        Format("{question}"),
        *(grades if field == "grade" else []),
        Row(
            Button(Label("button-back"), id=f"back_{field}", on_click=actions.back),
            Button(
                Label("button-skip"), id=f"skip_{field}", on_click=actions.skip, when="can_skip"
            ),
            Button(
                Label("button-keep"), id=f"keep_{field}", on_click=actions.skip, when="can_keep"
            ),
            Button(Label("button-clear"), id="clear", on_click=actions.clear, when="can_clear"),
        ),
        MessageInput(actions.read_answer, content_types=[ContentType.TEXT]),
        state=state_of(field),
        getter=getters.question,
    )


def _close_window() -> Window:
    return Window(
        Words("vacancy-close-question", "title"),
        Row(
            Button(Label("button-vacancy-close-yes"), id="yes", on_click=actions.close_vacancy),
            SwitchTo(Label("button-delete-no"), id="no", state=Vacancies.view),
        ),
        state=Vacancies.close,
        getter=getters.view,
    )
