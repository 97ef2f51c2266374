"""Groups: an answer to who speaks to the bot, and silence to all else.

Nothing of a person's is ever shown there, whatever they press or write.
"""

from aiogram import F, Router
from aiogram.enums import ChatType, MessageEntityType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, User

from bot.i18n import Translator
from bot.replies.groups import invitation_to_private_chat


def groups_router() -> Router:
    """Nothing of a group goes beyond this router."""
    router = Router(name="groups")
    is_group = F.chat.type != ChatType.PRIVATE
    router.message.register(point_to_private_chat, is_group, _IsAddressed())
    router.message.register(ignore, is_group)
    router.callback_query.register(end_tap, F.message.chat.type != ChatType.PRIVATE)
    return router


class _IsAddressed(Filter):
    """A command or a mention that names the bot, or a reply to it."""

    async def __call__(self, message: Message, bot_user: User) -> bool:
        if message.via_bot is not None:
            return False  # what the bot's own inline mode put there
        replied = message.reply_to_message
        if replied and replied.from_user and replied.from_user.id == bot_user.id:
            return True
        text = message.text or message.caption or ""
        name = f"@{bot_user.username}".lower()
        for entity in message.entities or message.caption_entities or ():
            said = entity.extract_from(text).lower()
            if entity.type == MessageEntityType.MENTION and said == name:
                return True
            if entity.user and entity.user.id == bot_user.id:
                return True
        command = text.split(maxsplit=1)[0].lower() if text.startswith("/") else ""
        return command.endswith(name)


async def point_to_private_chat(message: Message, translator: Translator, bot_user: User) -> None:
    text, markup = invitation_to_private_chat(translator, bot_user)
    await message.reply(text, reply_markup=markup)


async def ignore(_: Message) -> None:
    """Not for the bot."""


async def end_tap(query: CallbackQuery) -> None:
    """Dialogs are for private chats: nobody else sees a person's resumes."""
    await query.answer()
