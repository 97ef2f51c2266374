"""Everything that is kept, in pages: between two of them others have their turn."""

import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import Connection, RowMapping, Select, Table, func, select

from domain.analysis import Analysis
from domain.errors import StorageError
from storage.analysis_rows import AnalysisRows
from storage.people_tables import (
    admin_acts,
    consents,
    contests,
    invites,
    people,
    vacancies,
    verdicts,
)
from storage.tables import analyses
from storage.transactions import Transactions
from storage.vault import Vault

logger = logging.getLogger(__name__)

_PAGE: Final = 200
_SECRET: Final = {"data_key", "token_sha256"}
_TABLES: Final[Mapping[str, Table]] = {
    table.name: table
    for table in (people, consents, vacancies, verdicts, contests, invites, admin_acts)
}


class SqlArchive:
    """Implements domain.ports.Archive. Keys and the hashes of tokens stay inside."""

    def __init__(self, transactions: Transactions, vault: Vault) -> None:
        self._transactions = transactions
        self._vault = vault
        self._rows = AnalysisRows(vault)

    @property
    def tables(self) -> Sequence[str]:
        return tuple(_TABLES)

    async def rows(self, table: str) -> AsyncIterator[Sequence[Mapping[str, JsonValue]]]:
        source = _TABLES[table]
        (key,) = source.primary_key.columns
        shown = [column for column in source.columns if column.name not in _SECRET]
        after = 0
        while True:
            statement = select(*shown).where(key > after).order_by(key).limit(_PAGE)
            rows = await self._rows_of(source, statement)
            if not rows:
                return
            after = rows[-1][key.name]
            yield rows

    async def analyses(self) -> AsyncIterator[Sequence[Analysis]]:
        before: int | None = None
        while True:
            page, last_id = await self._older_than(before, _PAGE)
            if last_id is None:
                return
            before = last_id
            yield page

    async def newest_analyses(self, limit: int) -> Sequence[Analysis]:
        return (await self._older_than(None, limit))[0]

    async def count_analyses(self) -> int:
        statement = select(func.count()).select_from(analyses)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )

    async def _older_than(
        self, before: int | None, limit: int
    ) -> tuple[Sequence[Analysis], int | None]:
        """Those that can be read, and the id of the last one looked at; None: there is none."""
        statement = select(analyses).order_by(analyses.c.id.desc()).limit(limit)
        if before is not None:
            statement = statement.where(analyses.c.id < before)

        def work(connection: Connection) -> tuple[Sequence[Analysis], int | None]:
            rows = connection.execute(statement).mappings().all()
            read = [self._read(connection, row) for row in rows]
            return [one for one in read if one is not None], rows[-1]["id"] if rows else None

        return await self._transactions.run(work)

    def _read(self, connection: Connection, row: RowMapping) -> Analysis | None:
        """One row that is broken, or sealed with a lost key, must not keep all others back."""
        try:
            return self._rows.read(connection, row)
        except StorageError as error:
            logger.warning("analysis %s is left out: %s", row["id"], error)
            return None

    async def _rows_of(self, table: Table, page: Select[Any]) -> Sequence[dict[str, Any]]:
        return await self._transactions.run(
            lambda connection: self._opened(connection, table, page)
        )

    def _opened(
        self, connection: Connection, table: Table, page: Select[Any]
    ) -> Sequence[dict[str, Any]]:
        return [
            {
                name: _plain(self._open(connection, table, row, name, value))
                for name, value in row.items()
            }
            for row in connection.execute(page).mappings()
        ]

    def _open(
        self, connection: Connection, table: Table, row: RowMapping, name: str, value: Any
    ) -> Any:
        if "user_id" not in row:
            return value
        try:
            return self._vault.open(connection, row["user_id"], f"{table.name}.{name}", value)
        except StorageError as error:
            logger.warning("a value of %s.%s is left out: %s", table.name, name, error)
            return None


def _plain(value: Any) -> JsonValue:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    plain: JsonValue = value
    return plain
