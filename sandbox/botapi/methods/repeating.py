"""How the bot sends again what is somewhere already: forward, and copy without the origin."""

import secrets
from dataclasses import replace
from typing import Any

from sandbox.botapi.calls import Call, Method
from sandbox.botapi.content import read_caption, read_markup, read_options
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.messages import Content, Message, SendingOptions

_MAX_AT_ONCE = 100


def _source(call: Call) -> Chat:
    """The chat of from_chat_id, which the bot must know."""
    return call.telegram.chat_of(call.parameters.chat_id("from_chat_id"))


def _original(source: Chat, message_id: int, verb: str) -> Message:
    """The message to repeat; raises BadRequestError in Telegram's words."""
    message = source.find(message_id)
    if message is None:
        raise BadRequestError(f"message to {verb} not found")
    if message.content.service or message.options.is_protected:
        raise BadRequestError(f"message can't be {verb}ed".replace("copyed", "copied"))
    return message


def _several(call: Call, verb: str) -> list[Message]:
    """The messages of message_ids that are there; they must be in strictly increasing order."""
    ids = call.parameters.structure("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= _MAX_AT_ONCE:
        raise BadRequestError("message identifiers are not specified")
    if ids != sorted(set(ids)):
        raise BadRequestError("message identifiers must be in a strictly increasing order")
    source = _source(call)
    found = [one for one in map(source.find, ids) if one is not None and not one.content.service]
    if not found:
        raise BadRequestError(f"there are no messages to {verb}")
    return found


def _forwarded(call: Call, message: Message) -> tuple[Content, SendingOptions]:
    content = replace(message.content, reply_markup=None)
    options = SendingOptions(
        is_protected=call.parameters.flag("protect_content"), forward_origin=message.as_origin()
    )
    return content, options


async def forward_message(call: Call) -> dict[str, Any]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    message = _original(_source(call), call.parameters.message_id(), "forward")
    return await call.telegram.send(chat, *_forwarded(call, message))


async def forward_messages(call: Call) -> list[dict[str, int]]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    sent = [
        await call.telegram.send(chat, *_forwarded(call, message))
        for message in _several(call, "forward")
    ]
    return [{"message_id": one["message_id"]} for one in sent]


async def copy_message(call: Call) -> dict[str, int]:
    """A new caption where one is given; buttons are only those of this call."""
    parameters = call.parameters
    chat = call.telegram.chat_of(parameters.chat_id())
    markup, options = read_markup(parameters), read_options(parameters, chat)
    content = _original(_source(call), parameters.message_id(), "copy").content
    if content.file is not None and "caption" in parameters.values:
        content = replace(content, text=read_caption(parameters))
    sent = await call.telegram.send(chat, replace(content, reply_markup=markup), options)
    return {"message_id": sent["message_id"]}


async def copy_messages(call: Call) -> list[dict[str, int]]:
    """Albums stay albums."""
    chat = call.telegram.chat_of(call.parameters.chat_id())
    albums: dict[str | None, str] = {}
    sent = []
    for message in _several(call, "copy"):
        group = message.options.media_group_id
        album = albums.setdefault(group, str(secrets.randbits(60))) if group else None
        options = SendingOptions(media_group_id=album)
        content = replace(message.content, reply_markup=None)
        sent.append(await call.telegram.send(chat, content, options))
    return [{"message_id": one["message_id"]} for one in sent]


METHODS: dict[str, Method] = {
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
}
