"""Tasks: kept until finished, and never two analyses for one."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from domain.errors import StorageError, TaskClosedError
from storage.database import Database, open_database
from tests.unit.storage.samples import analysis, bytes_on_disk, task


async def test_a_task_survives_a_restart(database: Database, url: str) -> None:
    first = await database.tasks.add(task(user_id=7))
    second = await database.tasks.add(task(user_id=8))
    assert (
        first.model_dump(exclude={"id", "attempts", "created_at"}) == task(user_id=7).model_dump()
    )
    await database.tasks.start(first.id)
    await database.close()
    again = await open_database(url)
    started = first.model_copy(update={"attempts": 1})
    assert await again.tasks.unfinished() == [started, second]
    await again.close()


async def test_a_scored_task_owes_its_answer_and_is_not_cancelled_any_more(
    database: Database,
) -> None:
    stored = await database.tasks.add(task(user_id=7))
    await database.tasks.start(stored.id)
    owed = {"origin": "card:1"}
    scored = await database.tasks.finish_with_analysis(stored.id, analysis(), owed=owed)
    assert not await database.tasks.cancel(stored.id)
    owing = await database.tasks.find_unfinished(stored.id)
    assert owing is not None
    assert (owing.id, owing.kind, owing.payload, owing.attempts) == (stored.id, "answer", owed, 0)
    assert await database.tasks.analysis_of(stored.id) == scored.id
    await database.tasks.finish(stored.id, "done")
    assert await database.tasks.find_unfinished(stored.id) is None


async def test_an_attempt_that_was_put_back_did_not_count(database: Database) -> None:
    begun, waiting = [await database.tasks.add(task(user_id=7)) for _ in range(2)]
    await database.tasks.start(begun.id)
    await database.tasks.put_back([begun.id, waiting.id])
    assert [one.attempts for one in await database.tasks.unfinished()] == [0, 0]


async def test_what_waits_is_cancelled_once(database: Database) -> None:
    stored = await database.tasks.add(task(user_id=7))
    assert await database.tasks.cancel(stored.id)
    assert not await database.tasks.cancel(stored.id)
    assert not await database.tasks.unfinished()


@pytest.mark.parametrize("outcome", ["done", "failed", "cancelled"])
async def test_a_finished_task_is_not_taken_up_again(database: Database, outcome: str) -> None:
    stored = await database.tasks.add(task())
    await database.tasks.finish(stored.id, outcome)  # type: ignore[arg-type]
    await database.tasks.finish(stored.id, "done")
    await database.tasks.start(stored.id)
    assert await database.tasks.unfinished() == []


async def test_the_analysis_and_the_end_of_the_task_come_together(database: Database) -> None:
    stored = await database.tasks.add(task())
    scored = await database.tasks.finish_with_analysis(stored.id, analysis())
    assert await database.tasks.unfinished() == []
    assert await database.analyses.list_newest(7, limit=10, offset=0) == [scored]


async def test_a_second_finish_gives_the_first_row(database: Database) -> None:
    stored = await database.tasks.add(task())
    first = await database.tasks.finish_with_analysis(stored.id, analysis(position="Первый"))
    repeated = await asyncio.gather(
        *(database.tasks.finish_with_analysis(stored.id, analysis()) for _ in range(5))
    )
    assert repeated == [first] * 5
    assert await database.analyses.count(7) == 1


@pytest.mark.parametrize("outcome", ["failed", "cancelled", "done"])
async def test_a_closed_task_gets_no_analysis(database: Database, outcome: str) -> None:
    stored = await database.tasks.add(task())
    await database.tasks.finish(stored.id, outcome)  # type: ignore[arg-type]
    with pytest.raises(TaskClosedError):
        await database.tasks.finish_with_analysis(stored.id, analysis())
    assert await database.analyses.count(7) == 0


async def test_an_unknown_task_gets_no_analysis(database: Database) -> None:
    with pytest.raises(TaskClosedError):
        await database.tasks.finish_with_analysis(99, analysis())


async def test_a_deleted_analysis_does_not_return(database: Database) -> None:
    stored = await database.tasks.add(task())
    scored = await database.tasks.finish_with_analysis(stored.id, analysis())
    await database.analyses.delete(7, scored.id)
    with pytest.raises(TaskClosedError):
        await database.tasks.finish_with_analysis(stored.id, analysis())
    assert await database.analyses.count(7) == 0


async def test_what_fails_by_half_changes_nothing(database: Database) -> None:
    stored = await database.tasks.add(task())
    beyond_sqlite = analysis().model_copy(update={"user_id": 2**70})
    with pytest.raises(StorageError):
        await database.tasks.finish_with_analysis(stored.id, beyond_sqlite)
    assert await database.tasks.unfinished() == [stored]


async def test_a_finished_tasks_payload_is_gone_from_the_disk(
    database: Database, path: Path
) -> None:
    stored = [await database.tasks.add(task(text=f"метка-{n} " * 400)) for n in range(20)]
    for each in stored[:10]:
        await database.tasks.finish_with_analysis(each.id, analysis())
    for each in stored[10:]:
        await database.tasks.finish(each.id, "cancelled")
    await database.close()
    assert "метка".encode() not in bytes_on_disk(path)


async def test_a_kind_that_this_version_does_not_know_stops_no_start(
    database: Database, url: str, path: Path
) -> None:
    unknown = await database.tasks.add(task(7))
    known = await database.tasks.add(task(8))
    await database.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE tasks SET kind = 'levitate' WHERE id = ?", (unknown.id,))
        connection.commit()
    again = await open_database(url)
    assert [one.id for one in await again.tasks.unfinished()] == [known.id]
    await again.close()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT state, payload FROM tasks WHERE id = ?", (unknown.id,))
        assert rows.fetchall() == [("failed", None)]
