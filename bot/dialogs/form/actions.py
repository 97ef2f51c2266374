"""What the form's buttons and answers do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.draft import Draft
from bot.dialogs.form.getters import resume_of
from bot.dialogs.once import is_first_time
from bot.dialogs.states import Card
from bot.i18n import Translator
from bot.replies.card import CARD_ORDER
from bot.replies.keyboards import start_keyboard
from domain.errors import InvalidAnswerError
from domain.ports import AnswerReader
from domain.resume import Resume


async def begin(_: Any, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    blank = Resume(layout="form", language=translator.language)
    manager.dialog_data.update(index=0, problem=None, resume=blank.model_dump(mode="json"))


async def read_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if not is_first_time(manager, message):
        return
    answers: AnswerReader = manager.middleware_data["answers"]
    field = CARD_ORDER[manager.dialog_data["index"]]
    try:
        value = answers.read_answer(field, message.text or "")
    except InvalidAnswerError as error:
        manager.dialog_data["problem"] = error.reason
        return
    resume = resume_of(manager).with_field(field, value)
    manager.dialog_data["resume"] = resume.model_dump(mode="json")
    await _go_to(manager, manager.dialog_data["index"] + 1)


async def skip(query: CallbackQuery, _: "Select[int]", manager: DialogManager, index: int) -> None:
    """`index` is the question that was tapped, so a double tap skips one question, not two."""
    if index == manager.dialog_data["index"]:
        await _go_to(manager, index + 1)


async def back(query: CallbackQuery, _: "Select[int]", manager: DialogManager, index: int) -> None:
    if index == manager.dialog_data["index"] and index > 0:
        await _go_to(manager, index - 1)


async def cancel(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    await manager.done(show_mode=ShowMode.SEND)
    if query.message:
        await query.message.answer(
            translator.html("form-cancelled"), reply_markup=start_keyboard(translator)
        )


async def _go_to(manager: DialogManager, index: int) -> None:
    manager.dialog_data.update(index=index, problem=None)
    if index < len(CARD_ORDER):
        return
    draft = Draft(resume=resume_of(manager), source="form")
    await manager.start(
        Card.view, draft.dump(), mode=StartMode.RESET_STACK, show_mode=manager.show_mode
    )
