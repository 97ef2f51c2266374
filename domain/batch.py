"""Many resumes that came together and are ranked together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, JsonValue

from domain.errors import ErrorCode

MAX_BATCH_ITEMS: Final = 200
"""Files and rows of one batch."""

BatchState = Literal["collecting", "working", "done", "cancelled", "failed"]
ItemState = Literal["waiting", "reading", "scoring", "done", "failed", "duplicate"]


class NewBatch(BaseModel):
    """`origin` names what asked for it within the chat, so that no batch is made twice."""

    model_config = ConfigDict(frozen=True)

    user_id: int
    chat_id: int
    locale: Literal["ru", "en"]
    origin: str
    vacancy_id: int | None = None
    status_message_id: int | None = None


class Batch(NewBatch):
    id: int
    state: BatchState
    created_at: datetime
    finished_at: datetime | None = None


class NewBatchItem(BaseModel):
    """One file or row of a batch. `source` says where its bytes are; it is forgotten at the end."""

    model_config = ConfigDict(frozen=True)

    place: int
    file_name: str | None
    source: Mapping[str, JsonValue]


class BatchItem(BaseModel):
    """`failure` is the contract's error code, or "scoring" where the model failed.

    `duplicate_of` is the id of the item that this one repeats.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    batch_id: int
    place: int
    file_name: str | None
    source: Mapping[str, JsonValue] | None
    state: ItemState
    attempts: int
    failure: ErrorCode | Literal["scoring", "set_aside", "download"] | None = None
    failure_facts: Mapping[str, JsonValue] | None = None
    file_sha256: str | None = None
    analysis_id: int | None = None
    duplicate_of: int | None = None
