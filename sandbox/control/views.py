"""What the control side shows of a message, a person and the whole sandbox."""

from typing import Any

from sandbox.control.rendering import render_html
from sandbox.telegram.chats import Chat
from sandbox.telegram.messages import Message
from sandbox.telegram.people import Person


def message_view(message: Message) -> dict[str, Any]:
    """A message with its text as text and as safe HTML, its buttons and what became of it."""
    content = message.content
    return {
        "message_id": message.message_id,
        "user_id": message.person.id,
        "from_bot": message.is_from_bot,
        "date": message.date,
        "edit_count": message.edit_count,
        "is_deleted": message.is_deleted,
        "text": content.text.text,
        "html": render_html(content.text),
        "entities": content.text.entities_json(),
        "buttons": content.inline_keyboard,
        "file": _file_view(message),
        "reply_to_message_id": message.options.reply_to_message_id,
        "media_group_id": message.options.media_group_id,
    }


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
    }


def chat_view(chat: Chat) -> dict[str, Any]:
    """A line of the chat list: the person and the last message."""
    alive = [message for message in chat.messages.values() if not message.is_deleted]
    return person_view(chat.person) | {"last_message": message_view(alive[-1]) if alive else None}
