"""/audit: scores and shortlists by age and city, as a picture and a PDF, and the swap."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.admins import IsAdmin
from bot.i18n import Translator
from bot.replies.audit import ShowAudit
from bot.tasks.figures import Figure, FigureToDraw
from bot.tasks.figures_accepting import accept_figure, accept_figure_of_tap
from bot.tasks.runner import TaskRunner


def audit_router() -> Router:
    router = Router(name="audit")
    router.message.register(show, Command("audit"), IsAdmin())
    router.callback_query.register(show_part, ShowAudit.filter(), IsAdmin())
    return router


async def show(message: Message, translator: Translator, tasks: TaskRunner) -> None:
    wanted = FigureToDraw(origin=f"message:{message.message_id}", figure="audit")
    await accept_figure(tasks, translator, message, wanted, translator.html("audit-working"))


async def show_part(
    query: CallbackQuery, callback_data: ShowAudit, translator: Translator, tasks: TaskRunner
) -> None:
    """The PDF comes below the picture, and so does the swap."""
    figure: Figure = "audit_pdf" if callback_data.part == "pdf" else "audit_swap"
    wanted = FigureToDraw(origin=f"tap:{query.id}", figure=figure)
    status = None if figure == "audit_pdf" else translator.html("audit-swap-working")
    await accept_figure_of_tap(tasks, translator, query, wanted, status)
