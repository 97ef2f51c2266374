"""What a person does, one method each."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.botapi.faults import FaultKind
from sandbox.client.groups import Groups
from sandbox.client.inline import Inline
from sandbox.client.watching import ChatWatcher
from sandbox.talk import ChatMessage, TapAnswer


class SandboxClient(ChatWatcher):
    """One connection to a sandbox; every method names the person it acts for.

    A person is made up at the first message, with the given language ("ru" or "en"). They
    talk in their own chat with the bot, or with `chat_id` in a group that `groups` made.
    """

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.groups = Groups(self._wire)
        self.inline = Inline(self._wire)

    # What a person does

    async def start(
        self, payload: str = "", user_id: int = 1, language: str | None = None
    ) -> ChatMessage:
        """Presses START, of a deep link with its payload; one who blocked the bot lets it in."""
        return await self._send("start", user_id, None, payload=payload, language=language)

    async def send_text(
        self,
        text: str,
        user_id: int = 1,
        language: str | None = "ru",
        *,
        chat_id: int | None = None,
        **more: Any,
    ) -> ChatMessage:
        """Writes; returns the message, the last one where the text was split.

        `first_name` and `reply_to_message_id` may be given; so may `forward_from`, which makes
        it a forward: `{"user_id": 5}`, or `{"name": "Анна"}` of someone whose account is hidden.
        """
        return await self._send("text", user_id, chat_id, text=text, language=language, **more)

    async def forward(
        self, message_id: int, user_id: int = 1, *, from_chat_id: int, chat_id: int | None = None
    ) -> ChatMessage:
        """Forwards a message of some chat, to the bot or into a group."""
        source = {"message_id": message_id, "from_chat_id": from_chat_id}
        return await self._send("forward", user_id, chat_id, **source)

    async def _send(self, what: str, user_id: int, chat_id: int | None, **body: Any) -> ChatMessage:
        body = {"user_id": user_id, **body}
        answer = await self._wire.post(f"/sandbox/chats/{chat_id or user_id}/{what}", body)
        return ChatMessage.from_json(answer["messages"][-1])

    async def send_file(
        self,
        content: bytes | Path,
        name: str | None = None,
        user_id: int = 1,
        language: str = "ru",
        *,
        caption: str = "",
        mime_type: str | None = None,
        media_group_id: str | None = None,
        as_photo: bool = False,
        chat_id: int | None = None,
        reply_to_message_id: int | None = None,
        forward_from: dict[str, Any] | None = None,
    ) -> ChatMessage:
        """Sends a file by path or by content; `mime_type` is what the app claims of it.

        `forward_from` is told at `send_text`.
        """
        if isinstance(content, Path):
            name = name or content.name
            content = await asyncio.to_thread(content.read_bytes)
        form = aiohttp.FormData(quote_fields=False)
        fields = {
            "language": language,
            "caption": caption,
            "mime_type": mime_type,
            "media_group_id": media_group_id,
            "kind": "photo" if as_photo else "document",
            "user_id": str(user_id),
            "reply_to_message_id": str(reply_to_message_id or ""),
            "forward_from": json.dumps(forward_from) if forward_from else "",
        }
        for field, value in fields.items():
            if value:
                form.add_field(field, value)
        form.add_field("file", io.BytesIO(content), filename=name or "file")
        path = f"/sandbox/chats/{chat_id or user_id}/file"
        answer = await self._wire.call("POST", path, data=form)
        return ChatMessage.from_json(answer["messages"][-1])

    async def edit_text(
        self, message_id: int, text: str, user_id: int = 1, *, chat_id: int | None = None
    ) -> ChatMessage:
        """Edits a message of the person."""
        return await self._send("edit", user_id, chat_id, message_id=message_id, text=text)

    async def tap(
        self,
        message_id: int,
        button: str,
        user_id: int = 1,
        *,
        chat_id: int | None = None,
        wait_seconds: float = 15,
    ) -> TapAnswer:
        """Taps an inline button, named by its callback_data, its text or a part of its text.

        Waits until the bot answers the tap; `answered` tells whether it did.
        """
        body = {
            "user_id": user_id,
            "message_id": message_id,
            "button": button,
            "wait_seconds": wait_seconds,
        }
        answer = await self._wire.post(f"/sandbox/chats/{chat_id or user_id}/tap", body)
        return TapAnswer.from_json(answer)

    async def set_person(
        self,
        user_id: int = 1,
        *,
        language: str | None = None,
        first_name: str | None = None,
        username: str | None = None,
        has_blocked_bot: bool | None = None,
        is_deactivated: bool | None = None,
    ) -> None:
        """Makes up or changes a person; a blocked bot gets 403 when it writes, and is told."""
        values = {
            "language": language,
            "first_name": first_name,
            "username": username,
            "has_blocked_bot": has_blocked_bot,
            "is_deactivated": is_deactivated,
        }
        given = {name: value for name, value in values.items() if value is not None}
        await self._wire.post(f"/sandbox/people/{user_id}", given)

    # Trouble

    async def set_fault(
        self,
        method: str,
        kind: FaultKind,
        *,
        seconds: float = 1,
        count: int | None = None,
        error_code: int = 400,
        description: str | None = None,
    ) -> None:
        """Hits calls that match `method` (e.g. "send*"), `count` times or until cleared.

        The kinds are told in `sandbox.botapi.faults.Fault`.
        """
        fault = {
            "method": method,
            "kind": kind,
            "seconds": seconds,
            "count": count,
            "error_code": error_code,
            "description": description,
        }
        await self._wire.post("/sandbox/faults", fault)

    async def clear_faults(self) -> None:
        await self._wire.call("DELETE", "/sandbox/faults")

    async def set_flood_limits(self, is_on: bool) -> None:
        """Telegram's limits of sending: 429 over 30 messages a second, about one a second in a
        chat (bursts of 5), 20 a minute in a group."""
        await self._wire.post("/sandbox/flood", {"is_on": is_on})

    async def reset(self) -> None:
        """Forgets people, chats, files, undelivered updates, faults and limits."""
        await self._wire.post("/sandbox/reset", {})
