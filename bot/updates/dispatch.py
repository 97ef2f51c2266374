"""Handling of stored updates: in order within a chat, at the same time over chats."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from bot.updates.polling import ALLOWED_UPDATES
from domain.errors import StorageError
from domain.ports import UpdateInbox
from domain.work import StoredUpdate

MAX_ATTEMPTS = 2
_BATCH = 100
_PAUSE_SECONDS = 1.0
_log = logging.getLogger(__name__)


class UpdateHandler(Protocol):
    """What is done with one update."""

    async def handle(self, update: StoredUpdate) -> None: ...

    async def tell_set_aside(self, update: StoredUpdate) -> None:
        """Says that this update can't be handled; it has killed the process before."""
        ...


class Dispatch:
    """Feeds the inbox's unfinished updates to a handler, a bounded number at once."""

    def __init__(
        self, inbox: UpdateInbox, handler: UpdateHandler, *, concurrency: int = 16
    ) -> None:
        self._inbox = inbox
        self._handler = handler
        self._slots = asyncio.Semaphore(concurrency)
        self._waiting: dict[int, deque[StoredUpdate]] = {}
        self._taken: set[int] = set()
        self._finished: set[int] = set()
        self._chats: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._wake.set()

    def notify(self) -> None:
        """There may be new updates in the inbox."""
        self._wake.set()

    async def run(self) -> None:
        """Handles updates until it is cancelled; the first round resumes what a crash left."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                pending = await self._inbox.pending(limit=len(self._taken) + _BATCH)
            except StorageError as error:
                _log.error("the inbox can't be read: %s", error)
                await asyncio.sleep(_PAUSE_SECONDS)
                self._wake.set()
                continue
            new = self._unknown_of(pending)
            for update in new:
                self._take(update)
            if len(new) >= _BATCH:
                self._wake.set()
                await self._drained_below(_BATCH)

    async def stop(self, deadline_seconds: float) -> None:
        """Lets running handlers finish; those that don't in time are left on disk."""
        for queue in self._waiting.values():
            queue.clear()
        if self._chats:
            _, late = await asyncio.wait(self._chats, timeout=deadline_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _unknown_of(self, pending: Sequence[StoredUpdate]) -> list[StoredUpdate]:
        """Those that nobody has taken. One may have ended since the inbox was read."""
        read = {update.key for update in pending}
        self._finished &= read
        return [
            update
            for update in pending
            if update.key not in self._taken and update.key not in self._finished
        ]

    async def _drained_below(self, count: int) -> None:
        while len(self._taken) >= count and self._chats:
            await asyncio.wait(self._chats, return_when=asyncio.FIRST_COMPLETED)

    def _take(self, update: StoredUpdate) -> None:
        self._taken.add(update.key)
        chat_id = chat_of(update)
        if chat_id in self._waiting:
            self._waiting[chat_id].append(update)
            return
        self._waiting[chat_id] = deque([update])
        task = asyncio.create_task(self._work_off(chat_id))
        self._chats.add(task)
        task.add_done_callback(self._chats.discard)

    async def _work_off(self, chat_id: int) -> None:
        queue = self._waiting[chat_id]
        try:
            while queue:
                async with self._slots:
                    if queue:
                        await self._finish(queue.popleft())
        finally:
            del self._waiting[chat_id]

    async def _finish(self, update: StoredUpdate) -> None:
        try:
            if update.attempts >= MAX_ATTEMPTS:
                _log.error("update %s set aside after %s starts", update.key, update.attempts)
                await self._attempt(update, self._handler.tell_set_aside)
                await self._inbox.finish(update.key, "failed")
            else:
                await self._inbox.start(update.key)
                done = await self._attempt(update, self._handler.handle)
                await self._inbox.finish(update.key, "done" if done else "failed")
            self._finished.add(update.key)
        except StorageError as error:
            # It stays unfinished on disk and is taken up again with the next one.
            _log.error("update %s can't be recorded: %s", update.key, error)
        self._taken.discard(update.key)

    async def _attempt(
        self, update: StoredUpdate, work: Callable[[StoredUpdate], Awaitable[None]]
    ) -> bool:
        try:
            await work(update)
        except Exception:  # noqa: BLE001  (process boundary: one bad update must not stop the rest)
            _log.exception("update %s failed", update.key)
            return False
        return True


def chat_of(update: StoredUpdate) -> int:
    """The chat that orders this update; the person's own where there is no chat."""
    body = update.body
    event = next((body[kind] for kind in ALLOWED_UPDATES if kind in body), None)
    if not isinstance(event, dict):
        return 0
    message = event.get("message")
    holder = message if isinstance(message, dict) else event
    for place in (holder.get("chat"), event.get("from")):
        if isinstance(place, dict) and isinstance(place.get("id"), int):
            return int(place["id"])  # type: ignore[arg-type]  # checked the line above
    return 0
