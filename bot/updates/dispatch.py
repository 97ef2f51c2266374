"""Handling of stored updates: in order within a chat, at the same time over chats."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from typing import Final, Literal, Protocol

from bot.faults import PASSING_FAULTS
from bot.updates.polling import ALLOWED_UPDATES
from domain.errors import StorageError
from domain.ports import UpdateInbox
from domain.work import StoredUpdate

MAX_ATTEMPTS: Final = 4
_FILES: Final = frozenset({"document", "photo"})
"""More than of a task: a handler does nothing dangerous, but an attempt is counted for all that are
running when something else kills the process."""
MAX_TRIES: Final = 8
"""Of one process, for a disk or a Telegram that is away: with pauses of 90 seconds in all, besides
the minutes that each request and each lock waits itself."""
_BATCH: Final = 500
_PAUSE_SECONDS: Final = 1.0
_LONGEST_PAUSE_SECONDS: Final = 30.0
_log = logging.getLogger(__name__)


class UpdateHandler(Protocol):
    """What is done with one update."""

    async def handle(self, update: StoredUpdate) -> None: ...

    async def tell_set_aside(self, update: StoredUpdate) -> None:
        """Says that this update can't be handled; it has killed the process before."""
        ...

    async def tell_failed(self, update: StoredUpdate, error: Exception) -> None:
        """Says that it was tried again and again, and what stood in the way."""
        ...


class Dispatch:
    """Feeds the inbox's unfinished updates to a handler, a bounded number at once.

    Each kind has places of its own: `taps`, for who taps looks at the screen and hundreds of
    files may be ahead; `files`, few, for nobody sees how soon one is accepted; and `concurrency` of
    all else. Each waits for the disk several times, and what waits together is synced together:
    many cost little more than few.
    """

    def __init__(
        self,
        inbox: UpdateInbox,
        handler: UpdateHandler,
        *,
        concurrency: int = 16,
        taps: int = 32,
        files: int = 4,
    ) -> None:
        self._inbox = inbox
        self._handler = handler
        self._slots = asyncio.Semaphore(concurrency)
        self._tap_slots = asyncio.Semaphore(taps)
        self._file_slots = asyncio.Semaphore(files)
        self._waiting: dict[int, deque[StoredUpdate]] = {}
        self._taken: set[int] = set()
        self._finished: set[int] = set()
        self._outcomes: dict[int, Literal["done", "failed"]] = {}
        self._begun: set[int] = set()
        self._stopping = asyncio.Event()
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
                pending = await self._inbox.pending(limit=_BATCH, besides=self._taken)
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
        """Lets running handlers finish; those that don't in time are left on disk.

        An attempt that a stop cuts off does not count: it killed nothing.
        """
        self._stopping.set()
        for queue in self._waiting.values():
            queue.clear()
        if self._chats:
            _, late = await asyncio.wait(self._chats, timeout=deadline_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        if self._begun:
            with suppress(StorageError):
                await self._inbox.put_back(self._begun)

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
        """One after the other: while one has to wait, so do those after it."""
        queue = self._waiting[chat_id]
        tries = 0
        try:
            while queue:
                async with self._slots_for(queue[0]):
                    if not queue:
                        break
                    update = queue[0]
                    is_over = await self._is_over(update, tries)
                if is_over:
                    if queue:
                        queue.popleft()
                    tries = 0
                else:
                    await self._pause(tries)
                    tries += 1
        finally:
            del self._waiting[chat_id]

    def _slots_for(self, update: StoredUpdate) -> asyncio.Semaphore:
        if "callback_query" in update.body:
            return self._tap_slots
        message = update.body.get("message")
        is_file = isinstance(message, dict) and bool(_FILES & message.keys())
        return self._file_slots if is_file else self._slots

    async def _pause(self, tries: int) -> None:
        seconds = min(_PAUSE_SECONDS * 2**tries, _LONGEST_PAUSE_SECONDS)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)

    async def _is_over(self, update: StoredUpdate, tries: int) -> bool:
        """True when its outcome is on disk."""
        try:
            outcome = self._outcomes.get(update.key) or await self._outcome(update, tries)
            if outcome is None:
                return False
            self._outcomes[update.key] = outcome
            await self._inbox.finish(update.key, outcome)
        except StorageError as error:
            _log.error("update %s can't be recorded: %s", update.key, error)
            return False
        del self._outcomes[update.key]
        self._finished.add(update.key)
        self._taken.discard(update.key)
        return True

    async def _outcome(self, update: StoredUpdate, tries: int) -> Literal["done", "failed"] | None:
        """None for what has to be tried again: the fault is not the update's."""
        if update.attempts >= MAX_ATTEMPTS:
            _log.error("update %s set aside after %s starts", update.key, update.attempts)
            await self._tell(self._handler.tell_set_aside(update), update)
            return "failed"
        await self._inbox.start(update.key)
        self._begun.add(update.key)
        outcome = await self._handle(update, tries)
        self._begun.discard(update.key)
        return outcome

    async def _handle(self, update: StoredUpdate, tries: int) -> Literal["done", "failed"] | None:
        try:
            await self._handler.handle(update)
        except PASSING_FAULTS as error:
            _log.warning("update %s has to wait: %s", update.key, error)
            if tries < MAX_TRIES:
                await self._inbox.put_back([update.key])
                return None
            await self._tell(self._handler.tell_failed(update, error), update)
            return "failed"
        except Exception:  # noqa: BLE001  (process boundary: one bad update must not stop the rest)
            _log.exception("update %s failed", update.key)
            return "failed"
        return "done"

    async def _tell(self, telling: Awaitable[None], update: StoredUpdate) -> None:
        try:
            await telling
        except Exception:  # noqa: BLE001  (process boundary: nobody is left to tell)
            _log.exception("the end of update %s could not be told", update.key)


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
