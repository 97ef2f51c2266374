"""What the control side shows of a message, a person and the whole sandbox."""

from typing import Any

from sandbox.control.origins import origin_name
from sandbox.control.rendering import render_html
from sandbox.telegram.chats import Chat
from sandbox.telegram.groups import Group
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person


def message_view(message: Message) -> dict[str, Any]:
    """A message with its text as text and as safe HTML, its buttons and what became of it."""
    content, options = message.content, message.options
    person = message.place if message.is_from_bot else message.sender
    return {
        "message_id": message.message_id,
        "chat_id": message.place.id,
        "user_id": person.id,
        "sender_id": message.sender.id,
        "sender_name": message.sender.first_name,
        "from_bot": message.is_from_bot,
        "date": message.date,
        "edit_count": message.edit_count,
        "is_deleted": message.is_deleted,
        "text": content.text.text,
        "html": render_html(content.text),
        "entities": content.text.entities_json(),
        "buttons": content.inline_keyboard,
        "file": _file_view(message),
        "reply_to_message_id": options.reply_to_message_id,
        "media_group_id": options.media_group_id,
        "forwarded_from": origin_name(options.forward_origin),
        "via_bot": options.via_bot is not None,
        "service": _service_text(message),
    }


def _service_text(message: Message) -> str:
    """What the chat shows in the middle of its wall, e.g. that the bot came in."""
    service, who = message.content.service, message.sender.first_name
    for user in service.get("new_chat_members", []):
        is_self = user["id"] == message.sender.id
        return f"{who} joined the group" if is_self else f"{who} added {user['first_name']}"
    gone = service.get("left_chat_member")
    if gone is None:
        return ""
    is_self = gone["id"] == message.sender.id
    return f"{who} left the group" if is_self else f"{who} removed {gone['first_name']}"


def _file_view(message: Message) -> dict[str, Any] | None:
    file = message.content.file
    if file is None:
        return None
    width, height = file.photo_size or (None, None)
    return {
        "kind": "photo" if file.photo_size else "document",
        "name": file.name,
        "media_type": file.media_type,
        "size_bytes": len(file.content),
        "url": f"/sandbox/files/{file.unique_id}",
        "width": width,
        "height": height,
    }


def person_view(person: Person) -> dict[str, Any]:
    return {
        "user_id": person.id,
        "first_name": person.first_name,
        "language": person.language_code,
        "has_blocked_bot": person.has_blocked_bot,
        "is_deactivated": person.is_deactivated,
    }


def group_view(group: Group) -> dict[str, Any]:
    return {
        "title": group.title,
        "kind": group.kind,
        "bot": group.bot_status,
        "members": [person_view(person) for person in group.members.values()],
    }


def chat_view(chat: Chat) -> dict[str, Any]:
    """A line of the chat list: the person or the group, and the last message."""
    alive = [message for message in chat.messages.values() if not message.is_deleted]
    return {
        "chat_id": chat.id,
        **(person_view(chat.person) if chat.person else {}),
        "group": group_view(chat.group) if chat.group else None,
        "last_message": message_view(alive[-1]) if alive else None,
    }
