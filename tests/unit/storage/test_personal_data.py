"""Gathered whole, erased whole: no byte of a person stays on the disk, and others lose nothing."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import JsonValue

from domain.batch import ItemSource, NewBatch, NewBatchItem
from domain.vacancy import NewVacancy
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis, bytes_on_disk, task

MARKER = "Марципанова"
KEYS: list[Sequence[bytes]] = [(), (b"k" * 32,)]
SHA = "ab" * 32


async def _live(database: Database, user_id: int) -> None:
    """Leaves a trace of every kind."""
    await database.people.meet(user_id)
    await database.people.agree(
        user_id, "processing", version="1", text_sha256="0" * 64, language="ru"
    )
    await database.vacancies.add(NewVacancy(user_id=user_id, title=f"{MARKER} {user_id}"))
    stored = await database.analyses.add(analysis(user_id, f"{MARKER} {user_id}"))
    await database.analyses.add(analysis(user_id, "x").model_copy(update={"parent_id": stored.id}))
    await database.contests.open(user_id, stored.id, f"{MARKER} спорит")
    await database.verdicts.set_useful(user_id, stored.id, True)
    await database.tasks.add(task(user_id, f"{MARKER} {user_id}"))
    await database.states.set_data(f"dialog {user_id}", {"draft": MARKER}, owner=user_id)
    batch = NewBatch(user_id=user_id, chat_id=user_id, locale="ru", origin="album")
    item = NewBatchItem(place=1, file_name=f"{MARKER}.pdf", source=ItemSource(file_id=MARKER))
    await database.batches.collect(batch, item)
    body: dict[str, JsonValue] = {
        "update_id": user_id,
        "message": {"from": {"id": user_id}, "text": MARKER},
    }
    await database.inbox.accept(1, [body])


@pytest.mark.parametrize("keys", KEYS, ids=["open", "sealed"])
async def test_what_is_gathered_is_all_and_only_mine(
    keys: Sequence[bytes], url: str, clock: MovedClock
) -> None:
    database = await open_database(url, clock=clock, data_keys=keys)
    for user_id in (7, 8):
        await _live(database, user_id)
    rows = await database.personal.gather(7)
    for kind in ("person", "consents", "vacancies", "analyses", "contests", "verdicts", "tasks"):
        assert rows[kind], kind
    assert rows["batch_items"][0]["file_name"] == f"{MARKER}.pdf"
    assert rows["dialogs"][0]["data"] == {"draft": MARKER}
    assert f"{MARKER} 7" in str(rows["analyses"])
    assert "8" not in {str(row.get("user_id")) for kind in rows.values() for row in kind}
    assert "data_key" not in rows["person"][0]
    await database.close()


@pytest.mark.parametrize("keys", KEYS, ids=["open", "sealed"])
async def test_after_an_erasure_no_byte_is_left(
    keys: Sequence[bytes], url: str, path: Path, clock: MovedClock
) -> None:
    database = await open_database(url, clock=clock, data_keys=keys)
    await _live(database, 7)
    counted = await database.personal.count(7)
    gone = await database.personal.erase(7)
    assert gone == counted
    assert (gone.analyses, gone.contests, gone.vacancies, gone.unfinished) == (2, 1, 1, 1)
    assert MARKER.encode() not in bytes_on_disk(path)
    assert (await database.personal.erase(7)).total == 0
    assert await database.people.find(7) is None
    assert await database.inbox.pending(limit=5) == []
    await database.close()


async def test_others_keep_what_is_theirs(database: Database) -> None:
    for user_id in (7, 8):
        await _live(database, user_id)
    before = await database.personal.gather(8)
    await database.personal.erase(7)
    assert await database.personal.gather(8) == before
    assert len(await database.inbox.pending(limit=5)) == 1


async def test_an_update_that_was_handled_is_still_known(database: Database) -> None:
    body: dict[str, JsonValue] = {"update_id": 9, "message": {"from": {"id": 7}, "text": MARKER}}
    await database.inbox.accept(1, [body])
    await database.personal.erase(7)
    assert await database.inbox.accept(1, [body]) == 0


async def test_a_file_is_erased_from_everybodys_history(database: Database) -> None:
    for user_id in (7, 7, 8):
        await database.analyses.add(analysis(user_id))
    other = await database.analyses.add(analysis(8).model_copy(update={"file_sha256": "cd" * 32}))
    traces = await database.personal.trace_file(SHA)
    assert (traces.analyses, traces.people) == (3, 2)
    assert await database.personal.erase_file(SHA) == traces
    assert (await database.personal.trace_file(SHA)).analyses == 0
    assert await database.analyses.get(8, other.id) == other


async def test_only_what_is_too_old_is_purged(
    database: Database, clock: MovedClock, path: Path
) -> None:
    old = await database.analyses.add(analysis(7, MARKER))
    done = await database.tasks.add(task(7))
    await database.tasks.finish(done.id, "done")
    waiting = await database.tasks.add(task(7, "waiting"))
    await database.states.set_data("idle", {"draft": MARKER}, owner=7)
    clock.move(timedelta(days=30, seconds=1))
    fresh = await database.analyses.add(analysis(7, "fresh"))
    gone = await database.personal.purge(clock.now - timedelta(days=30))
    assert (gone.analyses, gone.tasks, gone.dialogs) == (1, 1, 1)
    assert [row.id for row in await database.analyses.list_newest(7, limit=9, offset=0)] == [
        fresh.id
    ]
    assert [one.id for one in await database.tasks.unfinished()] == [waiting.id]
    assert old.id != fresh.id
    assert MARKER.encode() not in bytes_on_disk(path)
