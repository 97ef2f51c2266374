"""Seals what was stored before a key was set."""

from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Text, and_, or_, type_coerce, update

from storage.inbox import may_be_sealed
from storage.paging import Key, has_key, key_of, page
from storage.personal_tables import PERSONAL, PersonalTable
from storage.settings import SqlSettingStore
from storage.tables import updates
from storage.transactions import Transactions
from storage.vault import Vault

_OWNER: Final = "_owner"
_DONE: Final = "sealed_columns"
_EMPTY: Final = ("{}", "[]")


async def seal_stored(transactions: Transactions, vault: Vault, settings: SqlSettingStore) -> None:
    """Seals every column that is sealed in new rows, in steps, and overwrites what lay open.

    A process that is killed in between goes on at its next start. Once all is done, a note among
    the settings spares later starts the search; a start without a key takes it away again.
    """
    columns = [f"{kept.table.name}.{name}" for kept in PERSONAL for name in kept.sealed]
    if not vault.is_on:
        if await settings.read(_DONE) is not None:
            await settings.write(_DONE, None)
        return
    if await settings.read(_DONE) == columns:
        return
    for kept in PERSONAL:
        if kept.sealed:
            await _seal_table(transactions, vault, kept)
    await transactions.scrub()
    await settings.write(_DONE, list(columns))


async def _seal_table(transactions: Transactions, vault: Vault, kept: PersonalTable) -> None:
    step = partial(_seal_page, vault=vault, kept=kept)
    after = await transactions.run(partial(step, after=None))
    while after is not None:
        after = await transactions.run(partial(step, after=after))


def _seal_page(
    connection: Connection, *, vault: Vault, kept: PersonalTable, after: Key | None
) -> Key | None:
    """The key of the last row that was looked at; None behind the last one."""
    assert kept.owner is not None
    lies_open = or_(*(_lies_open(kept.table.c[name]) for name in kept.sealed))
    owned = and_(lies_open, kept.owner.is_not(None))
    rows = page(connection, kept.table, owned, after, kept.owner.label(_OWNER))
    for row in rows:
        if kept.table is not updates or may_be_sealed(connection, row):
            own = has_key(kept.table, key_of(kept.table, row))
            change = _sealed(connection, vault, kept, row)
            connection.execute(update(kept.table).where(own).values(change))
    return key_of(kept.table, rows[-1]) if rows else None


def _sealed(
    connection: Connection, vault: Vault, kept: PersonalTable, row: RowMapping
) -> dict[str, Any]:
    return {
        name: vault.seal(connection, row[_OWNER], f"{kept.table.name}.{name}", row[name])
        for name in kept.sealed
        if row[name] and not vault.is_sealed(row[name])
    }


def _lies_open(column: Any) -> Any:
    """Empty values say nothing, and stay as they are."""
    text = type_coerce(column, Text)
    return and_(text.is_not(None), ~text.startswith('{"sealed":'), text.not_in(_EMPTY))
