"""/vacancy: what a recruiter hires for."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs.opening import open_vacancies
from bot.i18n import Translator
from bot.recruiters import IsRecruiter


def vacancy_router() -> Router:
    router = Router(name="vacancy")
    router.message.register(show_vacancies, Command("vacancy"), IsRecruiter())
    router.message.register(explain_role, Command("vacancy", "compare"), ~IsRecruiter())
    return router


async def show_vacancies(_: Message, dialog_manager: DialogManager) -> None:
    await open_vacancies(dialog_manager)


async def explain_role(message: Message, translator: Translator) -> None:
    await message.answer(translator.html("recruiters-only"))
