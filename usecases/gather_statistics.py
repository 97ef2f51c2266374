"""How the bot is used and how long people wait, over a day, a week or a month."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from domain.measurement import Activity, Period, Statistics, TaskFact
from domain.ports.measurement import MeasurementSource
from usecases.measures.buckets import Buckets
from usecases.measures.intervals import median_and_p95

_BUCKETS: Final[dict[Period, tuple[int, timedelta]]] = {
    "day": (24, timedelta(hours=1)),
    "week": (7, timedelta(days=1)),
    "month": (30, timedelta(days=1)),
}
_MOST_ERRORS: Final = 3


class GatherStatistics:
    """Buckets begin at full hours or days of UTC; the last one is still going on."""

    def __init__(self, source: MeasurementSource) -> None:
        self._source = source

    async def __call__(self, period: Period, now: datetime) -> Statistics:
        count, length = _BUCKETS[period]
        last = now.replace(minute=0, second=0, microsecond=0)
        if period != "day":
            last = last.replace(hour=0)
        starts = tuple(last - length * back for back in reversed(range(count)))
        activity = await self._source.activity(starts[0])
        return _summed(period, Buckets(starts, length), activity)


def _summed(period: Period, buckets: Buckets, activity: Activity) -> Statistics:
    accepted = [task for task in activity.tasks if task.accepted_at >= buckets.starts[0]]
    failed = [task for task in accepted if task.state == "failed"]
    waits = [(task.accepted_at, wait) for task in accepted if (wait := _wait(task))]
    waits_of_buckets = [median_and_p95(own) for own in buckets.grouped(waits)]
    people = buckets.grouped((fact.created_at, fact.user_id) for fact in activity.scored)
    errors = Counter(task.error or "" for task in failed)
    return Statistics(
        period=period,
        starts=buckets.starts,
        joined=buckets.counts(activity.joined_at),
        active=tuple(len(set(own)) for own in people),
        analyses=tuple(map(len, people)),
        failed=buckets.counts(task.accepted_at for task in failed),
        queue=_longest_queues(activity.tasks, buckets),
        median_seconds=tuple(found and found[0] for found in waits_of_buckets),
        p95_seconds=tuple(found and found[1] for found in waits_of_buckets),
        active_people=len({fact.user_id for fact in activity.scored}),
        seconds=median_and_p95([wait for _, wait in waits]),
        errors=tuple(errors.most_common(_MOST_ERRORS)),
        all_people=activity.people,
        all_analyses=activity.analyses,
        blocked=activity.people_blocked,
        waiting=activity.waiting,
    )


def _longest_queues(tasks: Sequence[TaskFact], buckets: Buckets) -> tuple[int, ...]:
    """The most tasks at once in each bucket, counted from one change to the next."""
    steps = [(task.accepted_at, 1) for task in tasks]
    steps += [(task.finished_at, -1) for task in tasks if task.finished_at]
    longest = [0] * len(buckets.starts)
    waiting, at = 0, 0
    # At one moment what ends makes room before what begins.
    for moment, step in sorted(steps):
        now = buckets.at(moment)
        for passed in range(at + 1, now + 1):
            longest[passed] = waiting
        at = now
        waiting += step
        if moment >= buckets.starts[0]:
            longest[now] = max(longest[now], waiting)
        else:
            longest[0] = waiting
    for passed in range(at + 1, len(longest)):
        longest[passed] = waiting
    return tuple(longest)


def _wait(task: TaskFact) -> float | None:
    """Seconds from the wish for a score to its answer."""
    if task.kind != "score" or task.state != "done" or task.finished_at is None:
        return None
    return (task.finished_at - task.accepted_at).total_seconds()
