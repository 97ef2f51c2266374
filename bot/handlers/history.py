"""/history, and the buttons below an answer that lead into it."""

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.dialogs.draft import Draft
from bot.dialogs.opening import open_card, open_history
from bot.replies.keyboards import EditAgain, Go
from usecases.open_analysis import OpenAnalysis
from usecases.search_history import HistorySearch


def history_router() -> Router:
    router = Router(name="history")
    router.message.register(show_history, Command("history"))
    router.callback_query.register(show_history_aside, Go.filter(F.to == "history"))
    router.callback_query.register(edit_again, EditAgain.filter())
    return router


async def show_history(_: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """`/history words` looks for them at once."""
    await open_history(dialog_manager, HistorySearch().with_words(command.args or ""))


async def show_history_aside(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_history(dialog_manager, aside=True)


async def edit_again(
    query: CallbackQuery,
    callback_data: EditAgain,
    dialog_manager: DialogManager,
    open_analysis: OpenAnalysis,
) -> None:
    analysis = await open_analysis(query.from_user.id, callback_data.analysis_id)
    await query.answer()
    await open_card(dialog_manager, Draft.from_analysis(analysis), aside=True)
