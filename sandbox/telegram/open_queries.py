"""Questions to the bot that wait for its one answer: taps, and inline queries."""

import asyncio
import secrets
import time
from typing import Generic, TypeVar

from sandbox.telegram.errors import BadRequestError

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"

_Answer = TypeVar("_Answer")


class OpenQueries(Generic[_Answer]):
    """Each query can be answered once, within `lifetime_seconds`."""

    def __init__(self, lifetime_seconds: float) -> None:
        self._lifetime_seconds = lifetime_seconds
        self._open: dict[str, tuple[float, asyncio.Future[_Answer]]] = {}

    def open(self) -> str:
        """A new query's id."""
        query_id = str(secrets.randbits(62))
        deadline = time.monotonic() + self._lifetime_seconds
        self._open[query_id] = (deadline, asyncio.get_running_loop().create_future())
        return query_id

    def answer(self, query_id: str, answer: _Answer) -> None:
        """Raises BadRequestError for a second, a late or an unknown answer."""
        deadline, waiting = self._open.get(query_id, (0.0, None))
        if waiting is None or waiting.done() or time.monotonic() > deadline:
            raise BadRequestError(TOO_OLD)
        waiting.set_result(answer)

    async def wait(self, query_id: str, timeout_seconds: float) -> _Answer | None:
        """The bot's answer; None where it did not answer in time."""
        waiting = self._open[query_id][1]
        done, _ = await asyncio.wait({waiting}, timeout=timeout_seconds)
        return waiting.result() if done else None
