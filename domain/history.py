"""A person's history as a list: its lines, and what they can be told apart by."""

from datetime import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

HistoryOrder = Literal["newest", "best"]

LONGEST_LIST: Final = 10_000
"""A longer history is shown, and searched, up to here; a filter reaches what lies behind."""


class HistoryLine(BaseModel):
    """What a list shows of an analysis, without its explanation.

    `companies` are the target company and those where the candidate worked. `created_at` is UTC.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    created_at: datetime
    score: float
    position: str | None = None
    city: str | None = None
    companies: tuple[str, ...] = ()
    file_name: str | None = None
    vacancy_id: int | None = None


class HistoryFilter(BaseModel):
    """None lets everything through. `score_from` is within, `score_below` is not."""

    model_config = ConfigDict(frozen=True)

    since: datetime | None = None
    score_from: float | None = None
    score_below: float | None = None
    vacancy_id: int | None = None
