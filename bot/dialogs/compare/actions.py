"""What the buttons of the choice do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Select

from bot.comparing import ComparisonSender
from bot.dialogs.closing import close
from bot.dialogs.history.searching import keep_search, search_of, typed_search
from bot.i18n import Translator
from domain.person import Person
from usecases.compare_candidates import FEWEST_COMPARED, MOST_COMPARED
from usecases.open_analysis import OpenAnalysis
from usecases.search_history import HistorySearch


async def begin(start_data: dict[str, Any] | None, manager: DialogManager) -> None:
    search = HistorySearch.model_validate(start_data or {})
    manager.dialog_data.update(page=1, search=search.dump(), picked=[])


async def tick(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, signed_id: int
) -> None:
    """Negative takes the tick off, so a double tap ticks once."""
    picked: list[int] = manager.dialog_data["picked"]
    if signed_id < 0:
        manager.dialog_data["picked"] = [one for one in picked if one != -signed_id]
        return
    if signed_id in picked:
        return
    if len(picked) >= MOST_COMPARED:
        translator: Translator = manager.middleware_data["translator"]
        await query.answer(translator.plain("compare-too-many", limit=MOST_COMPARED))
        return
    open_analysis: OpenAnalysis = manager.middleware_data["open_analysis"]
    await open_analysis(query.from_user.id, signed_id)
    manager.dialog_data["picked"] = [*picked, signed_id]


async def untick_all(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    manager.dialog_data["picked"] = []


async def widen(_: CallbackQuery, __: Button, manager: DialogManager) -> None:
    keep_search(manager, search_of(manager).widened())


async def compare(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """The choice goes, the picture comes; what was open below the choice stays below."""
    translator: Translator = manager.middleware_data["translator"]
    picked: list[int] = manager.dialog_data["picked"]
    if len(picked) < FEWEST_COMPARED:
        await query.answer(translator.plain("compare-too-few"))
        return
    send_comparison: ComparisonSender = manager.middleware_data["send_comparison"]
    person: Person = manager.middleware_data["person"]
    await query.answer()
    await send_comparison(person, query.from_user.id, translator, picked)
    await close(query, _, manager)


async def search_words(message: Message, _: MessageInput, manager: DialogManager) -> None:
    await typed_search(message, manager)
