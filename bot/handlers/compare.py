"""/compare, and the buttons that set analyses side by side."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.comparing import ComparisonSender
from bot.dialogs.opening import open_compare
from bot.i18n import Translator
from bot.recruiters import IsRecruiter
from bot.replies.keyboards import CompareThese, Go, ScoreAlikeThese
from bot.tasks.rescoring import accept_alike
from bot.tasks.runner import TaskRunner
from domain.person import Person


def compare_router() -> Router:
    router = Router(name="compare")
    router.message.register(begin, Command("compare"), IsRecruiter())
    router.callback_query.register(begin_aside, Go.filter(F.to == "compare"), IsRecruiter())
    router.callback_query.register(compare_these, CompareThese.filter(), IsRecruiter())
    router.callback_query.register(score_alike, ScoreAlikeThese.filter(), IsRecruiter())
    return router


async def begin(_: Message, dialog_manager: DialogManager) -> None:
    await open_compare(dialog_manager)


async def begin_aside(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_compare(dialog_manager, aside=True)


async def compare_these(
    query: CallbackQuery,
    callback_data: CompareThese,
    person: Person,
    translator: Translator,
    send_comparison: ComparisonSender,
) -> None:
    await query.answer()
    await send_comparison(person, query.from_user.id, translator, callback_data.analysis_ids)


async def score_alike(
    query: CallbackQuery,
    callback_data: ScoreAlikeThese,
    person: Person,
    translator: Translator,
    tasks: TaskRunner,
) -> None:
    await query.answer()
    await accept_alike(tasks, query, translator, callback_data.analysis_ids, person.hidden_fields)
