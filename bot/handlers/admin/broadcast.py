"""The message that is to go to many, and the button that stops it on its way."""

from typing import Any

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.api.entities import Context

from bot.admins import IsAdmin
from bot.dialogs.states import Admin
from bot.i18n import Translator
from bot.replies.admin_broadcast import StopBroadcast
from domain.administration import BroadcastContent
from domain.ports import AdminActLog, BroadcastRepository


class AwaitsBroadcast(Filter):
    """While an admin is asked for the message, a file is that message and no resume."""

    async def __call__(self, _: Message, aiogd_context: Context | None = None) -> bool:
        """A filter has no dialog manager yet, but the open dialog's context."""
        return aiogd_context is not None and aiogd_context.state == Admin.broadcast


def broadcast_router() -> Router:
    """Before the files."""
    router = Router(name="broadcast")
    router.message.filter(IsAdmin())
    router.callback_query.filter(IsAdmin())
    is_command = F.text.startswith("/")
    router.message.register(take_message, AwaitsBroadcast(), ~is_command)
    router.callback_query.register(stop, StopBroadcast.filter())
    return router


async def take_message(
    message: Message,
    bot: Bot,
    translator: Translator,
    dialog_manager: DialogManager,
    broadcasts: BroadcastRepository,
) -> None:
    """What is sent later is a copy of this copy: what was looked at, and not a later edit."""
    if message.media_group_id:
        if dialog_manager.dialog_data.get("album") != message.media_group_id:
            dialog_manager.dialog_data["album"] = message.media_group_id
            await message.answer(translator.html("admin-broadcast-album"))
        return
    try:
        copy = await bot.copy_message(message.chat.id, message.chat.id, message.message_id)
    except TelegramBadRequest:
        await message.answer(translator.html("admin-broadcast-uncopied"))
        return
    content = BroadcastContent(message_id=copy.message_id)
    draft = await broadcasts.draft(message.chat.id, message.chat.id, translator.language, content)
    dialog_manager.dialog_data["broadcast_id"] = draft.id
    await dialog_manager.switch_to(Admin.audience)
    await dialog_manager.show(ShowMode.SEND)


async def stop(
    query: CallbackQuery,
    callback_data: StopBroadcast,
    translator: Translator,
    acts: AdminActLog,
    broadcasts: BroadcastRepository,
    **_: Any,
) -> None:
    subject = str(callback_data.broadcast_id)
    await acts.record(query.from_user.id, "cancel_broadcast", subject=subject)
    is_stopped = await broadcasts.cancel(callback_data.broadcast_id)
    key = "admin-broadcast-stopping" if is_stopped else "admin-broadcast-over"
    await query.answer(translator.plain(key))
