"""The scoring queue: one worker thread, off the event loop, that batches what waits."""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import takewhile
from typing import Final, Protocol, TypeVar

from domain.errors import NothingToScoreError, QueueFullError, ScoringError, ScoringFailedError
from domain.fields import FieldName
from domain.resume import Resume
from domain.score import Assessment, Detail, ModelIdentity, Score
from inference.prompts import PromptRow, row_from_resume
from inference.scoring.ticket import AnyTicket, ComparisonTicket, QueuedTicket

_LOG: Final = logging.getLogger(__name__)
_BATCH_ROWS: Final = 8
Scored = TypeVar("Scored", Assessment, Score)


class RowAssessor(Protocol):
    """What the queue needs of an Assessor; called from the worker thread only."""

    @property
    def identity(self) -> ModelIdentity: ...

    def assess(
        self, rows: Sequence[PromptRow], *, detail: Collection[Detail] = ()
    ) -> list[Assessment]: ...

    def compare(self, rows: Sequence[PromptRow]) -> list[Score]: ...


class ScoringQueue:
    """Implements domain.ports.Scorer. `submit` and tickets belong to one event loop."""

    def __init__(self, assessor: RowAssessor, *, max_waiting: int = 64) -> None:
        self._assessor = assessor
        self._max_waiting = max_waiting
        self._waiting: list[AnyTicket] = []
        self._running: Sequence[AnyTicket] = []
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
        ticket = QueuedTicket(_row(resume, hidden), frozenset(detail), self._count_ahead)
        self._accept(ticket)
        return ticket

    def compare(
        self, resumes: Sequence[Resume], *, hidden: Collection[FieldName] = ()
    ) -> ComparisonTicket:
        """The scores of one resume and its variants, without reasons, in one go.

        Takes one place, and lets those go first who wait for a score. Raises as `submit` does.
        """
        rows = [_row(resume, hidden) for resume in resumes]
        ticket = ComparisonTicket(rows, self._count_ahead)
        self._accept(ticket)
        return ticket

    def _accept(self, ticket: AnyTicket) -> None:
        self._waiting = [other for other in self._waiting if other.is_open]
        if self._is_closing or len(self._waiting) >= self._max_waiting:
            raise QueueFullError(self._max_waiting)
        self._waiting.append(ticket)
        self._something_waits.set()

    def _line(self) -> list[AnyTicket]:
        """Those that wait, in the order in which they will run."""
        return sorted(
            (ticket for ticket in self._waiting if ticket.is_open),
            key=lambda ticket: ticket.gives_way,
        )

    def _count_ahead(self, ticket: AnyTicket) -> int:
        if ticket not in self._waiting or not ticket.is_open:
            return 0
        running = sum(other.is_open for other in self._running)
        return running + self._line().index(ticket)

    async def _work(self) -> None:
        while True:
            await self._something_waits.wait()
            line = self._line()
            self._running = _next_batch(line)
            self._waiting = [ticket for ticket in self._waiting if ticket not in self._running]
            if self._running:
                await self._run(line)
                self._running = []
            elif self._is_closing:
                return
            else:
                self._something_waits.clear()

    async def _run(self, line: Sequence[AnyTicket]) -> None:
        first = self._running[0]
        if isinstance(first, ComparisonTicket):
            await self._answer_comparison(first)
            return
        for other in line:
            if isinstance(other, ComparisonTicket):
                other.let_pass()
        await self._answer([one for one in self._running if isinstance(one, QueuedTicket)])

    async def _answer_comparison(self, ticket: ComparisonTicket) -> None:
        try:
            scores = await self._in_thread(partial(self._assessor.compare, ticket.rows))
            ticket.answer(tuple(scores))
        except ScoringError as error:
            ticket.fail(error)

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
        return await self._in_thread(partial(self._assessor.assess, rows, detail=tickets[0].detail))

    async def _in_thread(self, work: Callable[[], list[Scored]]) -> list[Scored]:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except ScoringError:
            raise
        except Exception as error:
            # The worker's boundary: it must outlive any row.
            _LOG.exception("scoring broke")
            raise ScoringFailedError from error


def _row(resume: Resume, hidden: Collection[FieldName]) -> PromptRow:
    row = row_from_resume(resume).blind_to(hidden)
    if resume.is_blank() or not row.present_fields():
        raise NothingToScoreError
    return row


def _next_batch(line: Sequence[AnyTicket]) -> Sequence[AnyTicket]:
    """A comparison alone; else the first that ask for the same detail, and fit one batch."""
    if not line or isinstance(line[0], ComparisonTicket):
        return line[:1]
    detail = line[0].detail
    same = takewhile(
        lambda ticket: isinstance(ticket, QueuedTicket) and ticket.detail == detail,
        line[:_BATCH_ROWS],
    )
    return list(same)
