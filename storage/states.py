"""Dialog state and data that survive a restart."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import JsonValue
from sqlalchemy import Connection, RowMapping, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from storage.clock import Clock
from storage.remembered import IS_REMEMBERED, RememberedStates, StateRow
from storage.tables import dialog_states
from storage.transactions import Transactions
from storage.vault import Vault

_COLUMN: Final = "dialog_states.data"
_ROW: Final = select(dialog_states).where(dialog_states.c.key == bindparam("this"))
_EMPTY: Final = (
    delete(dialog_states)
    .where(
        dialog_states.c.key == bindparam("this"),
        dialog_states.c.state.is_(None),
        dialog_states.c.data == {},
    )
    .execution_options(**{IS_REMEMBERED: True})
)


class SqlStateRepository:
    """Implements domain.ports.StateRepository. A key without state and data has no row.

    Every update asks for four or five rows, and gives most of them back as they were: what is
    remembered costs neither a way to the database nor a sync of the disk.
    """

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault
        self._remembered = RememberedStates()
        transactions.watch(self._remembered.look)

    async def get_state(self, key: str) -> str | None:
        return (await self._row(key)).state

    async def set_state(self, key: str, state: str | None, *, owner: int | None = None) -> None:
        if (await self._row(key)).state != state:
            await self._write(key, owner, {"state": state})

    async def get_data(self, key: str) -> dict[str, JsonValue]:
        return (await self._row(key)).read_data()

    async def set_data(
        self, key: str, data: Mapping[str, JsonValue], *, owner: int | None = None
    ) -> None:
        """Replaces all of the key's data; with an owner it is sealed with theirs."""
        if (await self._row(key)).read_data() != data:
            await self._write(key, owner, {"data": dict(data)})

    async def _row(self, key: str) -> StateRow:
        known = self._remembered.get(key)
        if known is not None:
            return known
        version = self._remembered.version
        row = await self._transactions.run(lambda connection: self._stored(connection, key))
        self._remembered.keep(key, row, version)
        return row

    async def _write(self, key: str, owner: int | None, change: dict[str, Any]) -> None:
        about = {"changed_at": self._clock(), "user_id": owner}

        def work(connection: Connection) -> StateRow:
            stored = change
            if owner is not None and change.get("data"):
                sealed = self._vault.seal(connection, owner, _COLUMN, change["data"])
                stored = {"data": sealed}
            _upsert(connection, key, stored | about)
            return self._stored(connection, key)

        version = self._remembered.version
        try:
            row = await self._transactions.run(work)
        except BaseException:  # called off, too: what is stored now is not known here
            self._remembered.forget_all()
            raise
        self._remembered.keep(key, row, version)

    def _stored(self, connection: Connection, key: str) -> StateRow:
        row = connection.execute(_ROW, {"this": key}).mappings().one_or_none()
        return (
            StateRow() if row is None else StateRow.of(row["state"], self._opened(connection, row))
        )

    def _opened(self, connection: Connection, row: RowMapping) -> Any:
        if row["user_id"] is None:
            return row["data"]
        return self._vault.open(connection, row["user_id"], _COLUMN, row["data"])


def _upsert(connection: Connection, key: str, change: dict[str, Any]) -> None:
    row = {"key": key, "state": None, "data": {}} | change
    statement = insert(dialog_states).values(row)
    replacing = statement.on_conflict_do_update(index_elements=["key"], set_=change)
    connection.execute(replacing.execution_options(**{IS_REMEMBERED: True}))
    connection.execute(_EMPTY, {"this": key})
