"""Whole rows as JSON, with what is sealed in them opened."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from storage.vault import Vault

_NEVER_SHOWN = frozenset({"data_key"})


def opened_rows(
    connection: Connection,
    vault: Vault,
    table: Table,
    condition: ColumnElement[bool],
    *,
    owner: int | None = None,
) -> list[dict[str, Any]]:
    """The rows that meet the condition; times in ISO 8601. `owner` where no column names them."""
    rows = connection.execute(select(table).where(condition)).mappings()
    return [
        {
            name: _plain(connection, vault, owner or row["user_id"], f"{table.name}.{name}", value)
            for name, value in row.items()
            if name not in _NEVER_SHOWN
        }
        for row in rows
    ]


def _plain(connection: Connection, vault: Vault, owner: int, column: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return vault.open(connection, owner, column, value)
