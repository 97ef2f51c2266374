"""Facts for admins' figures, and insights that go with their analysis."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from domain.analysis import NewAnalysis
from domain.insight import Improvement, Improvements
from domain.score import ModelIdentity
from storage import measurements
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis, task

MODEL = analysis().assessment.score.model
OTHER = MODEL.model_copy(update={"revision": "r2"})
FOUND = Improvements(score=50, tried=3, least_points=2, wordings=1)


async def test_activity_since_a_moment(database: Database, clock: MovedClock) -> None:
    await database.people.meet(1)
    await database.analyses.add(analysis(1))
    await database.tasks.add(task())
    clock.move(timedelta(days=2))
    since = clock.now
    await database.people.meet(1)
    await database.people.meet(2)
    await database.people.mark_blocked(2)
    await database.analyses.add(analysis(2))
    failed = await database.tasks.add(task())
    clock.move(timedelta(seconds=5))
    await database.tasks.finish(failed.id, "failed", error="QueueFullError")
    found = await database.measurements.activity(since)
    assert (found.people, found.people_blocked, found.analyses, found.waiting) == (2, 1, 2, 1)
    assert found.joined_at == (since,)
    assert [(one.user_id, one.created_at) for one in found.scored] == [(2, since)]
    waiting, fact = sorted(found.tasks, key=lambda one: one.accepted_at)
    assert (waiting.state, waiting.finished_at) == ("accepted", None)
    assert (fact.kind, fact.state, fact.error) == ("score", "failed", "QueueFullError")
    assert fact.finished_at == fact.accepted_at + timedelta(seconds=5)


async def test_a_resume_that_came_again_is_audited_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measurements, "_PAGE", 2)

    async def add(
        score: float, sha: str | None, user: int = 7, parent: int | None = None
    ) -> NewAnalysis:
        new = analysis(user)
        about = new.assessment.model_copy(
            update={"score": new.assessment.score.model_copy(update={"score": score})}
        )
        changes = {"assessment": about, "file_sha256": sha, "parent_id": parent}
        return await database.analyses.add(new.model_copy(update=changes))  # type: ignore[return-value]

    first = await add(10, "a" * 64)
    await add(20, "a" * 64)
    await add(30, "a" * 64, user=8)
    form = await add(40, None)
    await add(50, None)
    await add(60, None, parent=form.id)  # type: ignore[attr-defined]
    found = await database.measurements.audited_scores(MODEL)
    assert sorted(one.score for one in found) == [20, 30, 50, 60]
    assert {(one.age, one.city) for one in found} == {(34, "Барнаул")}
    assert first is not None
    assert await database.measurements.audited_scores(OTHER) == []


async def test_an_insight_is_of_one_model_and_goes_with_its_analysis(database: Database) -> None:
    stored = await database.analyses.add(analysis())
    store = database.insights

    async def find(model: ModelIdentity = MODEL, user_id: int = 7) -> Improvements | None:
        return await store.find(user_id, stored.id, "raise", model, Improvements)

    await store.keep(7, stored.id, "raise", MODEL, FOUND)
    assert await find() == FOUND
    assert await find(OTHER) is None
    await store.keep(7, stored.id, "raise", OTHER, FOUND)
    assert await find() is None
    await database.analyses.delete(7, stored.id)
    assert await find(OTHER) is None
    await store.keep(7, stored.id, "raise", OTHER, FOUND)
    assert await find(OTHER) is None


async def test_another_persons_analysis_keeps_no_insight(database: Database) -> None:
    stored = await database.analyses.add(analysis())
    await database.insights.keep(8, stored.id, "raise", MODEL, FOUND)
    assert await database.insights.find(8, stored.id, "raise", MODEL, Improvements) is None


async def test_an_insight_lies_under_the_persons_key(url: str, clock: MovedClock) -> None:
    database = await open_database(url, clock=clock, data_keys=[b"k" * 32])
    stored = await database.analyses.add(analysis())
    secret = Improvement(kind="name_position", points=3, facts={"position": "Тайна"})
    telling = FOUND.model_copy(update={"found": (secret,)})
    await database.insights.keep(7, stored.id, "raise", MODEL, telling)
    body = await database._transactions.run(
        lambda connection: connection.execute(text("SELECT body FROM insights")).scalar_one()
    )
    found = await database.insights.find(7, stored.id, "raise", MODEL, Improvements)
    await database.close()
    assert "Тайна" not in body
    assert found is not None
    assert found.found[0].facts == {"position": "Тайна"}


async def test_what_was_kept_before_a_key_was_set_is_found_again(
    url: str, clock: MovedClock
) -> None:
    open_one = await open_database(url, clock=clock)
    stored = await open_one.analyses.add(analysis())
    await open_one.insights.keep(7, stored.id, "raise", MODEL, FOUND)
    await open_one.close()
    database = await open_database(url, clock=clock, data_keys=[b"k" * 32])
    assert await database.insights.find(7, stored.id, "raise", MODEL, Improvements) == FOUND
    await database.close()


async def test_facts_are_read_in_pages_and_the_newest_are_kept(
    database: Database, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.measurements._FACTS_PAGE", 2)
    since = clock.now
    for user_id in range(1, 8):
        clock.move(timedelta(minutes=1))
        await database.tasks.add(task())
        await database.analyses.add(analysis(user_id))
    found = await database.measurements.activity(since)
    assert [fact.user_id for fact in found.scored] == [1, 2, 3, 4, 5, 6, 7]
    monkeypatch.setattr("storage.measurements._MOST_FACTS", 4)
    found = await database.measurements.activity(since)
    assert [fact.user_id for fact in found.scored] == [4, 5, 6, 7]
    assert [fact.accepted_at for fact in found.tasks] == [one.created_at for one in found.scored]
    assert found.analyses == 7


async def test_a_figure_is_no_work_to_count(database: Database, clock: MovedClock) -> None:
    await database.tasks.add(task().model_copy(update={"kind": "figure"}))
    found = await database.measurements.activity(clock.now)
    assert (found.waiting, found.tasks) == (0, ())
