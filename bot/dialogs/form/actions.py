"""What the form's buttons and answers do. Every step is kept, so that it can be gone on with."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select
from pydantic import BaseModel

from bot.dialogs.aside import put_aside, take_buttons_off
from bot.dialogs.draft import Draft
from bot.dialogs.form.getters import form_of
from bot.dialogs.kept import KeptForm, forget_form, keep_form, load_form
from bot.dialogs.once import is_first_time
from bot.dialogs.opening import open_card
from bot.dialogs.pasted import took_pasted_resume
from bot.dialogs.record import record_of
from bot.dialogs.states import Form
from bot.i18n import Translator
from bot.replies.card import CARD_ORDER
from bot.replies.keyboards import start_keyboard
from bot.tasks.pasting import Piece, joined
from domain.errors import InvalidAnswerError
from domain.ports import AnswerReader
from domain.resume import Resume

_ANSWER = "answer"


class _Answer(BaseModel):
    """An answer so long that the app may have cut it, to the question `index`."""

    index: int
    pieces: tuple[Piece, ...]


async def begin(start_data: dict[str, Any] | None, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    kept = await load_form(record_of(manager)) if (start_data or {}).get("goes_on") else None
    blank = Resume(layout="form", language=translator.language)
    await _keep(manager, kept or KeptForm(index=0, resume=blank))


async def read_answer(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if not is_first_time(manager, message):
        return
    answers: AnswerReader = manager.middleware_data["answers"]
    form = form_of(manager)
    answer = _whole_answer(manager, Piece.of(message), form.index)
    field = CARD_ORDER[answer.index]
    try:
        value = answers.read_answer(field, joined(answer.pieces))
    except InvalidAnswerError as error:
        if error.reason != "too_long" or not await took_pasted_resume(message, manager):
            manager.dialog_data["problem"] = error.reason
        return
    resume = form.resume.with_field(field, value)
    await _go_to(manager, KeptForm(index=answer.index + 1, resume=resume))


async def skip(_: CallbackQuery, __: "Select[int]", manager: DialogManager, index: int) -> None:
    """`index` is the question that was tapped, so a double tap skips one question, not two."""
    form = form_of(manager)
    if index == form.index:
        await _go_to(manager, form.model_copy(update={"index": index + 1}))


async def back(_: CallbackQuery, __: "Select[int]", manager: DialogManager, index: int) -> None:
    form = form_of(manager)
    if index == form.index and index > 0:
        await _go_to(manager, form.model_copy(update={"index": index - 1}))


async def pause(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    """The question's message says where the form waits, with a button to go on."""
    await put_aside(manager, "closed")
    await manager.done(show_mode=ShowMode.SEND)


async def ask_to_leave(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Answers are thrown away only where a person says so."""
    if form_of(manager).is_begun:
        await manager.switch_to(Form.leave)
    else:
        await throw_away(query, button, manager)


async def stay(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    await manager.switch_to(Form.question)


async def throw_away(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    await forget_form(record_of(manager))
    if isinstance(query.message, Message):
        await query.message.edit_text(
            translator.html("form-cancelled"), reply_markup=start_keyboard(translator)
        )
        manager.current_stack().last_message_id = None
    await manager.done(show_mode=ShowMode.SEND)


def _whole_answer(manager: DialogManager, piece: Piece, index: int) -> _Answer:
    """The rest of a cut answer goes where its first part went, not to the next question."""
    stored = manager.dialog_data.get(_ANSWER)
    answer = _Answer.model_validate(stored) if stored else None
    if answer and answer.pieces[-1].is_continued_by(piece):
        answer = answer.model_copy(update={"pieces": (*answer.pieces, piece)})
    else:
        answer = _Answer(index=index, pieces=(piece,))
    kept = answer.model_dump(mode="json") if answer.pieces[0].may_be_cut else None
    manager.dialog_data[_ANSWER] = kept
    return answer


async def _go_to(manager: DialogManager, form: KeptForm) -> None:
    if form.index < len(CARD_ORDER):
        await _keep(manager, form)
        return
    await forget_form(record_of(manager))
    message_id = manager.current_stack().last_message_id
    is_tap = isinstance(manager.event, CallbackQuery)
    await take_buttons_off(manager)
    draft = Draft(resume=form.resume, source="form")
    await open_card(manager, draft, in_place_of=message_id if is_tap else None, is_new=True)


async def _keep(manager: DialogManager, form: KeptForm) -> None:
    manager.dialog_data.update(form=form.model_dump(mode="json"), problem=None)
    await keep_form(record_of(manager), form)
