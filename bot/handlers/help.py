"""/help: the ways in, how to read a score, and the person's commands."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.config import Settings
from bot.i18n import Translator
from bot.replies.help import help_text
from bot.replies.keyboards import start_keyboard
from domain.person import Person


def help_router() -> Router:
    router = Router(name="help")
    router.message.register(explain, Command("help"))
    return router


async def explain(
    message: Message, translator: Translator, person: Person, settings: Settings
) -> None:
    text = help_text(translator, person, settings)
    await message.answer(text, reply_markup=start_keyboard(translator))
