"""The scoring queue: one worker thread, off the event loop, that batches what waits."""

import asyncio
import logging
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import takewhile
from typing import Final, Protocol

from domain.errors import NothingToScoreError, QueueFullError, ScoringError, ScoringFailedError
from domain.fields import FieldName
from domain.resume import Resume
from domain.score import Assessment, Detail, ModelIdentity
from inference.prompts import PromptRow, row_from_resume
from inference.scoring.ticket import QueuedTicket

_LOG: Final = logging.getLogger(__name__)
_BATCH_ROWS: Final = 8


class RowAssessor(Protocol):
    """What the queue needs of an Assessor; called from the worker thread only."""

    @property
    def identity(self) -> ModelIdentity: ...

    def assess(
        self, rows: Sequence[PromptRow], *, detail: Collection[Detail] = ()
    ) -> list[Assessment]: ...


class ScoringQueue:
    """Implements domain.ports.Scorer. `submit` and tickets belong to one event loop."""

    def __init__(self, assessor: RowAssessor, *, max_waiting: int = 64) -> None:
        self._assessor = assessor
        self._max_waiting = max_waiting
        self._waiting: list[QueuedTicket] = []
        self._running: list[QueuedTicket] = []
        self._something_waits = asyncio.Event()
        self._is_closing = False
        self._worker: asyncio.Task[None] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="scoring")

    @property
    def identity(self) -> ModelIdentity:
        return self._assessor.identity

    async def start(self) -> None:
        if self._worker is None:
            self._worker = asyncio.create_task(self._work(), name="scoring queue")

    async def close(self) -> None:
        """Takes no more, answers what waits, then ends the thread.

        Cancelled meanwhile (a deadline of the caller's), it gives up what still waits, whose
        `result` raises CancelledError: that work was not done and not refused.
        """
        self._is_closing = True
        self._something_waits.set()
        try:
            if self._worker is not None:
                await self._worker
        finally:
            for ticket in (*self._running, *self._waiting):
                ticket.cancel()
            self._thread.shutdown(wait=False)

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
    ) -> QueuedTicket:
        """Raises NothingToScoreError, or QueueFullError when full or closing."""
        row = row_from_resume(resume).blind_to(hidden)
        if resume.is_blank() or not row.present_fields():
            raise NothingToScoreError
        self._waiting = [ticket for ticket in self._waiting if ticket.is_open]
        if self._is_closing or len(self._waiting) >= self._max_waiting:
            raise QueueFullError(self._max_waiting)
        ticket = QueuedTicket(row, frozenset(detail), self._count_ahead)
        self._waiting.append(ticket)
        self._something_waits.set()
        return ticket

    def _count_ahead(self, ticket: QueuedTicket) -> int:
        if ticket not in self._waiting:
            return 0
        before = self._waiting[: self._waiting.index(ticket)]
        return sum(other.is_open for other in (*self._running, *before))

    async def _work(self) -> None:
        while True:
            await self._something_waits.wait()
            open_tickets = [ticket for ticket in self._waiting if ticket.is_open]
            size = _batch_size(open_tickets)
            self._running, self._waiting = open_tickets[:size], open_tickets[size:]
            if self._running:
                await self._answer(self._running)
                self._running = []
            elif self._is_closing:
                return
            else:
                self._something_waits.clear()

    async def _answer(self, tickets: Sequence[QueuedTicket]) -> None:
        """A batch that breaks is tried again row by row: an error costs only its own row."""
        try:
            for ticket, answer in zip(tickets, await self._assess(tickets), strict=True):
                ticket.answer(answer)
        except ScoringError as error:
            if len(tickets) == 1:
                tickets[0].fail(error)
                return
            for ticket in tickets:
                if ticket.is_open:
                    await self._answer([ticket])

    async def _assess(self, tickets: Sequence[QueuedTicket]) -> list[Assessment]:
        rows = [ticket.row for ticket in tickets]
        assess = partial(self._assessor.assess, rows, detail=tickets[0].detail)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, assess)
        except ScoringError:
            raise
        except Exception as error:
            # The worker's boundary: it must outlive any row.
            _LOG.exception("scoring a batch of %d broke", len(rows))
            raise ScoringFailedError from error


def _batch_size(tickets: Sequence[QueuedTicket]) -> int:
    """How many of the first ask for the same detail, and fit one batch."""
    same = takewhile(lambda ticket: ticket.detail == tickets[0].detail, tickets[:_BATCH_ROWS])
    return sum(1 for _ in same)
