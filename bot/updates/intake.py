"""The intake: an update is on disk before Telegram is told that it was received."""

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from pydantic import JsonValue

from bot.updates.polling import PollingError
from domain.errors import StorageError
from domain.ports import UpdateInbox

_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 30.0
_log = logging.getLogger(__name__)


class Poll(Protocol):
    async def next_batch(self, offset: int | None) -> Sequence[Mapping[str, JsonValue]]: ...


class Intake:
    """Takes updates until it is cancelled, which is safe at any moment.

    Only the next call's offset confirms a batch, and that is sent after the batch was stored;
    what is cut off in between is sent by Telegram again and ignored by the inbox.
    """

    def __init__(
        self, poll: Poll, inbox: UpdateInbox, bot_id: int, on_new: Callable[[], None]
    ) -> None:
        self._poll = poll
        self._inbox = inbox
        self._bot_id = bot_id
        self._on_new = on_new
        self._failures = 0

    async def run(self) -> None:
        offset: int | None = None
        while True:
            try:
                offset = await self._take(offset)
            except PollingError as error:
                await self._pause(str(error.reason), error.status, error.retry_after_seconds)
            except StorageError as error:
                await self._pause(str(error), None, 0)

    async def _take(self, offset: int | None) -> int | None:
        batch = await self._poll.next_batch(offset)
        self._failures = 0
        numbered = [update for update in batch if isinstance(update.get("update_id"), int)]
        if numbered and await self._inbox.accept(self._bot_id, numbered):
            self._on_new()
        ids = [int(str(update["update_id"])) for update in numbered]
        return max(ids) + 1 if ids else offset

    async def _pause(self, reason: str, status: int | None, retry_after_seconds: float) -> None:
        doubled = _FIRST_PAUSE_SECONDS * 2**self._failures
        jitter = 1 + random.random() / 4
        pause_seconds = max(retry_after_seconds, min(doubled, _LONGEST_PAUSE_SECONDS) * jitter)
        self._failures = min(self._failures + 1, 10)
        _log.warning("no updates (%s %s), again in %.1f s", status, reason, pause_seconds)
        await asyncio.sleep(pause_seconds)
