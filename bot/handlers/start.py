"""/start: first contact, or how to begin."""

from aiogram import Router
from aiogram.filters import CommandStart
from aiogram.types import Message

from bot.consent import missing_step
from bot.handlers.first_contact import ask_step
from bot.i18n import Translator
from bot.replies.first_contact import ready_keyboard, ready_text
from domain.person import Person


def start_router() -> Router:
    router = Router(name="start")
    router.message.register(greet, CommandStart())
    return router


async def greet(message: Message, translator: Translator, person: Person) -> None:
    step = missing_step(person)
    if step is not None:
        await ask_step(message, translator, person, step, is_kept=False)
        return
    text = ready_text(translator, person.role, is_kept=False)
    await message.answer(text, reply_markup=ready_keyboard(translator))
