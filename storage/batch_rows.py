"""Batches and their items as rows, and rows as them."""

import logging
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Row

from domain.batch import Batch, BatchItem, NewBatchItem
from domain.errors import StorageError
from domain.failure import Failure

logger = logging.getLogger(__name__)


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


def item_from_row(row: Row[Any]) -> BatchItem:
    """Raises StorageError for a row that the domain does not accept any more."""
    columns = dict(row._mapping)
    code, facts = columns.pop("failure"), columns.pop("failure_facts")
    failure = None if code is None else {"code": code, "facts": facts or {}}
    try:
        return BatchItem.model_validate(columns | {"failure": failure})
    except ValidationError as error:
        places = [".".join(map(str, detail["loc"])) for detail in error.errors()]
        logger.error("batch item %s can't be read: %s", row.id, ", ".join(places))
        # Not chained: pydantic's text quotes the resume.
        raise StorageError from None
