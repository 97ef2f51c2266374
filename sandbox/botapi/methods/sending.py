"""How the bot speaks: text, photo, document, album, and "typing…"."""

import secrets
from dataclasses import replace
from typing import Any

from sandbox.botapi.calls import Call, Method
from sandbox.botapi.content import (
    read_caption,
    read_file,
    read_markup,
    read_media,
    read_options,
    read_text,
)
from sandbox.telegram.errors import BadRequestError
from sandbox.telegram.messages import Content

_CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


async def send_message(call: Call) -> dict[str, Any]:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    content = Content(
        read_text(call.parameters, "message is too long"),
        reply_markup=read_markup(call.parameters),
    )
    return await call.telegram.send(chat, content, read_options(call.parameters, chat))


async def _send_file(call: Call, kind: str) -> dict[str, Any]:
    parameters = call.parameters
    chat = call.telegram.chat_of(parameters.chat_id())
    caption, markup = read_caption(parameters), read_markup(parameters)
    options = read_options(parameters, chat)
    file = read_file(call.telegram.files, parameters, kind, parameters.text(kind))
    return await call.telegram.send(chat, Content(caption, file, markup), options)


async def send_photo(call: Call) -> dict[str, Any]:
    return await _send_file(call, "photo")


async def send_document(call: Call) -> dict[str, Any]:
    return await _send_file(call, "document")


async def send_media_group(call: Call) -> list[dict[str, Any]]:
    parameters = call.parameters
    chat = call.telegram.chat_of(parameters.chat_id())
    album = parameters.structure("media")
    if not isinstance(album, list) or not 2 <= len(album) <= 10:
        raise BadRequestError("there must be 2-10 messages in an album")
    options = replace(read_options(parameters, chat), media_group_id=str(secrets.randbits(60)))
    contents = [read_media(call.telegram.files, parameters, media) for media in album]
    return [
        await call.telegram.send(chat, Content(caption, file), options)
        for file, caption in contents
    ]


async def send_chat_action(call: Call) -> bool:
    chat = call.telegram.chat_of(call.parameters.chat_id())
    action = call.parameters.text("action")
    if action not in _CHAT_ACTIONS:
        raise BadRequestError("wrong parameter action in request")
    await call.telegram.journal.add("action", chat_id=chat.id, action=action)
    return True


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendMediaGroup": send_media_group,
    "sendChatAction": send_chat_action,
}
