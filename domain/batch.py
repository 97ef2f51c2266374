"""Many resumes that came together and are ranked together."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from domain.failure import Failure
from domain.fields import FieldName
from domain.resume import FieldEvidence, Resume

MAX_BATCH_ITEMS: Final = 200
"""Files and rows of one batch."""
CANDIDATE_BATCH_ITEMS: Final = 10
"""The same for somebody who came as a candidate: an album, no heap of strangers' resumes."""
PLACES_OF_A_MESSAGE: Final = 1_000
"""A message's file has its id times this as its place; what lies in it has the places after."""

BatchState = Literal["collecting", "asking", "working", "done", "cancelled", "failed"]
"""While `asking`, a person is to say whether photos are one resume's pages. `done` has a table,
and so has `cancelled`, of what was ready."""
OPEN_STATES: Final[tuple[BatchState, ...]] = ("collecting", "asking", "working")

ItemState = Literal["waiting", "scoring", "done", "failed", "duplicate"]
"""`waiting` is to be read, `scoring` has been."""
UNFINISHED_ITEM_STATES: Final[tuple[ItemState, ...]] = ("waiting", "scoring")

SourceKind = Literal["document", "photo", "container"]


class NewBatch(BaseModel):
    """`origin` names what asked for it within the chat, so that no batch is made twice.

    `hidden` are the fields that are kept from the model for all of its resumes.
    """

    model_config = ConfigDict(frozen=True)

    user_id: int
    chat_id: int
    locale: Literal["ru", "en"]
    origin: str
    vacancy_id: int | None = None
    hidden: tuple[FieldName, ...] = ()
    status_message_id: int | None = None


class Batch(NewBatch):
    id: int
    state: BatchState
    created_at: datetime
    finished_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class ItemSource(BaseModel):
    """Where the bytes of an item are: a Telegram file, or the `part` from 0 of what lies in it.

    A `container` may hold many resumes; nobody has looked into it yet.
    """

    model_config = ConfigDict(frozen=True)

    file_id: str
    kind: SourceKind = "document"
    part: int | None = None


class NewBatchItem(BaseModel):
    """One file or row of a batch. `place` orders them and is made of the message's id.

    `failure` is set for what can't be read, as its container shows already.
    """

    model_config = ConfigDict(frozen=True)

    place: int
    file_name: str | None
    source: ItemSource
    failure: Failure | None = None


class BatchItem(BaseModel):
    """`attempts` counts how often the present step was begun. `duplicate_of` is the id of the item
    that this one repeats.

    `source` and `resume` are forgotten at the end: an analysis has the resume as it was scored.
    `evidence` is where its fields were read.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    batch_id: int
    place: int
    file_name: str | None
    source: ItemSource | None
    state: ItemState
    attempts: int = 0
    failure: Failure | None = None
    file_sha256: str | None = None
    resume: Resume | None = None
    evidence: Mapping[FieldName, FieldEvidence] | None = None
    analysis_id: int | None = None
    duplicate_of: int | None = None

    @property
    def is_unfinished(self) -> bool:
        return self.state in UNFINISHED_ITEM_STATES
