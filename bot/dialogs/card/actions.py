"""What the card's buttons and answers do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.aside import put_aside
from bot.dialogs.card.editing import (
    Edit,
    draft_of,
    edit_of,
    keep_draft,
    set_edit,
    take_answer,
    take_rest_of_answer,
)
from bot.dialogs.linked import explained_link
from bot.dialogs.once import is_first_time
from bot.dialogs.pasted import took_pasted_resume
from bot.dialogs.states import Card
from bot.i18n import Translator
from bot.tasks.accepting import accept_score
from bot.tasks.runner import TaskRunner
from domain.errors import NothingToScoreError
from domain.fields import FieldName
from domain.person import Person


async def begin(start_data: dict[str, Any], manager: DialogManager) -> None:
    manager.dialog_data["draft"] = start_data


async def score(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Stores the task first: from then on a crash loses nothing."""
    translator: Translator = manager.middleware_data["translator"]
    tasks: TaskRunner = manager.middleware_data["tasks"]
    draft = draft_of(manager)
    if draft.resume.is_blank():
        raise NothingToScoreError
    person: Person = manager.middleware_data["person"]
    card_id = manager.current_context().id
    await accept_score(tasks, query, translator, draft, card_id, person.hidden_fields)
    # The card's message belongs to the task now; what was open below comes as a new one.
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    if manager.has_context():
        manager.show_mode = ShowMode.SEND
        await manager.show()


async def cancel(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The card's message says that it is closed, with a way back."""
    await put_aside(manager, "closed")
    await manager.done(show_mode=ShowMode.SEND)


async def leave_vacancy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    keep_draft(manager, draft_of(manager).without_vacancy())


async def ask_field(
    _: CallbackQuery, __: "Select[FieldName]", manager: DialogManager, field: FieldName
) -> None:
    """A career and a list of skills are corrected piece by piece."""
    resume = draft_of(manager).resume
    manager.dialog_data["page"] = 1
    if field == "work_experience" and resume.work_experience:
        set_edit(manager, Edit(field=field, how="add"))
        await manager.switch_to(Card.jobs)
    elif field == "key_skills" and resume.key_skills:
        set_edit(manager, Edit(field=field, how="add"))
        await manager.switch_to(Card.skills)
    else:
        set_edit(manager, Edit(field=field))
        await manager.switch_to(Card.edit)


async def replace_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    set_edit(manager, Edit(field=edit_of(manager).field))
    await manager.switch_to(Card.edit)


async def to_card(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("deleted_job", None)
    await manager.switch_to(Card.view)


async def clear(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    field = edit_of(manager).field
    empty = () if field in ("key_skills", "work_experience") else None
    keep_draft(manager, draft_of(manager).with_field(field, empty))
    await manager.switch_to(Card.view)


async def read_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The question goes, the answer stays, and what comes next is below it."""
    if not is_first_time(manager, message):
        return
    manager.show_mode = ShowMode.DELETE_AND_SEND
    if take_rest_of_answer(manager, message):
        return
    if take_answer(manager, message):
        edit = edit_of(manager)
        if edit.how == "replace":
            await manager.switch_to(Card.view)
        else:
            set_edit(manager, Edit(field=edit.field, how="add"))
            await manager.switch_to(Card.jobs if edit.field == "work_experience" else Card.skills)
    elif manager.dialog_data["problem"] == "too_long" and await took_pasted_resume(
        message, manager
    ):
        manager.dialog_data["problem"] = None


async def explain_card(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A long text is another resume, or the rest of an answer; a short one has no field yet."""
    if not is_first_time(manager, message):
        return
    if take_rest_of_answer(manager, message):
        manager.show_mode = ShowMode.DELETE_AND_SEND
        return
    if await took_pasted_resume(message, manager) or await explained_link(message, manager):
        return
    manager.dialog_data["has_hint"] = True
    manager.show_mode = ShowMode.DELETE_AND_SEND
