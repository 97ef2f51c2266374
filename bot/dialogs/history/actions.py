"""What the history's buttons do."""

from contextlib import suppress
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Select

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card
from bot.dialogs.states import History
from bot.i18n import Translator
from domain.errors import AnalysisNotFoundError
from usecases.delete_analysis import DeleteAnalysis
from usecases.open_analysis import OpenAnalysis


async def begin(_: Any, manager: DialogManager) -> None:
    manager.dialog_data["page"] = 1


async def newer(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] -= 1


async def older(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    manager.dialog_data["page"] += 1


async def open_answer(
    query: CallbackQuery, _: "Select[int]", manager: DialogManager, analysis_id: int
) -> None:
    open_analysis: OpenAnalysis = manager.middleware_data["open_analysis"]
    await open_analysis(query.from_user.id, analysis_id)
    manager.dialog_data["analysis_id"] = analysis_id
    await manager.switch_to(History.answer)


async def edit_again(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    open_analysis: OpenAnalysis = manager.middleware_data["open_analysis"]
    analysis = await open_analysis(query.from_user.id, manager.dialog_data["analysis_id"])
    await open_card(manager, Draft.from_analysis(analysis))


async def delete(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    translator: Translator = manager.middleware_data["translator"]
    delete_analysis: DeleteAnalysis = manager.middleware_data["delete_analysis"]
    with suppress(AnalysisNotFoundError):  # deleted before: what was wanted is so
        await delete_analysis(query.from_user.id, manager.dialog_data["analysis_id"])
    await query.answer(translator.plain("history-deleted"))
    await manager.switch_to(History.pages)


async def close(query: CallbackQuery, _: Button, manager: DialogManager) -> None:
    await manager.done(show_mode=ShowMode.DELETE_AND_SEND)
