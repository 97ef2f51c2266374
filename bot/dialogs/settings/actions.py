"""What the settings' buttons do: each names what shall be so, so a double tap changes nothing."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.choices import PersonChoices
from bot.consent import missing_step
from bot.dialogs.record import record_of
from bot.dialogs.states import PersonSettings
from bot.i18n import Language, Locales, Translator
from bot.replies.editing import edit_below
from bot.tasks.runner import TaskRunner
from domain.person import Role


async def speak_russian(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _speak(query, manager, "ru")


async def speak_english(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _speak(query, manager, "en")


async def _speak(query: CallbackQuery, manager: DialogManager, language: Language) -> None:
    """The window that is shown next speaks the language already."""
    locales: Locales = manager.middleware_data["locales"]
    person = await _choices(manager).speak(query.from_user.id, language)
    manager.middleware_data.update(translator=locales[language], person=person)


async def become_recruiter(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _become(query, manager, "recruiter")


async def become_candidate(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _become(query, manager, "candidate")


async def _become(query: CallbackQuery, manager: DialogManager, role: Role) -> None:
    translator: Translator = manager.middleware_data["translator"]
    person = await _choices(manager).choose_role(query.from_user.id, role, translator.language)
    manager.middleware_data["person"] = person
    await manager.switch_to(PersonSettings.view)


async def blind(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _set_blind(query, manager, is_blind=True)


async def unblind(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await _set_blind(query, manager, is_blind=False)


async def _set_blind(query: CallbackQuery, manager: DialogManager, *, is_blind: bool) -> None:
    person = await _choices(manager).set_blind(query.from_user.id, is_blind)
    manager.middleware_data["person"] = person


async def agree(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    person = await _choices(manager).agree(query.from_user.id, translator.language)
    manager.middleware_data["person"] = person
    is_done = missing_step(person) is None
    await manager.switch_to(PersonSettings.view if is_done else PersonSettings.role)


async def withdraw(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """From here on nothing is read; what was begun is taken back and its drafts are erased."""
    translator: Translator = manager.middleware_data["translator"]
    tasks: TaskRunner = manager.middleware_data["tasks"]
    state: FSMContext = manager.middleware_data["state"]
    await _choices(manager).withdraw(query.from_user.id)
    await tasks.cancel_all_of(query.from_user.id)
    await manager.reset_stack(remove_keyboard=False)
    await state.clear()
    await record_of(manager).clear()
    await query.answer()
    await edit_below(query, translator.html("settings-withdrawn"))


def _choices(manager: DialogManager) -> PersonChoices:
    choices: PersonChoices = manager.middleware_data["choices"]
    return choices
