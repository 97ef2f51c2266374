"""Everything about one person: counted, gathered, erased."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, func, select

from domain.privacy import FileTraces, Purge, StoredCounts, StoredRows
from storage.clock import Clock
from storage.file_traces import FileTracer
from storage.paging import pages
from storage.personal_tables import PERSONAL, PersonalTable
from storage.retention import purge_old
from storage.transactions import Transactions
from storage.vault import Vault


class SqlPersonalData:
    """Implements domain.ports.PersonalData."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._vault = vault
        self._files = FileTracer(transactions, clock, vault)

    async def count(self, user_id: int) -> StoredCounts:
        return await self._transactions.run(lambda connection: _count(connection, user_id))

    async def gather(self, user_id: int) -> StoredRows:
        """Page by page: a recruiter's history is long, and others must have their turn."""
        return {kept.name: await self._rows(kept, user_id) for kept in PERSONAL}

    async def erase(self, user_id: int) -> StoredCounts:
        def work(connection: Connection) -> StoredCounts:
            counts = _count(connection, user_id)
            for kept in PERSONAL:
                for statement in kept.erase(user_id):
                    connection.execute(statement)
            # Here and not afterwards: what is stored next must not be sealed with this key.
            self._vault.forget(user_id)
            return counts

        counts = await self._transactions.run(work)
        await self._transactions.scrub()
        return counts

    async def trace_file(self, file_sha256: str) -> FileTraces:
        return await self._files.trace(file_sha256)

    async def erase_file(self, file_sha256: str) -> FileTraces:
        traces = await self._files.erase(file_sha256)
        if traces.total:
            await self._transactions.scrub()
        return traces

    async def purge(self, before: datetime) -> Purge:
        gone = await purge_old(self._transactions, self._vault, before)
        if gone.total:
            await self._transactions.scrub()
        return gone

    async def _rows(self, kept: PersonalTable, user_id: int) -> Sequence[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        async for page in pages(self._transactions, kept.table, kept.theirs(user_id)):
            rows = tuple(page)
            found += await self._transactions.run(
                lambda connection: [self._shown(connection, kept, row, user_id) for row in rows]  # noqa: B023  (awaited at once)
            )
        return found

    def _shown(
        self, connection: Connection, kept: PersonalTable, row: RowMapping, owner: int
    ) -> dict[str, Any]:
        """Times in ISO 8601, and what is sealed opened."""
        return {
            name: self._plain(connection, kept, owner, name, value)
            for name, value in row.items()
            if name not in kept.hidden
        }

    def _plain(
        self, connection: Connection, kept: PersonalTable, owner: int, name: str, value: Any
    ) -> Any:
        if isinstance(value, datetime):
            return value.isoformat()
        if name not in kept.sealed:
            return value
        return self._vault.open(connection, owner, f"{kept.table.name}.{name}", value)


def _count(connection: Connection, user_id: int) -> StoredCounts:
    def rows(kept: PersonalTable) -> int:
        own = kept.theirs(user_id)
        if kept.is_counted is not None:
            own = and_(own, kept.is_counted)
        return connection.execute(
            select(func.count()).select_from(kept.table).where(own)
        ).scalar_one()

    counted = (kept for kept in PERSONAL if kept.is_counted is not None)
    return StoredCounts(**{kept.name: rows(kept) for kept in counted})
