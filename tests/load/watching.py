"""What a talker sees of its chat, for next to nothing.

Talkers live in the sandbox's process and share the machine with the bot: they look into its memory
when something happened in their chat, instead of asking for whole chats over HTTP.
"""

import asyncio
import time
from collections import defaultdict
from types import TracebackType
from typing import Self

from sandbox.control.views import message_view
from sandbox.talk import ChatMessage
from sandbox.telegram.callback_queries import CallbackAnswer, CallbackQueries
from sandbox.telegram.state import Telegram

_POLL_SECONDS = 5.0


class ChatEyes:
    """Wakes whoever waits for a chat; use as an async context manager."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._changed: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)

    async def __aenter__(self) -> Self:
        self._looking = asyncio.create_task(self._look())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._looking.cancel()
        await asyncio.gather(self._looking, return_exceptions=True)

    async def see(
        self, user_id: int, *words: str, marker: str, after: int, within_seconds: float
    ) -> tuple[ChatMessage, str]:
        """The first of the bot's messages with the marker and any of these words, and the word."""
        async with asyncio.timeout(within_seconds):
            while True:
                self._changed[user_id].clear()
                for message in self._messages(user_id, after):
                    shown = "\n".join([message.text, *(b.text for b in message.all_buttons())])
                    for word in words:
                        if word in shown and marker in shown:
                            return message, word
                await self._changed[user_id].wait()

    def last_id(self, user_id: int) -> int:
        return len(self._telegram.chats[user_id].messages)

    def _messages(self, user_id: int, after: int) -> list[ChatMessage]:
        chat = self._telegram.chats.get(user_id)
        if chat is None:
            return []
        return [
            ChatMessage.from_json(message_view(one))
            for one in chat.messages.values()
            if one.message_id > after and one.is_from_bot and not one.is_deleted
        ]

    async def _look(self) -> None:
        number = self._telegram.journal.last_number
        while True:
            for event in await self._telegram.journal.after(number, _POLL_SECONDS):
                number = max(number, event["number"])
                if event["kind"] == "gap":
                    for changed in self._changed.values():
                        changed.set()
                elif "chat_id" in event:
                    self._changed[event["chat_id"]].set()


class TimedQueries(CallbackQueries):
    """Stands in the sandbox's place of taps: how long each waited for answerCallbackQuery."""

    def __init__(self, lifetime_seconds: float) -> None:
        super().__init__(lifetime_seconds)
        self.answered_after: list[float] = []
        self._tapped_at: dict[str, float] = {}

    @property
    def unanswered(self) -> int:
        return len(self._tapped_at)

    def open(self) -> str:
        query_id = super().open()
        self._tapped_at[query_id] = time.monotonic()
        return query_id

    def answer(self, query_id: str, answer: CallbackAnswer) -> None:
        tapped_at = self._tapped_at.pop(query_id, None)
        if tapped_at is not None:
            self.answered_after.append(time.monotonic() - tapped_at)
        super().answer(query_id, answer)
