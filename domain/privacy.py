"""What is stored about a person, and what was erased."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict, JsonValue

StoredRows = Mapping[str, Sequence[Mapping[str, JsonValue]]]
"""By kind ("analyses", "consents", ...): every row that is stored about the person, as JSON."""


class StoredCounts(BaseModel):
    """How many rows of each kind are, or were, stored about somebody."""

    model_config = ConfigDict(frozen=True)

    analyses: int = 0
    verdicts: int = 0
    contests: int = 0
    batches: int = 0
    vacancies: int = 0
    consents: int = 0
    unfinished: int = 0
    dialogs: int = 0

    @property
    def total(self) -> int:
        return sum(dict(self).values())


class FileTraces(BaseModel):
    """Where a file is known by its SHA-256: in how many analyses, of how many people."""

    model_config = ConfigDict(frozen=True)

    analyses: int
    people: int


class Purge(BaseModel):
    """What the retention took away: everything that is older than `before`."""

    model_config = ConfigDict(frozen=True)

    before: datetime
    analyses: int
    tasks: int
    batches: int
    dialogs: int
