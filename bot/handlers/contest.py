"""The contest button below an answer, and the admins' /contested."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.admins import IsAdmin
from bot.dialogs.opening import open_contest, open_contest_queue
from bot.i18n import Translator
from bot.replies.answer_buttons import ContestThis
from bot.replies.cutting import one_line
from domain.contest import Contest
from usecases.open_answer import OpenAnswer

_REPLY_UNITS = 100
"""An alert holds 200 characters."""


def contest_router() -> Router:
    router = Router(name="contest")
    router.callback_query.register(ask_why, ContestThis.filter())
    router.message.register(show_queue, Command("contested"), IsAdmin())
    return router


async def ask_why(
    query: CallbackQuery,
    callback_data: ContestThis,
    translator: Translator,
    dialog_manager: DialogManager,
    open_answer: OpenAnswer,
) -> None:
    """Raises AnalysisNotFoundError for what is not in the person's history."""
    answer = await open_answer(query.from_user.id, callback_data.analysis_id)
    if answer.contest is not None:
        await query.answer(_known(translator, answer.contest), show_alert=True)
        return
    await query.answer()
    message_id = query.message.message_id if query.message else 0
    await open_contest(dialog_manager, answer.analysis.id, message_id)


async def show_queue(message: Message, dialog_manager: DialogManager) -> None:
    await open_contest_queue(dialog_manager)


def _known(translator: Translator, contest: Contest) -> str:
    """What has become of an earlier objection, within what an alert holds."""
    ends = {"upheld": "contest-upheld-before", "withdrawn": "contest-withdrawn-before"}
    if contest.state not in ends:
        return translator.plain("contest-sent-before")
    reply = one_line(contest.reply or "", _REPLY_UNITS)
    return translator.plain(ends[contest.state], reply=reply).strip()
