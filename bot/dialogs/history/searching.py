"""What is looked for in the history, as the dialog keeps it, and how it is changed."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.linked import explained_link
from bot.dialogs.once import is_first_time
from bot.dialogs.pasted import took_pasted_resume
from bot.dialogs.states import History
from bot.i18n import Translator
from usecases.search_history import HistorySearch
from usecases.word_search import wanted_words

ANY = "any"
"""The id of a button that takes a filter away."""


def search_of(manager: DialogManager) -> HistorySearch:
    """What is looked for; a history that an earlier version of the bot left open has no search."""
    return HistorySearch.model_validate(manager.dialog_data.get("search") or {})


def keep_search(manager: DialogManager, search: HistorySearch) -> None:
    manager.dialog_data.update(search=search.dump(), page=1)


def _change(manager: DialogManager, **filters: Any) -> None:
    search = search_of(manager)
    keep_search(manager, HistorySearch.model_validate(search.model_dump() | filters))


async def choose_period(
    _: CallbackQuery, __: "Select[str]", manager: DialogManager, period: str
) -> None:
    _change(manager, period=None if period == ANY else period)


async def choose_band(
    _: CallbackQuery, __: "Select[str]", manager: DialogManager, band: str
) -> None:
    _change(manager, band=None if band == ANY else band)


async def choose_order(
    _: CallbackQuery, __: "Select[str]", manager: DialogManager, order: str
) -> None:
    _change(manager, order=order)


async def choose_vacancy(
    _: CallbackQuery, __: "Select[int]", manager: DialogManager, vacancy_id: int
) -> None:
    """0 is every vacancy; another person's id just finds nothing."""
    _change(manager, vacancy_id=vacancy_id or None)
    await manager.switch_to(History.filters)


async def forget_words(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    _change(manager, words=None)


async def ask_vacancy(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["vacancy_page"] = 1
    await manager.switch_to(History.vacancy)


async def turn_vacancies(
    _: CallbackQuery, __: "Select[int]", manager: DialogManager, page: int
) -> None:
    manager.dialog_data["vacancy_page"] = page


async def search_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    if await typed_search(message, manager):
        await manager.switch_to(History.pages)


async def typed_search(message: Message, manager: DialogManager) -> bool:
    """A short text is looked for from now on (True); a long one is another resume."""
    if not is_first_time(manager, message) or await took_pasted_resume(message, manager):
        return False
    if await explained_link(message, manager):
        return False
    translator: Translator = manager.middleware_data["translator"]
    if not wanted_words(message.text or ""):
        await message.answer(translator.html("history-no-words"))
        manager.show_mode = ShowMode.NO_UPDATE
        return False
    keep_search(manager, search_of(manager).with_words(message.text or ""))
    manager.show_mode = ShowMode.DELETE_AND_SEND
    return True
