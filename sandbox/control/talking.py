"""What a person does in a chat: start the bot, write, send a file, forward, edit, tap."""

import re
from typing import Any

from aiohttp import web

from sandbox.control.buttons import find_button
from sandbox.control.inputs import (
    ControlError,
    read_form,
    read_json,
    read_optional_text,
    read_seconds,
    read_whole,
)
from sandbox.control.origins import read_origin
from sandbox.control.speakers import find_chat, find_speaker
from sandbox.control.views import message_view
from sandbox.telegram.detection import with_detected_entities
from sandbox.telegram.formatted_text import FormattedText, clean
from sandbox.telegram.membership import unblock
from sandbox.telegram.messages import Content, Message, SendingOptions
from sandbox.telegram.state import Telegram

_LONGEST_WAIT_SECONDS = 60
_MESSAGE_CHARACTERS = 4096
_CAPTION_CHARACTERS = 1024
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


def _typed(text: str) -> FormattedText:
    return with_detected_entities(clean(FormattedText(text)))


def _sent(*messages: Message) -> web.Response:
    return web.json_response({"messages": [message_view(message) for message in messages]})


class Talking:
    """Handlers under /sandbox/chats/{chat_id}/; in a group the body's `user_id` says who."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        chat = "/sandbox/chats/{chat_id}"
        return [
            web.post(f"{chat}/start", self._start),
            web.post(f"{chat}/text", self._text),
            web.post(f"{chat}/file", self._file),
            web.post(f"{chat}/forward", self._forward),
            web.post(f"{chat}/edit", self._edit),
            web.post(f"{chat}/tap", self._tap),
        ]

    async def _start(self, request: web.Request) -> web.Response:
        """Presses START, also of a deep link (t.me/<bot>?start=<payload>); ends a block."""
        body = await read_json(request)
        payload = read_optional_text(body, "payload") or ""
        if not _PAYLOAD.fullmatch(payload):
            raise ControlError("a start payload has at most 64 of A-Z, a-z, 0-9, _ and -")
        chat, person = await find_speaker(self._telegram, request, body)
        if chat.person is not None:
            await unblock(self._telegram, person)
        content = Content(_typed(f"/start {payload}"))
        return _sent(await self._telegram.say(chat, person, content, SendingOptions()))

    async def _text(self, request: web.Request) -> web.Response:
        """Sends a text; a long one goes as several messages, as Telegram's apps do it."""
        body = await read_json(request)
        text = _typed(read_optional_text(body, "text") or "").text
        if not text:
            raise ControlError("there is no text to send")
        chat, person = await find_speaker(self._telegram, request, body)
        options = await self._read_options(body)
        sent: list[Message] = []
        for start in range(0, len(text), _MESSAGE_CHARACTERS):
            part = _typed(text[start : start + _MESSAGE_CHARACTERS])
            if part.text:
                sent.append(await self._telegram.say(chat, person, Content(part), options))
        return _sent(*sent)

    async def _file(self, request: web.Request) -> web.Response:
        """Sends a document, or a photo where the form says kind=photo."""
        values, file = await read_form(request)
        caption = _typed(values.get("caption", ""))
        if len(caption.text) > _CAPTION_CHARACTERS:
            raise ControlError("a caption has at most 1024 characters")
        content, name = file.file.read(), file.filename or "file"
        if values.get("kind") == "photo":
            stored = self._telegram.files.add_photo(content, name)
        else:
            media_type = values.get("mime_type") or None
            stored = self._telegram.files.add_document(content, name, media_type)
        chat, person = await find_speaker(self._telegram, request, values)
        options = await self._read_options(values)
        return _sent(await self._telegram.say(chat, person, Content(caption, stored), options))

    async def _read_options(self, values: dict[str, Any]) -> SendingOptions:
        reply_to = values.get("reply_to_message_id") or None
        if isinstance(reply_to, str) and reply_to.isdecimal():
            reply_to = int(reply_to)
        return SendingOptions(
            read_whole({"reply_to_message_id": reply_to}, "reply_to_message_id")
            if reply_to
            else None,
            media_group_id=values.get("media_group_id") or None,
            forward_origin=await read_origin(self._telegram, values.get("forward_from")),
        )

    async def _forward(self, request: web.Request) -> web.Response:
        """Forwards a message of any chat into this one."""
        body = await read_json(request)
        chat, person = await find_speaker(self._telegram, request, body)
        source = find_chat(self._telegram, read_whole(body, "from_chat_id"))
        message = source.find(read_whole(body, "message_id"))
        if message is None or message.content.service:
            raise ControlError("there is no such message", 404)
        if message.options.is_protected:
            raise ControlError("the message is protected: it can't be forwarded")
        content = Content(message.content.text, message.content.file)
        options = SendingOptions(forward_origin=message.as_origin())
        return _sent(await self._telegram.say(chat, person, content, options))

    async def _edit(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        chat, person = await find_speaker(self._telegram, request, body)
        content = Content(_typed(read_optional_text(body, "text") or ""))
        if not content.text.text:
            raise ControlError("there is no text to send")
        message_id = read_whole(body, "message_id")
        return _sent(await self._telegram.rewrite(chat, person, message_id, content))

    async def _tap(self, request: web.Request) -> web.Response:
        """Taps a callback button and waits for the bot's answer."""
        body = await read_json(request)
        chat, person = await find_speaker(self._telegram, request, body)
        message = chat.find(read_whole(body, "message_id"))
        if message is None:
            raise ControlError("there is no such message", 404)
        button = find_button(message, body)
        if "callback_data" not in button:
            raise ControlError(f"the button «{button['text']}» does not call the bot")
        data = str(button["callback_data"])
        query_id = await self._telegram.tap(chat, person, message, data)
        wait_seconds = read_seconds(body.get("wait_seconds", 15), _LONGEST_WAIT_SECONDS)
        answer = await self._telegram.queries.wait(query_id, wait_seconds)
        return web.json_response(
            {
                "query_id": query_id,
                "button": button["text"],
                "answered": answer is not None,
                "text": answer.text if answer else "",
                "show_alert": bool(answer and answer.show_alert),
                "url": answer.url if answer else None,
            }
        )
