"""Plays people in the sandbox over HTTP: for end-to-end tests and for `--play`."""

import asyncio
import io
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

import aiohttp

from sandbox.botapi.faults import FaultKind
from sandbox.talk import ChatMessage, TapAnswer, chat_as_text
from sandbox.wire import SandboxRefusalError, SandboxWire

__all__ = ["ChatTimeoutError", "SandboxClient", "SandboxRefusalError"]

_Found = TypeVar("_Found")
_LONGEST_POLL_SECONDS = 20.0


class ChatTimeoutError(AssertionError):
    """What was waited for did not come; the text shows the chat as it is."""


class SandboxClient:
    """One connection to a sandbox; every method names the person it acts for.

    A person is made up at the first message, with the given language ("ru" or "en").
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._wire = SandboxWire(url)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *reason: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._wire.close()

    # What a person does

    async def send_text(
        self, text: str, user_id: int = 1, language: str | None = "ru", **more: Any
    ) -> ChatMessage:
        """Writes to the bot; returns the message, the last one where the text was split.

        `first_name` and `reply_to_message_id` may be given.
        """
        body = {"text": text, "language": language, **more}
        answer = await self._wire.post(f"/sandbox/chats/{user_id}/text", body)
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
    ) -> ChatMessage:
        """Sends a file by path or by content; `mime_type` is what the app claims of it."""
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
        }
        for field, value in fields.items():
            if value:
                form.add_field(field, value)
        form.add_field("file", io.BytesIO(content), filename=name or "file")
        answer = await self._wire.call("POST", f"/sandbox/chats/{user_id}/file", data=form)
        return ChatMessage.from_json(answer["messages"][-1])

    async def edit_text(self, message_id: int, text: str, user_id: int = 1) -> ChatMessage:
        """Edits a message of the person."""
        body = {"message_id": message_id, "text": text}
        answer = await self._wire.post(f"/sandbox/chats/{user_id}/edit", body)
        return ChatMessage.from_json(answer["messages"][-1])

    async def tap(
        self, message_id: int, button: str, user_id: int = 1, *, wait_seconds: float = 15
    ) -> TapAnswer:
        """Taps an inline button, named by its callback_data, its text or a part of its text.

        Waits until the bot answers the tap; `answered` tells whether it did.
        """
        body = {"message_id": message_id, "button": button, "wait_seconds": wait_seconds}
        return TapAnswer.from_json(await self._wire.post(f"/sandbox/chats/{user_id}/tap", body))

    async def set_person(
        self,
        user_id: int = 1,
        *,
        language: str | None = None,
        first_name: str | None = None,
        has_blocked_bot: bool | None = None,
    ) -> None:
        """Makes up or changes a person; a blocked bot gets 403 when it writes."""
        values = {
            "language": language,
            "first_name": first_name,
            "has_blocked_bot": has_blocked_bot,
        }
        given = {name: value for name, value in values.items() if value is not None}
        await self._wire.post(f"/sandbox/people/{user_id}", given)

    # What is to be seen

    async def messages(
        self, user_id: int = 1, *, include_deleted: bool = False
    ) -> list[ChatMessage]:
        """The chat, oldest message first."""
        return (await self._chat(user_id, include_deleted))[0]

    async def _chat(self, user_id: int, include_deleted: bool) -> tuple[list[ChatMessage], int]:
        chat = await self._wire.get(f"/sandbox/chats/{user_id}")
        messages = [ChatMessage.from_json(one) for one in chat["messages"]]
        shown = [one for one in messages if include_deleted or not one.is_deleted]
        return shown, int(chat["last_event"])

    async def wait_for(
        self,
        predicate: Callable[[Sequence[ChatMessage]], _Found | None],
        timeout_seconds: float = 10,
        user_id: int = 1,
        *,
        what: str = "what was waited for",
    ) -> _Found:
        """Looks at the whole chat after each change until `predicate` gives something true.

        Raises ChatTimeoutError, whose text is the chat.
        """
        deadline = time.monotonic() + timeout_seconds
        while True:
            messages, last_event = await self._chat(user_id, include_deleted=False)
            found = predicate(messages)
            if found:
                return found
            left = deadline - time.monotonic()
            if left <= 0:
                raise ChatTimeoutError(
                    f"{what} did not come within {timeout_seconds:g} s; "
                    f"the chat of person {user_id}:\n{chat_as_text(messages)}"
                )
            await self.events(last_event, min(left, _LONGEST_POLL_SECONDS))

    async def wait_for_message(
        self,
        predicate: Callable[[ChatMessage], bool] = lambda message: True,
        timeout_seconds: float = 10,
        user_id: int = 1,
        *,
        after: int = 0,
        what: str = "the bot's message",
    ) -> ChatMessage:
        """The first message of the bot with an id above `after` that fits, as it now is."""

        def first(messages: Sequence[ChatMessage]) -> ChatMessage | None:
            candidates = (one for one in messages if one.from_bot and one.message_id > after)
            return next(filter(predicate, candidates), None)

        return await self.wait_for(first, timeout_seconds, user_id, what=what)

    async def events(self, after: int, timeout_seconds: float) -> list[dict[str, Any]]:
        """What happened after event number `after`; empty after the timeout."""
        query = {"after": str(after), "timeout": str(timeout_seconds)}
        events: list[dict[str, Any]] = (await self._wire.get("/sandbox/events", query))["events"]
        return events

    async def calls(self, method: str = "") -> list[dict[str, Any]]:
        """The bot's calls, oldest first: method, parameters, error_code and description."""
        calls: list[dict[str, Any]] = (await self._wire.get("/sandbox/calls", {"method": method}))[
            "calls"
        ]
        return calls

    async def pending_updates(self) -> list[dict[str, Any]]:
        """Updates that the bot has not confirmed yet."""
        updates: list[dict[str, Any]] = (await self._wire.get("/sandbox/updates"))["updates"]
        return updates

    async def commands(self, user_id: int = 1) -> list[dict[str, str]]:
        """The command menu as this person sees it."""
        commands: list[dict[str, str]] = (await self._wire.get(f"/sandbox/chats/{user_id}"))[
            "commands"
        ]
        return commands

    async def download(self, message: ChatMessage) -> bytes:
        """The content of a message's file."""
        if message.file is None:
            raise SandboxRefusalError("the message has no file")
        return await self._wire.download(message.file.url)

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

    async def reset(self) -> None:
        """Forgets people, chats, files, undelivered updates and faults."""
        await self._wire.post("/sandbox/reset", {})
