"""Rows of any table in steps: between two of them others have their turn."""

from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, select, true, tuple_

from storage.transactions import Transactions

PAGE_ROWS: Final = 200
Key = tuple[Any, ...]
"""A row's primary key. SQLite's own row numbers change when the database is written anew."""


def key_of(table: Table, row: RowMapping) -> Key:
    return tuple(row[column.name] for column in table.primary_key.columns)


def has_key(table: Table, key: Key) -> ColumnElement[bool]:
    columns = table.primary_key.columns
    return and_(*(column == value for column, value in zip(columns, key, strict=True)))


def page(
    connection: Connection,
    table: Table,
    condition: ColumnElement[bool],
    after: Key | None,
    *more: ColumnElement[Any],
) -> Sequence[RowMapping]:
    """The next rows that meet the condition, in the order of their keys; empty at the end."""
    keys = tuple(table.primary_key.columns)
    behind = true() if after is None else tuple_(*keys) > after
    chosen = select(*table.c, *more).where(condition, behind).order_by(*keys).limit(PAGE_ROWS)
    return connection.execute(chosen).mappings().all()


async def pages(
    transactions: Transactions, table: Table, condition: ColumnElement[bool]
) -> AsyncIterator[Sequence[RowMapping]]:
    after: Key | None = None
    while True:
        step = partial(page, table=table, condition=condition, after=after)
        rows = await transactions.run(step)
        if not rows:
            return
        yield rows
        after = key_of(table, rows[-1])
