"""Who is where: people who block and start the bot, groups it is added to and leaves."""

import itertools
import time
from collections.abc import Iterable
from typing import Any

from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.groups import BotStatus, Group, GroupKind, group_id, member_json
from sandbox.telegram.messages import Content, Sender, SendingOptions
from sandbox.telegram.people import Person
from sandbox.telegram.state import Telegram


async def block(telegram: Telegram, person: Person) -> None:
    """The person stops the bot; a bot that was never started hears nothing of it."""
    if not person.has_blocked_bot:
        person.has_blocked_bot = True
        await _tell_private(telegram, person, "member", "kicked")


async def unblock(telegram: Telegram, person: Person) -> None:
    if person.has_blocked_bot:
        person.has_blocked_bot = False
        await _tell_private(telegram, person, "kicked", "member")


async def _tell_private(telegram: Telegram, person: Person, old: str, new: str) -> None:
    chat = telegram.chats[person.id]
    await telegram.journal.add("person", chat_id=person.id)
    if chat.was_started:
        await _tell_bot(telegram, chat, person, old, new)


async def _tell_bot(telegram: Telegram, chat: Chat, by: Sender, old: str, new: str) -> None:
    bot = telegram.bot.as_user()
    await telegram.updates.add(
        "my_chat_member",
        {
            "chat": chat.place.as_chat(),
            "from": by.as_user(),
            "date": int(time.time()),
            "old_chat_member": member_json(bot, old),
            "new_chat_member": member_json(bot, new),
        },
    )


async def make_group(
    telegram: Telegram, title: str, people: Iterable[Person], kind: GroupKind = "group"
) -> Chat:
    """A group of these people, made by the first; the bot is not in it yet."""
    members = {person.id: person for person in people}
    if not members:
        raise BadRequestError("a group needs people")
    ids = (group_id(kind, number) for number in itertools.count())
    free = next(one for one in ids if one not in telegram.chats)
    chat = Chat(Group(free, title, kind, members, next(iter(members))))
    telegram.chats[free] = chat
    await telegram.journal.add("group", chat_id=free)
    return chat


async def join(telegram: Telegram, chat: Chat, group: Group, person: Person) -> None:
    """A person comes in."""
    if person.id not in group.members:
        group.members[person.id] = person
        await _announce(telegram, chat, person, {"new_chat_members": [person.as_user()]})


async def leave(telegram: Telegram, chat: Chat, group: Group, person: Person) -> None:
    if person.id in group.members:
        await _announce(telegram, chat, person, {"left_chat_member": person.as_user()})
        del group.members[person.id]


async def set_bot_status(
    telegram: Telegram, chat: Chat, group: Group, status: BotStatus, by: Person
) -> None:
    """Someone adds, promotes or removes the bot: my_chat_member, and the service message."""
    old = group.bot_status
    if old == status:
        return
    was_in, bot = group.has_bot, telegram.bot.as_user()
    if was_in and status in ("left", "kicked"):
        await _announce(telegram, chat, by, {"left_chat_member": bot})
    group.bot_status = status
    await _tell_bot(telegram, chat, by, old, status)
    if group.has_bot and not was_in:
        await _announce(telegram, chat, by, {"new_chat_members": [bot]})
    await telegram.journal.add("group", chat_id=chat.id)


async def bot_leaves(telegram: Telegram, chat: Chat, group: Group) -> None:
    """The bot goes by itself."""
    service = {"left_chat_member": telegram.bot.as_user()}
    await telegram.send(chat, Content(service=service), SendingOptions())
    old, group.bot_status = group.bot_status, "left"
    await _tell_bot(telegram, chat, telegram.bot, old, "left")
    await telegram.journal.add("group", chat_id=chat.id)


async def _announce(
    telegram: Telegram, chat: Chat, person: Person, service: dict[str, Any]
) -> None:
    await telegram.say(chat, person, Content(service=service), SendingOptions())
