"""Who does something in which chat."""

from typing import Any

from aiohttp import web

from sandbox.control.inputs import ControlError, as_user_id, read_chat_id, read_optional_text
from sandbox.telegram.chats import Chat
from sandbox.telegram.people import Person
from sandbox.telegram.state import Telegram


async def find_speaker(
    telegram: Telegram, request: web.Request, values: dict[str, Any]
) -> tuple[Chat, Person]:
    """The chat of the address and the person: in a group the member whom `user_id` names.

    A person in a chat of their own is made up at first sight. Raises ControlError.
    """
    chat_id = read_chat_id(request)
    if chat_id > 0:
        language = read_optional_text(values, "language")
        person = await telegram.meet(chat_id, language, read_optional_text(values, "first_name"))
        return telegram.chats[chat_id], person
    chat = find_chat(telegram, chat_id)
    user_id = as_user_id(values.get("user_id"))
    member = chat.group.members.get(user_id) if chat.group else None
    if member is None:
        raise ControlError(f"person {user_id} is not in this group")
    return chat, member


def find_chat(telegram: Telegram, chat_id: int) -> Chat:
    chat = telegram.chats.get(chat_id)
    if chat is None:
        raise ControlError("there is no such chat", 404)
    return chat
