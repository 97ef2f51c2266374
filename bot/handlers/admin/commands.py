"""The commands that open the admins' windows, and those that begin long work."""

from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.admins import IsAdmin
from bot.dialogs.opening import open_admin
from bot.dialogs.states import Admin
from bot.tasks.admin_accepting import accept_backup, accept_export
from domain.administration import Act
from domain.ports import AdminActLog

_WINDOWS: dict[str, State] = {
    "admin": Admin.menu,
    "users": Admin.people,
    "broadcast": Admin.broadcast,
    "model": Admin.models,
    "health": Admin.health,
    "log": Admin.acts,
}
_VIEWS: dict[str, Act] = {"users": "users", "log": "log"}


def admin_commands_router() -> Router:
    router = Router(name="admin_commands")
    router.message.filter(IsAdmin())
    router.message.register(open_window, Command(*_WINDOWS))
    router.message.register(export, Command("export"))
    router.message.register(back_up, Command("backup"))
    return router


async def open_window(
    message: Message, command: CommandObject, dialog_manager: DialogManager, acts: AdminActLog
) -> None:
    name = command.command.lower()
    if name in _VIEWS:
        await acts.record(message.chat.id, _VIEWS[name])
    await open_admin(dialog_manager, _WINDOWS[name])


async def export(message: Message, **data: Any) -> None:
    await accept_export(data, message.chat.id, f"message:{message.message_id}")


async def back_up(message: Message, **data: Any) -> None:
    await accept_backup(data, message.chat.id, f"message:{message.message_id}")
