"""Updates that wait until the bot confirms them, as on Telegram's side."""

import asyncio
import contextlib
import random
from collections.abc import Callable, Sequence
from typing import Any

from sandbox.telegram.errors import ConflictError

OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


class UpdateQueue:
    """Keeps every update until a later offset (or a webhook's 2xx) confirms it.

    Nothing is lost when a bot dies between two calls: what was delivered but not confirmed
    is delivered again.
    """

    def __init__(self) -> None:
        # Telegram starts anywhere; a bot must not rely on update_id 1.
        self._next_id = random.randint(100_000_000, 900_000_000)
        self._waiting: list[dict[str, Any]] = []
        self._allowed: frozenset[str] = frozenset()
        self._changed = asyncio.Condition()
        self._poll_number = 0
        self._poll_end_reason = OTHER_POLLER

    @property
    def allowed_updates(self) -> list[str]:
        return sorted(self._allowed)

    def allow(self, kinds: Sequence[str]) -> None:
        """Only these kinds from now on; an empty list allows all that the sandbox makes."""
        self._allowed = frozenset(kinds)

    def __len__(self) -> int:
        return len(self._waiting)

    def waiting(self) -> list[dict[str, Any]]:
        return list(self._waiting)

    async def add(self, kind: str, body: dict[str, Any]) -> int | None:
        """The new update's id; None where the bot did not allow this kind."""
        if self._allowed and kind not in self._allowed:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._waiting.append({"update_id": update_id, kind: body})
        await self.wake()
        return update_id

    async def wake(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def confirm_before(self, offset: int) -> None:
        """Forgets updates below `offset`; a negative one keeps only the last -offset."""
        if offset < 0:
            self._waiting = self._waiting[offset:]
        elif offset > 0:
            self._waiting = [u for u in self._waiting if u["update_id"] >= offset]

    def drop_all(self) -> None:
        self._waiting.clear()

    async def stop_polling(self, reason: str) -> None:
        """Ends a long poll that is under way with 409."""
        self._poll_number += 1
        self._poll_end_reason = reason
        await self.wake()

    async def poll(
        self, *, offset: int, limit: int, timeout_seconds: float
    ) -> list[dict[str, Any]]:
        """Waits for updates; raises ConflictError when another getUpdates takes over."""
        await self.stop_polling(OTHER_POLLER)
        number = self._poll_number
        self.confirm_before(offset)
        await self._wait(
            lambda: bool(self._waiting) or number != self._poll_number, timeout_seconds
        )
        if number != self._poll_number:
            raise ConflictError(self._poll_end_reason)
        return self._waiting[:limit]

    async def next_after(self, update_id: int) -> dict[str, Any]:
        """The first update that is waiting with a larger id (for the webhook)."""

        def first() -> dict[str, Any] | None:
            return next((u for u in self._waiting if u["update_id"] > update_id), None)

        await self._wait(lambda: first() is not None, None)
        found = first()
        if found is None:
            raise asyncio.CancelledError
        return found

    async def _wait(self, ready: Callable[[], bool], timeout_seconds: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            async with self._changed, asyncio.timeout(timeout_seconds):
                await self._changed.wait_for(ready)
