"""Statistics, audit and calibration over facts that a test gives."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.measurement import Activity, AuditedScore, Period, ScoredFact, TaskFact
from domain.resume import Resume
from domain.score import ModelIdentity
from domain.verdict import JudgedScore, Verdict
from tests.unit.usecases.insights.people import IDENTITY, score_of
from usecases.audit_fairness import AuditFairness
from usecases.calibrate_verdicts import CalibrateVerdicts
from usecases.gather_statistics import GatherStatistics

NOW = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)


class Facts:
    """Implements domain.ports.MeasurementSource."""

    def __init__(
        self, activity: Activity | None = None, scores: Sequence[AuditedScore] = ()
    ) -> None:
        self._activity = activity
        self._scores = scores
        self.since: datetime | None = None

    async def activity(self, since: datetime) -> Activity:
        self.since = since
        assert self._activity is not None
        return self._activity

    async def audited_scores(self, model: ModelIdentity) -> Sequence[AuditedScore]:
        return self._scores

    async def latest_resumes(self, model: ModelIdentity, limit: int) -> Sequence[Resume]:
        raise AssertionError("counting facts reads no resume")


def activity(
    tasks: Sequence[TaskFact] = (),
    scored: Sequence[ScoredFact] = (),
    joined: Sequence[datetime] = (),
) -> Activity:
    return Activity(
        people=9,
        people_blocked=1,
        analyses=40,
        waiting=2,
        joined_at=tuple(joined),
        scored=tuple(scored),
        tasks=tuple(tasks),
    )


def task(ago: timedelta, seconds: float | None, error: str | None = None) -> TaskFact:
    accepted = NOW - ago
    return TaskFact(
        kind="score",
        state="failed" if error else "done" if seconds else "accepted",
        accepted_at=accepted,
        started_at=accepted,
        finished_at=accepted + timedelta(seconds=seconds) if seconds else None,
        error=error,
    )


@pytest.mark.parametrize(
    ("period", "count", "first"),
    [
        ("day", 24, datetime(2026, 11, 22, 19, tzinfo=UTC)),
        ("week", 7, datetime(2026, 11, 17, tzinfo=UTC)),
        ("month", 30, datetime(2026, 10, 25, tzinfo=UTC)),
    ],
)
async def test_buckets_begin_at_full_hours_and_days(
    period: Period, count: int, first: datetime
) -> None:
    facts = Facts(activity())
    found = await GatherStatistics(facts)(period, NOW)
    assert len(found.starts) == count
    assert found.starts[0] == facts.since == first
    assert found.starts[-1] <= NOW
    assert found.analyses == (0,) * count
    assert found.seconds is None


async def test_people_scores_waits_and_errors_fall_into_their_buckets() -> None:
    hour = timedelta(hours=1)
    tasks = [task(hour, 4), task(hour, 8), task(hour, None), task(0 * hour, 1, "QueueFullError")]
    scored = [ScoredFact(user_id=user, created_at=NOW - hour) for user in (1, 1, 2)]
    scored.append(ScoredFact(user_id=1, created_at=NOW))
    found = await GatherStatistics(Facts(activity(tasks, scored, [NOW])))("day", NOW)
    assert found.analyses[-2:] == (3, 1)
    assert found.active[-2:] == (2, 1)
    assert found.active_people == 2
    assert found.joined[-2:] == (0, 1)
    assert found.median_seconds[-2:] == (6, None)
    assert found.p95_seconds[-2] == pytest.approx(7.8)
    assert found.p95_seconds[-1] is None
    assert found.failed[-2:] == (0, 1)
    assert found.errors == (("QueueFullError", 1),)
    assert found.queue[-2:] == (3, 2)
    assert (found.all_people, found.blocked, found.all_analyses, found.waiting) == (9, 1, 40, 2)


async def test_what_waits_since_before_the_period_is_in_the_queue() -> None:
    days = timedelta(days=1)
    tasks = [task(3 * days, None), task(3 * days, 5), task(2 * days, 2 * 86400 - 4 * 3600)]
    found = await GatherStatistics(Facts(activity(tasks)))("day", NOW)
    assert found.queue == (2,) * 20 + (1,) * 4
    assert sum(found.failed) == 0
    assert found.seconds is None


@settings(max_examples=30)
@given(st.lists(st.integers(0, 24 * 3600 - 1), max_size=40))
async def test_nothing_of_the_period_is_lost(seconds_ago: list[int]) -> None:
    moments = [NOW - timedelta(seconds=ago) for ago in seconds_ago]
    scored = [ScoredFact(user_id=1, created_at=moment) for moment in moments]
    found = await GatherStatistics(Facts(activity(scored=scored)))("day", NOW)
    assert sum(found.analyses) == len(moments)


async def test_the_audit_says_nothing_of_a_handful() -> None:
    few = [AuditedScore(score=60, age=30, city="Омск")] * 29
    found = await AuditFairness(Facts(scores=few))(IDENTITY)
    assert (found.count, found.score, found.shortlist_rate) == (29, None, None)
    assert [one.measured for one in found.groupings] == [(), ()]


async def test_the_audit_has_figures_for_all_and_for_each_large_group() -> None:
    scores = [AuditedScore(score=40 + 20 * (n % 2), age=30, city="Омск") for n in range(60)]
    found = await AuditFairness(Facts(scores=scores))(IDENTITY)
    assert found.score is not None
    assert found.shortlist_rate is not None
    assert (found.score.value, found.shortlist_rate.value) == (50, 0.5)
    age, city = found.groupings
    assert (age.grouping, city.grouping) == ("age", "city")
    assert city.measured[0].name == "Омск"


class Verdicts:
    """Implements domain.ports.VerdictRepository as far as a calibration needs it."""

    def __init__(self, judged: Sequence[JudgedScore]) -> None:
        self._judged = judged

    async def judged_scores(self, user_id: int) -> Sequence[JudgedScore]:
        return self._judged

    async def find(self, user_id: int, analysis_id: int) -> Verdict | None:
        raise NotImplementedError

    async def set_useful(self, user_id: int, analysis_id: int, is_useful: bool | None) -> Verdict:
        raise NotImplementedError

    async def set_grade_confirmed(
        self, user_id: int, analysis_id: int, grade_confirmed: bool | None
    ) -> Verdict:
        raise NotImplementedError


def judged(confirmed: int, refuted: int) -> list[JudgedScore]:
    return [
        JudgedScore(
            analysis_id=number,
            score=score_of(80 if number < confirmed else 20),
            grade_confirmed=number < confirmed,
            judged_at=NOW,
        )
        for number in range(confirmed + refuted)
    ]


@pytest.mark.parametrize(
    ("confirmed", "refuted", "missing"),
    [(0, 0, (30, 5, 5)), (4, 30, (0, 1, 0)), (20, 9, (1, 0, 0)), (40, 3, (0, 0, 2))],
)
async def test_too_few_interviews_say_what_is_missing(
    confirmed: int, refuted: int, missing: tuple[int, int, int]
) -> None:
    found = await CalibrateVerdicts(Verdicts(judged(confirmed, refuted)))(1)
    assert (found.missing, found.missing_confirmed, found.missing_refuted) == missing
    assert not found.is_enough
    assert (found.brier, found.roc_auc, found.bins) == (None, None, ())


async def test_enough_interviews_are_measured() -> None:
    found = await CalibrateVerdicts(Verdicts(judged(10, 20)))(1)
    assert found.is_enough
    assert found.share is not None
    assert found.share.value == pytest.approx(1 / 3)
    assert found.promised == pytest.approx(0.4)
    assert found.brier == pytest.approx(0.04)
    assert found.brier_of_share == pytest.approx(2 / 9)
    assert found.roc_auc == 1
    assert [one.count for one in found.bins] == [20, 10]
    assert found.models == 1
