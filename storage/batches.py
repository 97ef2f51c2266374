"""Batches: what came together, and how far it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Insert,
    Update,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from domain.analysis import Analysis, NewAnalysis
from domain.batch import (
    OPEN_STATES,
    Batch,
    BatchItem,
    BatchState,
    ItemState,
    NewBatch,
    NewBatchItem,
)
from domain.errors import BatchNotFoundError, TaskClosedError
from domain.failure import Failure
from domain.resume import Reading
from storage.analysis_rows import AnalysisRows
from storage.batch_queries import collecting, holder_of, open_holder_of, owner_of, unfinished
from storage.batch_rows import (
    ItemCells,
    batch_from_row,
    failure_columns,
    item_columns,
    item_from_row,
)
from storage.batch_tables import batch_items, batches
from storage.clock import Clock
from storage.ids import as_id
from storage.tables import analyses
from storage.transactions import Transactions
from storage.vault import Vault


class SqlBatchRepository:
    """Implements domain.ports.BatchRepository."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._rows = AnalysisRows(vault)
        self._cells = ItemCells(vault)

    async def collect(self, batch: NewBatch, item: NewBatchItem) -> Batch:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: self._put(connection, batch, item, "collecting", now)
        )

    async def add(self, batch: NewBatch, item: NewBatchItem) -> Batch:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: self._put(connection, batch, item, "working", now)
        )

    async def is_collecting(self, chat_id: int) -> bool:
        return await self._transactions.run(
            lambda connection: collecting(connection, chat_id) is not None
        )

    async def get(self, user_id: int, batch_id: int) -> Batch:
        own = and_(batches.c.user_id == user_id, batches.c.id == as_id(batch_id))
        row = await self._transactions.run(
            lambda connection: connection.execute(select(batches).where(own)).one_or_none()
        )
        if row is None:
            raise BatchNotFoundError(batch_id)
        return batch_from_row(row)

    async def set_status_message(self, batch_id: int, message_id: int) -> None:
        chosen = update(batches).where(batches.c.id == batch_id)
        await self._change(chosen.values(status_message_id=message_id))

    async def move(self, batch_id: int, old: BatchState, new: BatchState) -> bool:
        chosen = and_(batches.c.id == batch_id, batches.c.state == old)
        return await self._change(update(batches).where(chosen).values(state=new)) > 0

    async def finish(self, batch_id: int, state: Literal["done", "cancelled", "failed"]) -> None:
        chosen = and_(batches.c.id == batch_id, batches.c.state.in_(OPEN_STATES))
        ended = update(batches).where(chosen).values(state=state, finished_at=self._clock())
        forgotten = update(batch_items).where(batch_items.c.batch_id == batch_id)

        def work(connection: Connection) -> None:
            if connection.execute(ended).rowcount:
                connection.execute(forgotten.values(source=None, resume=None))

        await self._transactions.run(work)
        await self._transactions.checkpoint()

    async def items(self, batch_id: int) -> Sequence[BatchItem]:
        chosen = select(batch_items).where(batch_items.c.batch_id == batch_id)

        def work(connection: Connection) -> Sequence[BatchItem]:
            owner = owner_of(connection, batch_id)
            rows = connection.execute(chosen.order_by(batch_items.c.place)).mappings().all()
            return [item_from_row(self._cells.opened(connection, owner, row)) for row in rows]

        return await self._transactions.run(work)

    async def counts(self, batch_id: int) -> Mapping[ItemState, int]:
        states = select(batch_items.c.state, func.count().label("number")).group_by(
            batch_items.c.state
        )
        chosen = states.where(batch_items.c.batch_id == batch_id)
        rows = await self._transactions.run(lambda connection: connection.execute(chosen).all())
        return {row.state: row.number for row in rows}

    async def expand(self, item_id: int, parts: Sequence[NewBatchItem]) -> None:
        container = select(batch_items.c.batch_id).where(batch_items.c.id == item_id)

        def work(connection: Connection) -> None:
            batch_id = connection.execute(container).scalar_one_or_none()
            if batch_id is None:
                return  # in the place of it are its parts already
            connection.execute(delete(batch_items).where(batch_items.c.id == item_id))
            owner = owner_of(connection, batch_id)
            for part in parts:
                connection.execute(self._new_item(connection, batch_id, owner, part))

        await self._transactions.run(work)

    async def begin_item(self, item_id: int) -> None:
        await self._change(unfinished(item_id).values(attempts=batch_items.c.attempts + 1))

    async def keep_reading(self, item_id: int, reading: Reading, file_sha256: str) -> None:
        said = reading.model_dump(mode="json")
        read = {"resume": said["resume"], "evidence": said["evidence"]}
        known = {"state": "scoring", "attempts": 0, "file_sha256": file_sha256}
        holder = open_holder_of(item_id)

        def work(connection: Connection) -> None:
            batch_id = connection.execute(holder).scalar_one_or_none()
            if batch_id is not None:  # else it has ended, and what was read is forgotten
                sealed = self._cells.sealed(connection, owner_of(connection, batch_id), read)
                connection.execute(unfinished(item_id).values(**known, **sealed))

        await self._transactions.run(work)

    async def fail_item(self, item_id: int, failure: Failure, file_sha256: str | None) -> None:
        ended = {"state": "failed", "source": None, "resume": None, **failure_columns(failure)}
        await self._end_item(item_id, file_sha256, ended)

    async def mark_duplicate(self, item_id: int, original_id: int, file_sha256: str | None) -> None:
        ended = {"state": "duplicate", "source": None, "resume": None, "duplicate_of": original_id}
        await self._end_item(item_id, file_sha256, ended)

    async def finish_item(self, item_id: int, analysis: NewAnalysis) -> Analysis:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: self._finish_with_analysis(connection, item_id, analysis, now)
        )

    async def analyses(self, user_id: int, batch_id: int) -> Sequence[Analysis]:
        chosen = select(analyses).where(
            analyses.c.batch_id == as_id(batch_id), analyses.c.user_id == user_id
        )
        return await self._transactions.run(lambda connection: self._rows.all(connection, chosen))

    async def _end_item(self, item_id: int, sha256: str | None, ended: dict[str, Any]) -> None:
        known = {"file_sha256": sha256} if sha256 is not None else {}
        await self._change(unfinished(item_id).values(**ended, **known))

    async def _change(self, statement: Update) -> int:
        return await self._transactions.run(
            lambda connection: connection.execute(statement).rowcount
        )

    def _put(
        self,
        connection: Connection,
        batch: NewBatch,
        item: NewBatchItem,
        state: BatchState,
        now: datetime,
    ) -> Batch:
        """Into the batch that collects, where this one is to collect too; else into a new one."""
        known = select(batches).where(
            batches.c.chat_id == batch.chat_id, batches.c.origin == batch.origin
        )
        holder = connection.execute(holder_of(batch.chat_id, item.place)).one_or_none()
        holder = holder or connection.execute(known).one_or_none()
        if holder is not None:
            return batch_from_row(holder)
        row = collecting(connection, batch.chat_id) if state == "collecting" else None
        if row is None:
            columns = batch.model_dump(mode="json") | {"state": state, "created_at": now}
            row = connection.execute(insert(batches).values(columns).returning(batches)).one()
        connection.execute(self._new_item(connection, row.id, batch.user_id, item))
        return batch_from_row(row)

    def _new_item(
        self, connection: Connection, batch_id: int, owner: int, item: NewBatchItem
    ) -> Insert:
        columns = self._cells.sealed(connection, owner, item_columns(item))
        return insert(batch_items).values(batch_id=batch_id, **columns)

    def _finish_with_analysis(
        self, connection: Connection, item_id: int, analysis: NewAnalysis, now: datetime
    ) -> Analysis:
        stored = (
            select(analyses)
            .join(batch_items, batch_items.c.analysis_id == analyses.c.id)
            .where(batch_items.c.id == item_id)
        )
        known = self._rows.one(connection, stored)
        if known is not None:
            return known
        is_open = (
            select(batches.c.id)
            .where(batches.c.id == batch_items.c.batch_id, batches.c.state == "working")
            .exists()
        )
        ended = unfinished(item_id).where(is_open)
        if not connection.execute(ended.values(state="done", source=None, resume=None)).rowcount:
            raise TaskClosedError(item_id)
        new = self._rows.insert(connection, analysis, now)
        linked = update(batch_items).where(batch_items.c.id == item_id)
        connection.execute(linked.values(analysis_id=new.id))
        return new
