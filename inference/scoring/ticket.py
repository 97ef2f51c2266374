"""A place in the scoring queue."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from domain.score import Assessment, Detail, Score
from inference.prompts import PromptRow

Answer = TypeVar("Answer")
_MOST_PASSES: Final = 3


class Ticket(Generic[Answer]):
    """A task that is cancelled while it waits for `result` gives up the place."""

    def __init__(self, count_ahead: Callable[["AnyTicket"], int]) -> None:
        self._count_ahead = count_ahead
        self._answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._answer.add_done_callback(self._forget_queue)

    def ahead(self) -> int:
        # Both kinds of tickets are all that there are.
        return self._count_ahead(self)  # type: ignore[arg-type]

    async def result(self) -> Answer:
        return await self._answer

    def cancel(self) -> None:
        """Gives up the place; `result` then raises CancelledError."""
        self._answer.cancel()

    @property
    def is_open(self) -> bool:
        return not self._answer.done()

    def answer(self, answer: Answer) -> None:
        if self.is_open:
            self._answer.set_result(answer)

    def fail(self, error: Exception) -> None:
        if self.is_open:
            self._answer.set_exception(error)

    def _forget_queue(self, done: "asyncio.Future[Answer]") -> None:
        """A ticket that somebody keeps must not keep a model in memory that was unloaded."""
        self._count_ahead = _none_ahead
        if not done.cancelled():
            # An answer that nobody waits for any more is no lost error.
            done.exception()


class QueuedTicket(Ticket[Assessment]):
    """Implements domain.ports.ScoringTicket: somebody waits for this resume's score."""

    gives_way = False

    def __init__(
        self,
        row: PromptRow,
        detail: frozenset[Detail],
        count_ahead: Callable[["AnyTicket"], int],
    ) -> None:
        super().__init__(count_ahead)
        self.row = row
        self.detail = detail


class ComparisonTicket(Ticket[tuple[Score, ...]]):
    """Implements domain.ports.ComparisonTicket: one resume and its variants, scores alone.

    It lets those go first who wait for a score, but only so often.
    """

    def __init__(
        self, rows: Sequence[PromptRow], count_ahead: Callable[["AnyTicket"], int]
    ) -> None:
        super().__init__(count_ahead)
        self.rows = rows
        self._passes = 0

    @property
    def gives_way(self) -> bool:
        return self._passes < _MOST_PASSES

    def let_pass(self) -> None:
        self._passes += 1


AnyTicket = QueuedTicket | ComparisonTicket


def _none_ahead(_: AnyTicket) -> int:
    return 0
