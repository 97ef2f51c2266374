"""/cancel: closes what is open and takes back what is being worked on."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs.opening import close_all
from bot.i18n import Translator
from bot.replies.keyboards import start_keyboard
from bot.tasks.runner import TaskRunner


def cancel_router() -> Router:
    router = Router(name="cancel")
    router.message.register(cancel, Command("cancel"))
    return router


async def cancel(
    message: Message, translator: Translator, dialog_manager: DialogManager, tasks: TaskRunner
) -> None:
    was_open = await close_all(dialog_manager)
    cancelled_tasks = await tasks.cancel_all_of(message.chat.id)
    key = "cancel-done" if was_open or cancelled_tasks else "cancel-nothing"
    await message.answer(translator.html(key), reply_markup=start_keyboard(translator))
