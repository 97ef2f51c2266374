"""/settings: what a person chose, to be changed."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.dialogs.settings.opening import open_settings


def settings_router() -> Router:
    router = Router(name="settings")
    router.message.register(show_settings, Command("settings"))
    return router


async def show_settings(message: Message, dialog_manager: DialogManager) -> None:
    await open_settings(dialog_manager)
