"""Dialog state and data that survive a restart."""

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, RowMapping, delete, select
from sqlalchemy.dialects.sqlite import insert

from storage.clock import Clock
from storage.tables import dialog_states
from storage.transactions import Transactions
from storage.vault import Vault

_COLUMN = "dialog_states.data"


class SqlStateRepository:
    """Implements domain.ports.StateRepository. A key without state and data has no row."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault

    async def get_state(self, key: str) -> str | None:
        state: str | None = await self._read(key, "state")
        return state

    async def set_state(self, key: str, state: str | None, *, owner: int | None = None) -> None:
        await self._write(key, owner, {"state": state})

    async def get_data(self, key: str) -> dict[str, JsonValue]:
        statement = select(dialog_states).where(dialog_states.c.key == key)

        def work(connection: Connection) -> Any:
            row = connection.execute(statement).mappings().one_or_none()
            return row and self._opened(connection, row)

        data: dict[str, JsonValue] | None = await self._transactions.run(work)
        return data or {}

    async def set_data(
        self, key: str, data: Mapping[str, JsonValue], *, owner: int | None = None
    ) -> None:
        """Replaces all of the key's data; with an owner it is sealed with theirs."""
        await self._write(key, owner, {"data": dict(data)})

    async def _read(self, key: str, column: str) -> Any:
        statement = select(dialog_states.c[column]).where(dialog_states.c.key == key)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one_or_none()
        )

    async def _write(self, key: str, owner: int | None, change: dict[str, Any]) -> None:
        about = {"changed_at": self._clock(), "user_id": owner}

        def work(connection: Connection) -> None:
            if self._is_so_already(connection, key, change):
                return  # every update is followed by a save: most of them change nothing
            stored = change
            if owner is not None and change.get("data"):
                sealed = self._vault.seal(connection, owner, _COLUMN, change["data"])
                stored = {"data": sealed}
            _upsert(connection, key, stored | about)

        await self._transactions.run(work)

    def _is_so_already(self, connection: Connection, key: str, change: dict[str, Any]) -> bool:
        statement = select(dialog_states).where(dialog_states.c.key == key)
        row = connection.execute(statement).mappings().one_or_none()
        known: dict[str, Any] = {"state": None, "data": {}}
        if row is not None:
            known = {"state": row["state"], "data": self._opened(connection, row)}
        return all(known[name] == value for name, value in change.items())

    def _opened(self, connection: Connection, row: RowMapping) -> Any:
        if row["user_id"] is None:
            return row["data"]
        return self._vault.open(connection, row["user_id"], _COLUMN, row["data"])


def _upsert(connection: Connection, key: str, change: dict[str, Any]) -> None:
    row = {"key": key, "state": None, "data": {}} | change
    statement = insert(dialog_states).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=change))
    connection.execute(
        delete(dialog_states).where(
            dialog_states.c.key == key,
            dialog_states.c.state.is_(None),
            dialog_states.c.data == {},
        )
    )
