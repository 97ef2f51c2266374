"""/start: first contact, how to begin, or what a deep link names."""

from aiogram import Bot, Router
from aiogram.filters import CommandStart
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.config import Settings
from bot.consent import missing_step
from bot.deep_links import payload_of, vacancy_id_of
from bot.dialogs.opening import open_vacancies
from bot.handlers.first_contact import ask_step
from bot.i18n import Locales, Translator
from bot.menu import show_menu
from bot.replies.first_contact import ready_keyboard, ready_text
from domain.errors import VacancyNotFoundError
from domain.person import Person
from domain.ports import VacancyRepository


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
    vacancies: VacancyRepository,
    dialog_manager: DialogManager,
) -> None:
    vacancy_id = vacancy_id_of(payload_of(message))
    step = missing_step(person)
    if step is not None:
        await ask_step(message, translator, person, step, settings, is_kept=vacancy_id is not None)
        return
    if vacancy_id is not None and await _is_own(vacancies, person, vacancy_id):
        await open_vacancies(dialog_manager, vacancy_id)
        return
    text = ready_text(translator, person.role)
    await message.answer(text, reply_markup=ready_keyboard(translator))
    # Its commands may be new with this version of the bot.
    await show_menu(bot, locales, person, settings)


async def _is_own(vacancies: VacancyRepository, person: Person, vacancy_id: int) -> bool:
    if person.role != "recruiter":
        return False
    try:
        await vacancies.get(person.user_id, vacancy_id)
    except VacancyNotFoundError:
        return False
    return True
