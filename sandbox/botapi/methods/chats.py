"""Whom the bot talks to: chats, their members, and leaving."""

from typing import Any

from sandbox.botapi.calls import Call, Method
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.groups import Group, member_json
from sandbox.telegram.membership import bot_leaves

_GIFTS = (
    "unlimited_gifts",
    "limited_gifts",
    "unique_gifts",
    "premium_subscription",
    "gifts_from_channels",
)


async def get_chat(call: Call) -> dict[str, Any]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    return chat.place.as_chat() | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    }


async def get_chat_member(call: Call) -> dict[str, Any]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    user_id = call.parameters.integer("user_id")
    bot, person = call.telegram.bot, call.telegram.people.get(user_id)
    if user_id == bot.id:
        return member_json(bot.as_user(), chat.group.bot_status if chat.group else "member")
    if person is None or (chat.group is None and user_id != chat.id):
        raise BadRequestError("user not found")
    return member_json(person.as_user(), chat.group.status_of(user_id) if chat.group else "member")


def _group(call: Call) -> tuple[Chat, Group]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    if chat.group is None:
        raise BadRequestError("method is available for groups only")
    return chat, chat.group


async def get_chat_member_count(call: Call) -> int:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    return len(chat.group.members) + chat.group.has_bot if chat.group else 2


async def get_chat_administrators(call: Call) -> list[dict[str, Any]]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    if chat.group is None:
        raise BadRequestError("there are no administrators in the private chat")
    group, bot = chat.group, call.telegram.bot
    people = [
        member_json(person.as_user(), group.status_of(person.id))
        for person in group.members.values()
        if group.status_of(person.id) in ("creator", "administrator")
    ]
    is_admin = group.bot_status == "administrator"
    return people + ([member_json(bot.as_user(), "administrator")] if is_admin else [])


async def leave_chat(call: Call) -> bool:
    chat, group = _group(call)
    await bot_leaves(call.telegram, chat, group)
    return True


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
}
