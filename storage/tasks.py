"""Accepted work that survives a restart."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, Literal

from pydantic import JsonValue, ValidationError
from sqlalchemy import Connection, RowMapping, Update, insert, select, update

from domain.analysis import Analysis, NewAnalysis
from domain.errors import SealBrokenError, TaskClosedError
from domain.work import NewTask, Task
from storage.analysis_rows import AnalysisRows
from storage.clock import Clock
from storage.tables import UNFINISHED, analyses, tasks
from storage.transactions import Transactions
from storage.vault import Vault

logger = logging.getLogger(__name__)

_COLUMN: Final = "tasks.payload"


class SqlTaskStore:
    """Implements domain.ports.TaskStore."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault
        self._rows = AnalysisRows(vault)

    async def add(self, task: NewTask) -> Task:
        columns = task.model_dump(mode="json") | {
            "origin": task.payload.get("origin"),
            "state": "accepted",
            "attempts": 0,
            "created_at": self._clock(),
        }

        def work(connection: Connection) -> Task:
            payload = self._vault.seal(connection, task.user_id, _COLUMN, columns["payload"])
            sealed = columns | {"payload": payload}
            row = connection.execute(insert(tasks).values(sealed).returning(tasks))
            return self._task(connection, row.mappings().one())

        return await self._transactions.run(work)

    async def unfinished(self) -> Sequence[Task]:
        """Closes what this version does not know or can't open: it must not stop the start."""
        statement = select(tasks).where(tasks.c.state.in_(UNFINISHED)).order_by(tasks.c.id)

        def work(connection: Connection) -> Sequence[Task]:
            read = []
            for row in connection.execute(statement).mappings().all():
                try:
                    read.append(self._task(connection, row))
                except (SealBrokenError, ValidationError) as error:
                    # Without the error's text: pydantic's quotes the payload.
                    logger.error(
                        "task %s (%s) can't be read and is given up", row["id"], row["kind"]
                    )
                    ended = _close(row["id"], "failed", self._clock())
                    connection.execute(ended.values(error=type(error).__name__))
            return read

        return await self._transactions.run(work)

    async def newest_origins(self, limit: int) -> Sequence[tuple[int, str]]:
        statement = (
            select(tasks.c.chat_id, tasks.c.origin)
            .where(tasks.c.origin.is_not(None))
            .order_by(tasks.c.id.desc())
            .limit(limit)
        )
        rows = await self._transactions.run(lambda connection: connection.execute(statement).all())
        return [(row.chat_id, row.origin) for row in reversed(rows)]

    async def is_followed(self, task: Task) -> bool:
        later = (tasks.c.id > task.id, tasks.c.chat_id == task.chat_id)
        same = tasks.c.status_message_id == task.status_message_id
        statement = select(tasks.c.id).where(*later, same).limit(1)
        found = await self._transactions.run(lambda one: one.execute(statement).scalar())
        return found is not None

    async def find_unfinished(self, task_id: int) -> Task | None:
        """Raises SealBrokenError."""
        statement = select(tasks).where(tasks.c.id == task_id, tasks.c.state.in_(UNFINISHED))

        def work(connection: Connection) -> Task | None:
            row = connection.execute(statement).mappings().one_or_none()
            return None if row is None else self._task(connection, row)

        return await self._transactions.run(work)

    async def start(self, task_id: int) -> None:
        statement = (
            update(tasks)
            .where(tasks.c.id == task_id, tasks.c.state.in_(UNFINISHED))
            .values(state="started", attempts=tasks.c.attempts + 1, started_at=self._clock())
        )
        await self._transactions.run(lambda connection: connection.execute(statement))

    async def put_back(self, task_ids: Sequence[int]) -> None:
        """Only what has begun: of the others no attempt was counted."""
        statement = (
            update(tasks)
            .where(tasks.c.id.in_(task_ids), tasks.c.state == "started")
            .values(state="accepted", attempts=tasks.c.attempts - 1)
        )
        await self._transactions.run(lambda connection: connection.execute(statement))

    async def cancel(self, task_id: int) -> bool:
        statement = _close(task_id, "cancelled", self._clock()).where(tasks.c.kind != "answer")
        closed = await self._transactions.run(
            lambda connection: connection.execute(statement).rowcount
        )
        return bool(closed)

    async def finish(
        self,
        task_id: int,
        outcome: Literal["done", "failed", "cancelled"],
        *,
        error: str | None = None,
    ) -> None:
        statement = _close(task_id, outcome, self._clock()).values(error=error)
        await self._transactions.run(lambda connection: connection.execute(statement))

    async def finish_with_analysis(
        self,
        task_id: int,
        analysis: NewAnalysis,
        *,
        owed: Mapping[str, JsonValue] | None = None,
    ) -> Analysis:
        """A second call gives the first one's row.

        Raises TaskClosedError where the task was cancelled, failed or is unknown, or where the
        person deleted its row since: what a person took back does not return.
        """
        now = self._clock()
        return await self._transactions.run(
            lambda connection: self._close_with_analysis(connection, task_id, analysis, owed, now)
        )

    async def analysis_of(self, task_id: int) -> int | None:
        statement = select(analyses.c.id).where(analyses.c.task_id == task_id)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one_or_none()
        )

    def _close_with_analysis(
        self,
        connection: Connection,
        task_id: int,
        analysis: NewAnalysis,
        owed: Mapping[str, JsonValue] | None,
        now: datetime,
    ) -> Analysis:
        stored = self._rows.one(connection, select(analyses).where(analyses.c.task_id == task_id))
        if stored is not None:
            return stored
        end = _close(task_id, "done", now).where(tasks.c.kind != "answer")
        if owed is not None:
            payload = self._vault.seal(connection, analysis.user_id, _COLUMN, dict(owed))
            end = end.values(
                kind="answer", payload=payload, state="accepted", attempts=0, finished_at=None
            )
        if not connection.execute(end).rowcount:
            raise TaskClosedError(task_id)
        return self._rows.insert(connection, analysis, now, task_id)

    def _task(self, connection: Connection, row: RowMapping) -> Task:
        payload = self._vault.open(connection, row["user_id"], _COLUMN, row["payload"])
        return Task.model_validate(dict(row) | {"payload": payload})


def _close(task_id: int, outcome: str, now: datetime) -> Update:
    return (
        update(tasks)
        .where(tasks.c.id == task_id, tasks.c.state.in_(UNFINISHED))
        .values(state=outcome, payload=None, finished_at=now)
    )
