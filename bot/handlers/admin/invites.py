"""/invite: the windows, or with terms at once a link."""

from collections.abc import Callable
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message, User
from aiogram_dialog import DialogManager

from bot.admins import IsAdmin
from bot.dialogs.opening import open_admin
from bot.dialogs.states import Admin
from bot.i18n import Translator
from bot.replies.admin_invites import fresh_invite_text
from usecases.admin.make_invite import InviteTerms, MakeInvite


def invites_router() -> Router:
    router = Router(name="invites")
    router.message.filter(IsAdmin())
    router.message.register(invite, Command("invite"))
    return router


async def invite(
    message: Message,
    command: CommandObject,
    dialog_manager: DialogManager,
    translator: Translator,
    bot_user: User,
    make_invite: MakeInvite,
    clock: Callable[[], datetime],
) -> None:
    if not command.args:
        await open_admin(dialog_manager, Admin.invites)
        return
    fresh = await make_invite(message.chat.id, InviteTerms.read(command.args), clock())
    await message.answer(fresh_invite_text(translator, fresh, bot_user.username or ""))
