"""Dialog state and data that survive a restart."""

from collections.abc import Mapping
from typing import Any

from pydantic import JsonValue
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from storage.clock import Clock
from storage.tables import dialog_states
from storage.transactions import Transactions


class SqlStateRepository:
    """Implements domain.ports.StateRepository. A key without state and data has no row."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def get_state(self, key: str) -> str | None:
        state: str | None = await self._read(key, "state")
        return state

    async def set_state(self, key: str, state: str | None) -> None:
        await self._write(key, {"state": state})

    async def get_data(self, key: str) -> dict[str, JsonValue]:
        data: dict[str, JsonValue] | None = await self._read(key, "data")
        return data or {}

    async def set_data(self, key: str, data: Mapping[str, JsonValue]) -> None:
        """Replaces all of the key's data."""
        await self._write(key, {"data": dict(data)})

    async def _read(self, key: str, column: str) -> Any:
        statement = select(dialog_states.c[column]).where(dialog_states.c.key == key)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one_or_none()
        )

    async def _write(self, key: str, change: dict[str, Any]) -> None:
        change = change | {"changed_at": self._clock()}
        await self._transactions.run(lambda connection: _upsert(connection, key, change))


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
