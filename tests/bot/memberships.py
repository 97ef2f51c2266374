"""Where the bot is, and who put it there."""

from aiogram.types import (
    Chat,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberUpdated,
    Update,
    User,
)

from tests.bot.chat import BOT_USER, START
from tests.bot.conftest import Desk

Membership = ChatMemberLeft | ChatMemberMember | ChatMemberBanned


async def changes(desk: Desk, chat: Chat, old: Membership, new: Membership, by: int = 1) -> None:
    user = User(id=by, is_bot=False, first_name="P", language_code="ru")
    change = ChatMemberUpdated(
        chat=chat, from_user=user, date=START, old_chat_member=old, new_chat_member=new
    )
    await desk.dispatcher.feed_update(desk.bot, Update(update_id=7, my_chat_member=change))


OUT, IN = ChatMemberLeft(user=BOT_USER), ChatMemberMember(user=BOT_USER)
