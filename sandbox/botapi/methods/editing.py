"""How the bot changes what it said. A call without reply_markup takes the keyboard away."""

from dataclasses import replace
from typing import Any

from sandbox.botapi.calls import Call, Method
from sandbox.botapi.content import read_caption, read_markup, read_media, read_text
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.messages import Content, Message

_MAX_DELETED_AT_ONCE = 100


def _target(call: Call) -> tuple[Chat, Message]:
    """Raises BadRequestError where there is nothing that the bot may edit."""
    inline_id = call.parameters.text("inline_message_id")
    if inline_id:
        return call.telegram.inline_message(inline_id)
    message_id = call.parameters.message_id()
    chat = call.telegram.chat_of(call.parameters.chat_id())
    return chat, chat.bot_message(message_id)


async def _edit(
    call: Call, chat: Chat, message: Message, content: Content
) -> dict[str, Any] | bool:
    """The edited message; True for one that was chosen in inline mode."""
    edited = await call.telegram.edit(chat, message, content)
    return True if message.options.inline_message_id else edited


async def edit_message_text(call: Call) -> dict[str, Any] | bool:
    text, markup = read_text(call.parameters, "MESSAGE_TOO_LONG"), read_markup(call.parameters)
    chat, message = _target(call)
    if message.content.file is not None:
        raise BadRequestError("there is no text in the message to edit")
    return await _edit(call, chat, message, Content(text, reply_markup=markup))


async def edit_message_caption(call: Call) -> dict[str, Any] | bool:
    caption, markup = read_caption(call.parameters), read_markup(call.parameters)
    chat, message = _target(call)
    if message.content.file is None:
        raise BadRequestError("there is no caption in the message to edit")
    content = Content(caption, message.content.file, markup)
    return await _edit(call, chat, message, content)


async def edit_message_reply_markup(call: Call) -> dict[str, Any] | bool:
    markup = read_markup(call.parameters)
    chat, message = _target(call)
    content = replace(message.content, reply_markup=markup)
    return await _edit(call, chat, message, content)


async def edit_message_media(call: Call) -> dict[str, Any] | bool:
    media, markup = call.parameters.structure("media"), read_markup(call.parameters)
    chat, message = _target(call)
    file, caption = read_media(call.telegram.files, call.parameters, media)
    return await _edit(call, chat, message, Content(caption, file, markup))


async def delete_message(call: Call) -> bool:
    message_id = call.parameters.message_id()
    chat = call.telegram.chat_of(call.parameters.chat_id())
    await call.telegram.delete(chat, message_id)
    return True


async def delete_messages(call: Call) -> bool:
    ids = call.parameters.structure("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= _MAX_DELETED_AT_ONCE:
        raise BadRequestError("message identifiers are not specified")
    chat = call.telegram.chat_of(call.parameters.chat_id())
    for message_id in ids:
        if isinstance(message_id, int) and chat.find(message_id) is not None:
            await call.telegram.delete(chat, message_id)
    return True


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "editMessageMedia": edit_message_media,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
}
