"""Batches and their items as rows, and rows as them."""

import logging
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, Row, RowMapping

from domain.batch import Batch, BatchItem, NewBatchItem
from domain.errors import StorageError
from domain.failure import Failure
from storage.vault import Vault

_SEALED: Final = ("file_name", "source", "resume", "evidence")
logger = logging.getLogger(__name__)


class ItemCells:
    """The cells of an item that hold what somebody sent: sealed with the owner's key."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def sealed(
        self, connection: Connection, owner: int, columns: Mapping[str, Any]
    ) -> dict[str, Any]:
        return {
            name: self._vault.seal(connection, owner, _column(name), value)
            if name in _SEALED
            else value
            for name, value in columns.items()
        }

    def opened(self, connection: Connection, owner: int, row: RowMapping) -> dict[str, Any]:
        return {
            name: self._vault.open(connection, owner, _column(name), value)
            if name in _SEALED
            else value
            for name, value in row.items()
        }


def _column(name: str) -> str:
    return f"batch_items.{name}"


def batch_from_row(row: Row[Any]) -> Batch:
    return Batch.model_validate(dict(row._mapping))


def item_columns(item: NewBatchItem) -> dict[str, Any]:
    return {
        "place": item.place,
        "file_name": item.file_name,
        "source": item.source.model_dump(mode="json"),
        "state": "failed" if item.failure else "waiting",
        "attempts": 0,
        **(failure_columns(item.failure) if item.failure else {}),
    }


def failure_columns(failure: Failure) -> dict[str, Any]:
    return {"failure": failure.code, "failure_facts": dict(failure.facts)}


def item_from_row(row: Mapping[str, Any]) -> BatchItem:
    """Raises StorageError for a row that the domain does not accept any more."""
    columns = dict(row)
    code, facts = columns.pop("failure"), columns.pop("failure_facts")
    failure = None if code is None else {"code": code, "facts": facts or {}}
    try:
        return BatchItem.model_validate(columns | {"failure": failure})
    except ValidationError as error:
        places = [".".join(map(str, detail["loc"])) for detail in error.errors()]
        logger.error("batch item %s can't be read: %s", row["id"], ", ".join(places))
        # Not chained: pydantic's text quotes the resume.
        raise StorageError from None
