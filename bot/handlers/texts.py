"""Texts and taps that belong to no dialog: a pasted resume, an unknown command, small talk."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog.api.entities import Context
from aiogram_dialog.setup import collect_dialogs

from bot.config import Settings
from bot.dialogs.kept import load_form
from bot.dialogs.record import kept_beside
from bot.i18n import Translator
from bot.links import has_link
from bot.replies.help import no_such_command
from bot.replies.keyboards import start_keyboard
from bot.replies.ways import ways_keyboard
from bot.tasks.accepting import accept_pasted_text, goes_on_with_paste, is_pasted_resume
from bot.tasks.runner import TaskRunner
from domain.person import Person


def early_texts_router() -> Router:
    """Before the dialogs: what is no answer to a question, whatever window is open."""
    router = Router(name="early_texts")
    router.message.register(take_rest_of_paste, F.text, goes_on_with_paste)
    router.message.register(explain_command, F.text.startswith("/"))
    router.message.register(take_stray_text, F.text, window_takes_no_text)
    return router


def texts_router() -> Router:
    """After the dialogs: what none of them took."""
    router = Router(name="texts")
    router.message.register(take_text, F.text)
    router.callback_query.register(explain_old_button)
    return router


async def explain_command(
    message: Message, translator: Translator, person: Person, settings: Settings
) -> None:
    await message.answer(no_such_command(translator, person, settings))


async def window_takes_no_text(
    _: Message, event_router: Router, aiogd_context: Context | None = None
) -> bool:
    """True where a window is open that has no use for typed words."""
    if aiogd_context is None:
        return False
    root = event_router.parent_router or event_router
    windows: dict[State, Any] = {}
    for dialog in collect_dialogs(root):
        windows |= getattr(dialog, "windows", {})
    window = windows.get(aiogd_context.state)
    return window is not None and window.on_message is None


async def take_rest_of_paste(
    message: Message, translator: Translator, tasks: TaskRunner, state: FSMContext
) -> None:
    await accept_pasted_text(tasks, message, translator, state)


async def take_stray_text(
    message: Message, translator: Translator, tasks: TaskRunner, state: FSMContext
) -> None:
    if is_pasted_resume(message):
        await accept_pasted_text(tasks, message, translator, state)
    else:
        key = "hint-link" if has_link(message) else "hint-buttons"
        await message.answer(translator.html(key))


async def take_text(
    message: Message, translator: Translator, tasks: TaskRunner, state: FSMContext
) -> None:
    if is_pasted_resume(message):
        await accept_pasted_text(tasks, message, translator, state)
        return
    key = "hint-link" if has_link(message) else "hint-start"
    markup = ways_keyboard(translator, await load_form(kept_beside(state)))
    await message.answer(translator.html(key), reply_markup=markup)


async def explain_old_button(query: CallbackQuery, translator: Translator) -> None:
    await query.answer(translator.plain("error-old-button"))
    if query.message:
        await query.message.answer(
            translator.html("hint-start"), reply_markup=start_keyboard(translator)
        )
