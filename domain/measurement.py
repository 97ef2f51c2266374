"""Figures with their uncertainty, and what is measured of the bot and its scores."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.work import TaskKind


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Interval(_Frozen):
    """A figure and the ends of its interval, all in one unit; low <= value <= high."""

    value: float
    low: float
    high: float


class TaskFact(_Frozen):
    """A task of a period, without what it was about. Times are UTC; `error` names what failed."""

    kind: TaskKind
    state: str
    accepted_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    error: str | None


class ScoredFact(_Frozen):
    """That somebody scored a resume, and when (UTC)."""

    user_id: int
    created_at: datetime


class Activity(_Frozen):
    """What happened since a moment: who came, what was scored, which tasks were accepted.

    `people` and `analyses` count all that there are now, `waiting` the unfinished tasks.
    """

    people: int
    people_blocked: int
    analyses: int
    waiting: int
    joined_at: tuple[datetime, ...]
    scored: tuple[ScoredFact, ...]
    tasks: tuple[TaskFact, ...]


class AuditedScore(_Frozen):
    """One resume's newest score, with the two facts that must not matter."""

    score: float
    age: int | None
    city: str | None


class ReliabilityBin(_Frozen):
    """Answers of similar probability: their mean (0..1), and the share that came true."""

    promised: float = Field(ge=0, le=1)
    confirmed: Interval
    count: int = Field(ge=1)


class GroupMeasure(_Frozen):
    """One age band or city. `score` in points, `shortlist_rate` and `ratio` as shares of 1.

    `ratio` is the rate beside the highest rate of the groups that are large enough: below 0.8 is
    what the four-fifths rule looks at. None where the group has too few rows.
    """

    name: str
    count: int
    score: Interval | None = None
    shortlist_rate: Interval | None = None
    ratio: float | None = None


Grouping = Literal["age", "city"]


class GroupAudit(_Frozen):
    """One way to group the same scores; empty groups are left out."""

    grouping: Grouping
    groups: tuple[GroupMeasure, ...]
    unknown: int

    @property
    def measured(self) -> tuple[GroupMeasure, ...]:
        return tuple(group for group in self.groups if group.score is not None)
