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
from bot.i18n import Translator
from bot.replies.admin_models import bundle_error_text
from bot.tasks.admin_accepting import accept_backup, accept_export
from domain.administration import Act
from domain.errors import BundleError
from domain.ports import AdminActLog
from domain.ports.models import BundleShelf

_WINDOWS: dict[str, State] = {
    "admin": Admin.menu,
    "users": Admin.people,
    "broadcast": Admin.broadcast,
    "health": Admin.health,
    "log": Admin.acts,
}
_VIEWS: dict[str, Act] = {"users": "users", "log": "log"}


def admin_commands_router() -> Router:
    router = Router(name="admin_commands")
    router.message.filter(IsAdmin())
    router.message.register(open_window, Command(*_WINDOWS))
    router.message.register(open_models, Command("model"))
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


async def open_models(
    message: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    translator: Translator,
    shelf: BundleShelf,
) -> None:
    """With the name of a shipped bundle, or the folder of another one: that one."""
    place = (command.args or "").strip()
    if not place:
        await open_admin(dialog_manager, Admin.models)
        return
    try:
        shelf.look_at(place)
    except BundleError as error:
        await message.answer(bundle_error_text(translator, error))
        return
    await open_admin(dialog_manager, Admin.model, place=place)


async def export(message: Message, **data: Any) -> None:
    await accept_export(data, message.chat.id, f"message:{message.message_id}")


async def back_up(message: Message, **data: Any) -> None:
    await accept_backup(data, message.chat.id, f"message:{message.message_id}")
