"""What the card's buttons and answers do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.card.getters import draft_of
from bot.dialogs.draft import Draft
from bot.dialogs.once import is_first_time
from bot.dialogs.states import Card
from bot.i18n import Translator
from bot.replies.keyboards import start_keyboard
from bot.tasks.accepting import accept_pasted_text, accept_score, is_pasted_resume
from bot.tasks.runner import TaskRunner
from domain.errors import InvalidAnswerError, NothingToScoreError
from domain.person import Person
from domain.ports import AnswerReader


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


async def cancel(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    await manager.done(show_mode=ShowMode.SEND)
    if not manager.has_context() and query.message:
        await query.message.answer(
            translator.html("card-cancelled"), reply_markup=start_keyboard(translator)
        )


async def ask_field(
    query: CallbackQuery, _: "Select[str]", manager: DialogManager, field: str
) -> None:
    manager.dialog_data["field"] = field
    manager.dialog_data["problem"] = None
    await manager.switch_to(Card.edit)


async def to_card(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await manager.switch_to(Card.view)


async def clear(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    empty = () if manager.dialog_data["field"] in ("key_skills", "work_experience") else None
    _store(manager, draft_of(manager).with_field(manager.dialog_data["field"], empty))
    await manager.switch_to(Card.view)


async def read_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if not is_first_time(manager, message):
        return
    answers: AnswerReader = manager.middleware_data["answers"]
    field = manager.dialog_data["field"]
    # The question goes, the answer stays, and what comes next is below it.
    manager.show_mode = ShowMode.DELETE_AND_SEND
    try:
        value = answers.read_answer(field, message.text or "")
    except InvalidAnswerError as error:
        manager.dialog_data["problem"] = error.reason
        return
    _store(manager, draft_of(manager).with_field(field, value))
    await manager.switch_to(Card.view)


async def explain_card(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """A long text is another resume; a short one has no field yet to go to."""
    if not is_first_time(manager, message):
        return
    translator: Translator = manager.middleware_data["translator"]
    if is_pasted_resume(message):
        await accept_pasted_text(manager.middleware_data["tasks"], message, translator)
        manager.show_mode = ShowMode.NO_UPDATE
        return
    await message.answer(translator.html("card-text-hint"))


def _store(manager: DialogManager, draft: Draft) -> None:
    manager.dialog_data["draft"] = draft.dump()
    manager.dialog_data["problem"] = None
