"""What is stored about a person, and what was erased."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict, JsonValue

StoredRows = Mapping[str, Sequence[Mapping[str, JsonValue]]]
"""By kind ("analyses", "consents", ...): every row that is stored about the person, as JSON."""


class StoredCounts(BaseModel):
    """How many rows of each kind are, or were, stored about somebody.

    `updates` are messages that wait for their turn, `acts` lines of the admins' log by the person
    or about them. The row of the person itself is not counted.
    """

    model_config = ConfigDict(frozen=True)

    analyses: int = 0
    insights: int = 0
    verdicts: int = 0
    contests: int = 0
    batches: int = 0
    batch_items: int = 0
    vacancies: int = 0
    consents: int = 0
    tasks: int = 0
    dialogs: int = 0
    updates: int = 0
    invites: int = 0
    broadcasts: int = 0
    acts: int = 0

    @property
    def total(self) -> int:
        return sum(dict(self).values())


class FileTraces(BaseModel):
    """Where a file is known by its SHA-256: in how many analyses, of how many people; in how many
    open cards or batches, and in which unfinished tasks."""

    model_config = ConfigDict(frozen=True)

    analyses: int = 0
    people: int = 0
    cards: int = 0
    task_ids: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        return self.analyses + self.cards + len(self.task_ids)


class Purge(BaseModel):
    """What the retention took away: how many rows of each kind are gone, and `people` of whom
    nothing else was left."""

    model_config = ConfigDict(frozen=True)

    before: datetime
    gone: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.gone.values())
