"""Dialog state and data that survive a restart."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from domain.work import DialogState
from storage.clock import Clock
from storage.remembered import IS_REMEMBERED, RememberedStates, StateRow
from storage.tables import dialog_states
from storage.transactions import Transactions
from storage.vault import Vault

_COLUMN: Final = "dialog_states.data"
_ROW: Final = select(dialog_states).where(dialog_states.c.key == bindparam("this"))
_FORGET: Final = (
    delete(dialog_states)
    .where(dialog_states.c.key == bindparam("this"))
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

    async def get(self, key: str) -> DialogState:
        row = await self._row(key)
        return DialogState(key=key, state=row.state, data=row.read_data())

    async def save(self, *states: DialogState) -> None:
        """What has an owner is sealed with theirs."""
        new = [one for one in states if await self._row(one.key) != StateRow.of(one)]
        if not new:
            return
        version = self._remembered.version
        try:
            await self._transactions.run(lambda connection: self._store(connection, new))
        except BaseException:  # called off, too: what is stored now is not known here
            self._remembered.forget_all()
            raise
        for one in new:
            self._remembered.keep(one.key, StateRow.of(one), version)

    async def _row(self, key: str) -> StateRow:
        known = self._remembered.get(key)
        if known is not None:
            return known
        version = self._remembered.version
        row = await self._transactions.run(lambda connection: self._stored(connection, key))
        self._remembered.keep(key, row, version)
        return row

    def _stored(self, connection: Connection, key: str) -> StateRow:
        row = connection.execute(_ROW, {"this": key}).mappings().one_or_none()
        if row is None:
            return StateRow()
        data = self._opened(connection, row)
        return StateRow.of(DialogState(key=key, state=row["state"], data=data))

    def _opened(self, connection: Connection, row: RowMapping) -> Any:
        if row["user_id"] is None:
            return row["data"]
        return self._vault.open(connection, row["user_id"], _COLUMN, row["data"])

    def _store(self, connection: Connection, states: Sequence[DialogState]) -> None:
        for one in states:
            if one.state is None and not one.data:
                connection.execute(_FORGET, {"this": one.key})
            else:
                self._upsert(connection, one)

    def _upsert(self, connection: Connection, state: DialogState) -> None:
        data: Any = dict(state.data)
        if state.owner is not None and data:
            data = self._vault.seal(connection, state.owner, _COLUMN, data)
        row = {
            "state": state.state,
            "data": data,
            "user_id": state.owner,
            "changed_at": self._clock(),
        }
        statement = insert(dialog_states).values(key=state.key, **row)
        replacing = statement.on_conflict_do_update(index_elements=["key"], set_=row)
        connection.execute(replacing.execution_options(**{IS_REMEMBERED: True}))
