"""/start: what the bot does and how to begin."""

from aiogram import Router
from aiogram.filters import CommandStart
from aiogram.types import Message

from bot.i18n import Translator
from bot.replies.keyboards import start_keyboard


def start_router() -> Router:
    router = Router(name="start")
    router.message.register(greet, CommandStart())
    return router


async def greet(message: Message, translator: Translator) -> None:
    await message.answer(translator.html("start-greeting"), reply_markup=start_keyboard(translator))
