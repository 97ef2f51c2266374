"""/ban and /unban with a typed id."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.admins import IsAdmin
from bot.dialogs.admin.telling import REASON_UNITS, tell_banned, tell_unbanned
from bot.i18n import Locales, Translator
from bot.replies.cutting import one_line
from bot.tasks.runner import TaskRunner
from usecases.admin.ban_person import BanPerson
from usecases.admin.refusals import read_user_id
from usecases.admin.unban_person import UnbanPerson


def bans_router() -> Router:
    router = Router(name="bans")
    router.message.filter(IsAdmin())
    router.message.register(ban, Command("ban"))
    router.message.register(unban, Command("unban"))
    return router


async def ban(
    message: Message,
    command: CommandObject,
    translator: Translator,
    bot: Bot,
    locales: Locales,
    tasks: TaskRunner,
    ban_person: BanPerson,
) -> None:
    typed, _, reason = (command.args or "").partition(" ")
    if not typed:
        await message.answer(translator.html("admin-ban-how"))
        return
    user_id = read_user_id(typed)
    why = one_line(reason, REASON_UNITS) or None
    done = await ban_person(message.chat.id, user_id, why, tasks)
    if done.is_new:
        await tell_banned(bot, locales, done.known, why)
    key = "admin-banned" if done.is_new else "admin-banned-before"
    await message.answer(translator.html(key, id=str(user_id), cancelled=done.cancelled))


async def unban(
    message: Message,
    command: CommandObject,
    translator: Translator,
    bot: Bot,
    locales: Locales,
    unban_person: UnbanPerson,
) -> None:
    if not command.args:
        await message.answer(translator.html("admin-unban-how"))
        return
    known = await unban_person(message.chat.id, read_user_id(command.args))
    user_id = str(known.person.user_id)
    if not known.person.is_banned:
        await message.answer(translator.html("admin-not-banned", id=user_id))
        return
    await tell_unbanned(bot, locales, known)
    await message.answer(translator.html("admin-unbanned", id=user_id))
