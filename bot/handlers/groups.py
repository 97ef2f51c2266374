"""Groups: an answer to a command that names this bot, and silence to all else."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import Message, User

from bot.i18n import Translator


def groups_router() -> Router:
    router = Router(name="groups")
    router.message.register(point_to_private_chat, F.chat.type != ChatType.PRIVATE)
    router.callback_query.register(ignore, F.message.chat.type != ChatType.PRIVATE)
    return router


async def point_to_private_chat(message: Message, translator: Translator, bot_user: User) -> None:
    text = message.text or ""
    if text.startswith("/") and text.split()[0].lower().endswith(f"@{bot_user.username}".lower()):
        await message.answer(translator.html("hint-group", username=bot_user.username or ""))


async def ignore() -> None:
    """Dialogs are for private chats: nobody else sees a person's resumes."""
