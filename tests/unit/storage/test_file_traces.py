"""A file is found by its hash wherever it went, and taken out of all of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pydantic import JsonValue

from domain.errors import TaskClosedError
from domain.work import DialogState
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.lives import KEPT, SHA, WINDOW, live
from tests.unit.storage.samples import analysis, bytes_on_disk

KEYS: list[Sequence[bytes]] = [(), (b"k" * 32,)]
OTHER: JsonValue = {"draft": {"n": "x"}}


async def test_a_file_is_erased_from_everybodys_history(database: Database) -> None:
    for user_id in (7, 7, 8):
        await database.analyses.add(analysis(user_id))
    other = await database.analyses.add(analysis(8).model_copy(update={"file_sha256": "cd" * 32}))
    traces = await database.personal.trace_file(SHA)
    assert (traces.analyses, traces.people, traces.total) == (3, 2, 3)
    assert await database.personal.erase_file(SHA) == traces
    assert (await database.personal.trace_file(SHA)).total == 0
    assert await database.analyses.get(8, other.id) == other


@pytest.mark.parametrize("keys", KEYS, ids=["open", "sealed"])
async def test_open_cards_and_waiting_work_lose_it_too(
    keys: Sequence[bytes], url: str, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.paging.PAGE_ROWS", 1)
    database = await open_database(url, clock=clock, data_keys=keys)
    for user_id in (7, 8):
        await live(database, user_id, "x")
        await database.states.save(
            DialogState(key=f"fsm:1:{user_id}:{user_id}:aiogd:stack:", data={"i": 1})
        )
    await database.states.save(DialogState(key=WINDOW.format(9), data={"dialog_data": {}}, owner=9))
    traces = await database.personal.trace_file(SHA)
    assert traces.model_dump() == {"analyses": 2, "people": 2, "cards": 6, "task_ids": (1, 2)}
    assert await database.personal.erase_file(SHA) == traces
    assert (await database.personal.trace_file(SHA)).total == 0
    assert await database.tasks.unfinished() == []
    for user_id in (7, 8):
        assert (await database.states.get(WINDOW.format(user_id))).data == {}
        assert (await database.states.get(f"fsm:1:{user_id}:{user_id}:aiogd:stack:")).data == {}
        kept = (await database.states.get(KEPT.format(user_id))).data
        assert kept == {"shelf": {"other": OTHER}, "form": {"index": 2}}
    assert (await database.states.get(WINDOW.format(9))).data == {"dialog_data": {}}
    await database.close()


async def test_what_is_being_scored_does_not_come_back(database: Database, path: Path) -> None:
    await live(database, 7, "Марципанова")
    (item,) = await database.batches.items(1)
    (task,) = await database.tasks.unfinished()
    await database.personal.erase_file(SHA)
    with pytest.raises(TaskClosedError):
        await database.tasks.finish_with_analysis(task.id, analysis(7))
    with pytest.raises(TaskClosedError):
        await database.batches.finish_item(item.id, analysis(7))
    (item,) = await database.batches.items(1)
    assert (item.file_name, item.resume, item.file_sha256) == (None, None, None)
    assert item.failure
    assert item.failure.code == "nothing_to_score"
    assert SHA.encode() not in bytes_on_disk(path)
