"""People who block the bot or let it in again, and groups that it is added to."""

from aiogram import F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import ChatMemberUpdated, User

from bot.i18n import Translator
from bot.replies.groups import invitation_to_private_chat
from domain.ports import PeopleRepository

_OUT = {ChatMemberStatus.LEFT, ChatMemberStatus.KICKED}


def membership_router() -> Router:
    router = Router(name="membership")
    router.my_chat_member.register(note_block, F.chat.type == ChatType.PRIVATE)
    router.my_chat_member.register(
        greet_group,
        F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}),
        F.old_chat_member.status.in_(_OUT),
        ~F.new_chat_member.status.in_(_OUT),
    )
    return router


async def note_block(change: ChatMemberUpdated, people: PeopleRepository) -> None:
    user_id = change.from_user.id
    if change.new_chat_member.status in _OUT:
        await people.mark_blocked(user_id)
    elif await people.find(user_id):
        await people.meet(user_id)


async def greet_group(change: ChatMemberUpdated, translator: Translator, bot_user: User) -> None:
    text, markup = invitation_to_private_chat(translator, bot_user)
    await change.answer(text, reply_markup=markup)
