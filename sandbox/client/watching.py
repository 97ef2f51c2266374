"""What is to be seen in the sandbox, and waiting for it."""

import time
from collections.abc import Callable, Sequence
from typing import Any, Self, TypeVar

from sandbox.talk import ChatMessage, chat_as_text
from sandbox.wire import SandboxRefusalError, SandboxWire

_Found = TypeVar("_Found")
_LONGEST_POLL_SECONDS = 20.0


class ChatTimeoutError(AssertionError):
    """What was waited for did not come; the text shows the chat as it is."""


class ChatWatcher:
    """One connection to a sandbox that only looks."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._wire = SandboxWire(url)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *reason: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._wire.close()

    async def messages(
        self, user_id: int = 1, *, include_deleted: bool = False
    ) -> list[ChatMessage]:
        """The chat of a person, or of the group whose id is given, oldest message first."""
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
