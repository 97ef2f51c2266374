"""/start: first contact, or how to begin."""

from aiogram import Bot, Router
from aiogram.filters import CommandStart
from aiogram.types import Message

from bot.config import Settings
from bot.consent import missing_step
from bot.handlers.first_contact import ask_step
from bot.i18n import Locales, Translator
from bot.menu import show_menu
from bot.replies.first_contact import ready_keyboard, ready_text
from domain.person import Person


def start_router() -> Router:
    router = Router(name="start")
    router.message.register(greet, CommandStart())
    return router


async def greet(
    message: Message,
    translator: Translator,
    person: Person,
    bot: Bot,
    locales: Locales,
    settings: Settings,
) -> None:
    step = missing_step(person)
    if step is not None:
        await ask_step(message, translator, person, step, is_kept=False)
        return
    text = ready_text(translator, person.role, is_kept=False)
    await message.answer(text, reply_markup=ready_keyboard(translator))
    # Its commands may be new with this version of the bot.
    await show_menu(bot, locales, person, settings)
