"""The card's windows: the whole resume, the question for one of its fields, and its pieces."""

from aiogram.enums import ContentType
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format

from bot.dialogs.card import actions, getters, pieces, place
from bot.dialogs.choosing import choices
from bot.dialogs.paging import page_turns
from bot.dialogs.states import Card
from bot.dialogs.words import Label


def card_dialog() -> Dialog:
    return Dialog(_view(), _edit(), _place(), _jobs(), _job(), _skills(), on_start=actions.begin)


def _view() -> Window:
    return Window(
        Format("{card}"),
        Row(
            Button(Label("button-score"), id="score", on_click=actions.score),
            Button(Label("button-cancel"), id="cancel", on_click=actions.cancel),
        ),
        choices("field", "fields", actions.ask_field, width=2),
        Button(
            Label("button-no-vacancy"),
            id="no_vacancy",
            on_click=actions.leave_vacancy,
            when="has_vacancy",
        ),
        MessageInput(actions.explain_card, content_types=[ContentType.TEXT]),
        state=Card.view,
        getter=getters.card,
    )


def _edit() -> Window:
    return Window(
        Format("{question}"),
        _place_button(),
        Row(
            _to_card(),
            Button(Label("button-clear"), id="clear", on_click=actions.clear, when="has_value"),
        ),
        _answer(),
        state=Card.edit,
        getter=getters.question,
    )


def _place() -> Window:
    return Window(
        Format("{caption}"),
        DynamicMedia("picture", when="picture"),
        Row(
            Button(Label("button-back"), id="leave", on_click=place.leave_place),
            _to_card(),
        ),
        _answer(),
        state=Card.place,
        getter=place.place,
    )


def _jobs() -> Window:
    return Window(
        Format("{text}"),
        choices("job", "jobs", pieces.choose_job, int, width=1),
        page_turns("page", "pages"),
        Row(
            Button(Label("button-job-add"), id="add", on_click=pieces.add_job),
            Button(Label("button-jobs-all"), id="all", on_click=actions.replace_all),
        ),
        Button(
            Label("button-job-undo"),
            id="undo",
            on_click=pieces.bring_job_back,
            when="has_deleted",
        ),
        Row(_to_card(), _place_button("button-place-short")),
        _answer(),
        state=Card.jobs,
        getter=getters.jobs,
    )


def _job() -> Window:
    return Window(
        Format("{text}"),
        Row(
            Button(Label("button-back"), id="jobs", on_click=pieces.to_jobs),
            Button(Label("button-delete"), id="delete", on_click=pieces.delete_job),
        ),
        _answer(),
        state=Card.job,
        getter=getters.job,
    )


def _skills() -> Window:
    return Window(
        Format("{text}"),
        choices("skill", "skills", pieces.remove_skill, width=2),
        page_turns("page", "pages"),
        Button(Label("button-skills-all"), id="all", on_click=actions.replace_all),
        Row(_to_card(), _place_button("button-place-short")),
        _answer(),
        state=Card.skills,
        getter=getters.skills,
    )


def _answer() -> MessageInput:
    return MessageInput(actions.read_answer, content_types=[ContentType.TEXT])


def _place_button(key: str = "button-place") -> Button:
    return Button(Label(key), id="place", on_click=place.show_place, when="has_place")


def _to_card() -> Button:
    return Button(Label("button-to-card"), id="back", on_click=actions.to_card)
