"""/stats: the bot's figures over a day, a week or a month, in one message."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.admins import IsAdmin
from bot.i18n import Translator
from bot.replies.statistics import ShowStatistics
from bot.tasks.figures import FigureToDraw
from bot.tasks.figures_accepting import accept_figure, accept_figure_of_tap
from bot.tasks.runner import TaskRunner


def stats_router() -> Router:
    router = Router(name="stats")
    router.message.register(show, Command("stats"), IsAdmin())
    router.callback_query.register(show_period, ShowStatistics.filter(), IsAdmin())
    return router


async def show(message: Message, translator: Translator, tasks: TaskRunner) -> None:
    wanted = FigureToDraw(origin=f"message:{message.message_id}", figure="stats")
    await accept_figure(tasks, translator, message, wanted, translator.html("stats-working"))


async def show_period(
    query: CallbackQuery,
    callback_data: ShowStatistics,
    translator: Translator,
    tasks: TaskRunner,
) -> None:
    wanted = FigureToDraw(origin=f"tap:{query.id}", figure="stats", period=callback_data.period)
    await accept_figure_of_tap(tasks, translator, query, wanted)
