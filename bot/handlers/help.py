"""/help: the ways in, the commands, and how to read a score."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.i18n import Translator
from bot.replies.keyboards import start_keyboard


def help_router() -> Router:
    router = Router(name="help")
    router.message.register(explain, Command("help"))
    return router


async def explain(message: Message, translator: Translator) -> None:
    await message.answer(translator.html("help-text"), reply_markup=start_keyboard(translator))
