"""What a person does in a chat: write, send a file, edit, tap."""

from typing import Any

from aiohttp import web

from sandbox.control.inputs import (
    ControlError,
    read_form,
    read_json,
    read_optional_text,
    read_seconds,
    read_user_id,
    read_whole,
)
from sandbox.control.views import message_view
from sandbox.telegram.chats import Chat
from sandbox.telegram.detection import with_detected_entities
from sandbox.telegram.formatted_text import FormattedText, clean
from sandbox.telegram.messages import Content, Message, SendingOptions
from sandbox.telegram.state import Telegram

_LONGEST_WAIT_SECONDS = 60
_MESSAGE_CHARACTERS = 4096
_CAPTION_CHARACTERS = 1024


def _typed(text: str) -> FormattedText:
    return with_detected_entities(clean(FormattedText(text)))


class Talking:
    """Handlers under /sandbox/chats/{user_id}/."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        chat = "/sandbox/chats/{user_id}"
        return [
            web.post(f"{chat}/text", self._text),
            web.post(f"{chat}/file", self._file),
            web.post(f"{chat}/edit", self._edit),
            web.post(f"{chat}/tap", self._tap),
        ]

    async def _meet(self, request: web.Request, values: dict[str, Any]) -> Chat:
        return await self._telegram.meet(
            read_user_id(request),
            read_optional_text(values, "language"),
            read_optional_text(values, "first_name"),
        )

    async def _text(self, request: web.Request) -> web.Response:
        """Sends a text; a long one goes as several messages, as Telegram's apps do it."""
        body = await read_json(request)
        text = _typed(read_optional_text(body, "text") or "").text
        if not text:
            raise ControlError("there is no text to send")
        chat = await self._meet(request, body)
        reply_to = body.get("reply_to_message_id")
        options = SendingOptions(read_whole(body, "reply_to_message_id") if reply_to else None)
        sent: list[Message] = []
        for start in range(0, len(text), _MESSAGE_CHARACTERS):
            part = _typed(text[start : start + _MESSAGE_CHARACTERS])
            if part.text:
                sent.append(await self._telegram.say(chat, Content(part), options))
        return web.json_response({"messages": [message_view(message) for message in sent]})

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
        chat = await self._meet(request, values)
        options = SendingOptions(media_group_id=values.get("media_group_id") or None)
        message = await self._telegram.say(chat, Content(caption, stored), options)
        return web.json_response({"messages": [message_view(message)]})

    async def _edit(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        chat = await self._meet(request, {})
        content = Content(_typed(read_optional_text(body, "text") or ""))
        if not content.text.text:
            raise ControlError("there is no text to send")
        message = await self._telegram.rewrite(chat, read_whole(body, "message_id"), content)
        return web.json_response({"messages": [message_view(message)]})

    async def _tap(self, request: web.Request) -> web.Response:
        """Taps a callback button and waits for the bot's answer."""
        body = await read_json(request)
        chat = await self._meet(request, {})
        message = chat.find(read_whole(body, "message_id"))
        if message is None:
            raise ControlError("there is no such message", 404)
        button = _find_button(message, body)
        if "callback_data" not in button:
            raise ControlError(f"the button «{button['text']}» does not call the bot")
        query_id = await self._telegram.tap(chat, message, str(button["callback_data"]))
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


def _find_button(message: Message, body: dict[str, Any]) -> dict[str, Any]:
    """By row and column, else by `button`: exact data, exact text, then part of a text."""
    rows = message.content.inline_keyboard
    if "row" in body:
        row, column = read_whole(body, "row"), read_whole(body, "column")
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            return rows[row][column]
        raise ControlError("there is no button at this place", 404)
    wanted = read_optional_text(body, "button") or ""
    buttons = [button for row_of_buttons in rows for button in row_of_buttons]
    rules = (
        lambda button: button.get("callback_data") == wanted,
        lambda button: button["text"] == wanted,
        lambda button: wanted.casefold() in button["text"].casefold(),
    )
    for rule in rules:
        for button in buttons:
            if wanted and rule(button):
                return button
    there = ", ".join(f"«{button['text']}»" for button in buttons) or "no buttons"
    raise ControlError(f"no button «{wanted}»; the message has {there}", 404)
