"""Texts and taps that belong to no dialog: a pasted resume, an unknown command, small talk."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.config import Settings
from bot.i18n import Translator
from bot.replies.help import no_such_command
from bot.replies.keyboards import start_keyboard
from bot.tasks.accepting import accept_pasted_text, is_pasted_resume
from bot.tasks.runner import TaskRunner
from domain.person import Person


def unknown_commands_router() -> Router:
    """Before the dialogs: a mistyped command is no answer to a question."""
    router = Router(name="unknown_commands")
    router.message.register(explain_command, F.text.startswith("/"))
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


async def take_text(message: Message, translator: Translator, tasks: TaskRunner) -> None:
    if is_pasted_resume(message):
        await accept_pasted_text(tasks, message, translator)
        return
    await message.answer(translator.html("hint-start"), reply_markup=start_keyboard(translator))


async def explain_old_button(query: CallbackQuery, translator: Translator) -> None:
    await query.answer(translator.plain("error-old-button"))
    if query.message:
        await query.message.answer(
            translator.html("hint-start"), reply_markup=start_keyboard(translator)
        )
