"""/calibrate: a recruiter's interviews beside what the model promised."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.i18n import Translator
from bot.tasks.figures import FigureToDraw
from bot.tasks.figures_accepting import accept_figure
from bot.tasks.runner import TaskRunner
from domain.person import Person


def calibrate_router() -> Router:
    router = Router(name="calibrate")
    router.message.register(calibrate, Command("calibrate"))
    return router


async def calibrate(
    message: Message, person: Person, translator: Translator, tasks: TaskRunner
) -> None:
    if person.role == "candidate":
        await message.answer(translator.html("calibrate-not-yours"))
        return
    wanted = FigureToDraw(origin=f"message:{message.message_id}", figure="calibrate")
    status = translator.html("calibrate-working")
    await accept_figure(tasks, translator, message, wanted, status)
