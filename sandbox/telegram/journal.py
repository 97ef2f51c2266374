"""What happened, in order, for those who watch the sandbox: the page, the client, tests."""

import asyncio
from collections import deque
from typing import Any

KEPT_EVENTS = 5_000


class Journal:
    """Numbered events; the oldest are forgotten, and a reader that is too far behind is told."""

    def __init__(self) -> None:
        self._events: deque[dict[str, Any]] = deque(maxlen=KEPT_EVENTS)
        self._number = 0
        self._changed = asyncio.Condition()

    @property
    def last_number(self) -> int:
        return self._number

    async def add(self, kind: str, **facts: Any) -> None:
        self._number += 1
        self._events.append({"number": self._number, "kind": kind, **facts})
        async with self._changed:
            self._changed.notify_all()

    async def after(self, number: int, timeout_seconds: float) -> list[dict[str, Any]]:
        """Events later than `number`; waits for the first, empty after the timeout.

        A gap (events that were forgotten) shows as a first event of kind "gap".
        """
        try:
            async with self._changed, asyncio.timeout(timeout_seconds):
                await self._changed.wait_for(lambda: self._number > number)
        except TimeoutError:
            return []
        events = [event for event in self._events if event["number"] > number]
        if events[0]["number"] > number + 1:
            return [{"number": events[0]["number"] - 1, "kind": "gap"}, *events]
        return events
