"""Figures with their uncertainty, and what is measured of the bot and its scores."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from domain.score import ModelIdentity


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Interval(_Frozen):
    """A figure and the ends of its interval, all in one unit; low <= value <= high."""

    value: float
    low: float
    high: float


class TaskFact(_Frozen):
    """A task of a period, without what it was about. Times are UTC; `error` names what failed."""

    kind: str
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
    """What happened since a moment: who came, what was scored, which tasks were worked on.

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


Period = Literal["day", "week", "month"]


class Statistics(_Frozen):
    """A period in buckets of equal length, oldest first; `starts` are the buckets' first moments.

    `joined` and `active` count people, `analyses` scored resumes, `failed` tasks that ended
    without what was asked for; `queue` is the most tasks that were unfinished at once.
    `median_seconds` and `p95_seconds` are from the wish for a score to its answer, None where a
    bucket has none. The other figures are of the whole period, or of now. `errors` name what
    failed, the commonest first.
    """

    period: Period
    starts: tuple[datetime, ...]
    joined: tuple[int, ...]
    active: tuple[int, ...]
    analyses: tuple[int, ...]
    failed: tuple[int, ...]
    queue: tuple[int, ...]
    median_seconds: tuple[float | None, ...]
    p95_seconds: tuple[float | None, ...]
    active_people: int
    seconds: tuple[float, float] | None
    errors: tuple[tuple[str, int], ...]
    all_people: int
    all_analyses: int
    blocked: int
    waiting: int


class FairnessAudit(_Frozen):
    """Scores and shortlists of one model over all people, and by age and city.

    A resume is on the shortlist from `shortlist_score` on. `score` (points) and `shortlist_rate`
    (a share of 1) are None below `least_in_group` resumes.
    """

    model: ModelIdentity
    count: int
    least_in_group: int
    shortlist_score: float
    score: Interval | None
    shortlist_rate: Interval | None
    groupings: tuple[GroupAudit, ...]


class VerdictCalibration(_Frozen):
    """A recruiter's interviews: how many, how many are missing, and what the rest says.

    `promised` is the mean probability and `share` what came true. `brier` is the probabilities'
    Brier score and `brier_of_share` that of always saying the share. All are None, and `bins`
    empty, where too few interviews are known.
    """

    count: int
    confirmed: int
    missing: int
    missing_confirmed: int
    missing_refuted: int
    models: int
    promised: float | None = None
    share: Interval | None = None
    brier: float | None = None
    brier_of_share: float | None = None
    roc_auc: float | None = None
    bins: tuple[ReliabilityBin, ...] = ()

    @property
    def is_enough(self) -> bool:
        return not (self.missing or self.missing_confirmed or self.missing_refuted)


class SwapMeasure(_Frozen):
    """Mean score (0..100) of all resumes with this age and this city; None hides the city."""

    age: int
    city: str | None
    score: float


class SwapMeasures(_Frozen):
    """One model on `count` resumes with other ages and cities, all else as it was.

    `largest` is how far the swap moves one resume's score on average, from its worst cell to its
    best; `neutral` how far other words for the same facts do.
    """

    count: int
    cells: tuple[SwapMeasure, ...]
    largest: float
    neutral: float

    @property
    def is_above_noise(self) -> bool:
        return self.largest > self.neutral
