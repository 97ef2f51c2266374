"""Contests: once an analysis, oldest first, decided once."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.errors import AnalysisNotFoundError, ContestDecidedError, ContestNotFoundError
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis, bytes_on_disk


async def test_an_analysis_is_contested_once(database: Database, clock: MovedClock) -> None:
    row = await database.analyses.add(analysis())
    assert await database.contests.find(7, row.id) is None
    first = await database.contests.open(7, row.id, "опыт прочитан не весь")
    assert (first.state, first.created_at) == ("open", clock.now)
    clock.move(timedelta(hours=1))
    assert await database.contests.open(7, row.id, "ещё раз") == first
    assert await database.contests.find(7, row.id) == first
    assert await database.contests.get(first.id) == first
    assert await database.contests.count_open() == 1


@pytest.mark.parametrize("analysis_id", [1, 99, 0, -1, 2**70])
async def test_nobody_contests_what_is_not_theirs(database: Database, analysis_id: int) -> None:
    row = await database.analyses.add(analysis(user_id=7))
    await database.contests.open(7, row.id, None)
    with pytest.raises(AnalysisNotFoundError):
        await database.contests.open(8, analysis_id, None)
    assert await database.contests.find(8, analysis_id) is None


async def test_who_waits_longest_is_first(database: Database) -> None:
    rows = [await database.analyses.add(analysis(user_id=user)) for user in (7, 8, 9)]
    opened = [await database.contests.open(row.user_id, row.id, None) for row in rows]
    assert await database.contests.list_open(limit=2) == opened[:2]
    assert await database.contests.list_open(limit=2, offset=2) == opened[2:]
    await database.contests.decide(opened[0].id, 900, "upheld", None)
    assert await database.contests.list_open(limit=9) == opened[1:]
    assert await database.contests.count_open() == 2


async def test_the_first_decision_stands(database: Database, clock: MovedClock) -> None:
    row = await database.analyses.add(analysis())
    contest = await database.contests.open(7, row.id, None)
    clock.move(timedelta(days=1))
    decided = await database.contests.decide(contest.id, 900, "withdrawn", "не прочли опыт")
    assert (decided.state, decided.decided_by, decided.decided_at, decided.reply) == (
        "withdrawn",
        900,
        clock.now,
        "не прочли опыт",
    )
    assert await database.contests.decide(contest.id, 900, "withdrawn", "иначе") == decided
    for admin, state in ((900, "upheld"), (901, "withdrawn")):
        with pytest.raises(ContestDecidedError):
            await database.contests.decide(contest.id, admin, state, None)  # type: ignore[arg-type]


@pytest.mark.parametrize("contest_id", [1, 0, -3, 2**70])
async def test_an_unknown_contest(database: Database, contest_id: int) -> None:
    with pytest.raises(ContestNotFoundError):
        await database.contests.get(contest_id)
    with pytest.raises(ContestNotFoundError):
        await database.contests.decide(contest_id, 900, "upheld", None)


async def test_a_contest_goes_with_its_analysis(database: Database) -> None:
    row = await database.analyses.add(analysis())
    await database.contests.open(7, row.id, "слова о человеке")
    await database.analyses.delete(7, row.id)
    assert await database.contests.count_open() == 0


async def test_the_words_are_sealed_with_the_authors_key(path: Path, url: str) -> None:
    database = await open_database(url, data_keys=[b"k" * 32])
    row = await database.analyses.add(analysis())
    contest = await database.contests.open(7, row.id, "a word about a person")
    await database.contests.decide(contest.id, 900, "upheld", "an answer to that person")
    kept = await database.contests.get(contest.id)
    assert (kept.reason, kept.reply) == ("a word about a person", "an answer to that person")
    on_disk = bytes_on_disk(path)
    assert b"a word about" not in on_disk
    assert b"an answer to" not in on_disk
    await database.close()
