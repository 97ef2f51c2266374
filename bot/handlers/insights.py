"""The buttons below an answer that ask what would raise it, and what to ask about it."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, ReplyParameters

from bot.i18n import Translator
from bot.replies.insight_buttons import GetInsight
from bot.tasks.insight import InsightToFind
from bot.tasks.runner import TaskRunner
from domain.work import NewTask
from usecases.open_analysis import OpenAnalysis


def insights_router() -> Router:
    router = Router(name="insights")
    router.callback_query.register(find_insight, GetInsight.filter())
    return router


async def find_insight(
    query: CallbackQuery,
    callback_data: GetInsight,
    bot: Bot,
    translator: Translator,
    tasks: TaskRunner,
    open_analysis: OpenAnalysis,
) -> None:
    """Raises AnalysisNotFoundError for what is not in the person's own history."""
    analysis = await open_analysis(query.from_user.id, callback_data.analysis_id)
    wanted = InsightToFind(
        origin=f"tap:{query.id}", analysis_id=analysis.id, insight=callback_data.kind
    )
    if query.message is None or tasks.has_accepted(query.message.chat.id, wanted.origin):
        await query.answer()
        return
    tasks.check_room(query.message.chat.id)
    await query.answer()
    status = await bot.send_message(
        query.message.chat.id,
        translator.html(f"insight-{callback_data.kind}-working"),
        reply_parameters=ReplyParameters(
            message_id=query.message.message_id, allow_sending_without_reply=True
        ),
    )
    await tasks.accept(
        NewTask(
            kind="insight",
            chat_id=query.message.chat.id,
            user_id=query.from_user.id,
            locale=translator.language,
            status_message_id=status.message_id,
            payload=wanted.model_dump(mode="json"),
        )
    )
