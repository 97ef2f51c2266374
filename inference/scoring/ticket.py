"""A place in the scoring queue."""

import asyncio
from collections.abc import Callable

from domain.score import Assessment, Detail
from inference.prompts import PromptRow


class QueuedTicket:
    """Implements domain.ports.ScoringTicket.

    A task that is cancelled while it waits for `result` gives up the place.
    """

    def __init__(
        self,
        row: PromptRow,
        detail: frozenset[Detail],
        count_ahead: Callable[["QueuedTicket"], int],
    ) -> None:
        self.row = row
        self.detail = detail
        self._count_ahead = count_ahead
        self._answer: asyncio.Future[Assessment] = asyncio.get_running_loop().create_future()
        self._answer.add_done_callback(self._forget_queue)

    def ahead(self) -> int:
        return self._count_ahead(self)

    async def result(self) -> Assessment:
        return await self._answer

    def cancel(self) -> None:
        """Gives up the place; `result` then raises CancelledError."""
        self._answer.cancel()

    @property
    def is_open(self) -> bool:
        return not self._answer.done()

    def answer(self, assessment: Assessment) -> None:
        if self.is_open:
            self._answer.set_result(assessment)

    def fail(self, error: Exception) -> None:
        if self.is_open:
            self._answer.set_exception(error)

    def _forget_queue(self, done: "asyncio.Future[Assessment]") -> None:
        """A ticket that somebody keeps must not keep a model in memory that was unloaded."""
        self._count_ahead = _none_ahead
        if not done.cancelled():
            # An answer that nobody waits for any more is no lost error.
            done.exception()


def _none_ahead(_: QueuedTicket) -> int:
    return 0
