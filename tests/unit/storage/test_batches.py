"""Batches: collected once, expanded whole, and never two analyses for an item."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from domain.batch import PLACES_OF_A_MESSAGE, Batch, BatchItem, ItemSource, NewBatch, NewBatchItem
from domain.errors import BatchNotFoundError, TaskClosedError
from domain.failure import Failure
from domain.resume import FieldEvidence, Reading, Resume
from storage.database import Database, open_database
from tests.unit.storage.samples import analysis, bytes_on_disk

READING = Reading(
    resume=Resume(position="Шорник", key_skills=("упряжь",)),
    evidence={"position": FieldEvidence(confidence=0.5, page=1, line=3)},
)


def new_batch(message: int, chat_id: int = 7, **about: Any) -> NewBatch:
    origin = f"message:{message}"
    return NewBatch(user_id=chat_id, chat_id=chat_id, locale="ru", origin=origin, **about)


def new_item(message: int, part: int = 0, **about: Any) -> NewBatchItem:
    place = message * PLACES_OF_A_MESSAGE + part
    source = ItemSource(file_id=f"file-{place}")
    return NewBatchItem(place=place, file_name=f"{place}.pdf", source=source, **about)


async def working(database: Database, *places: int) -> tuple[Batch, list[BatchItem]]:
    for place in places:
        batch = await database.batches.collect(new_batch(place), new_item(place))
    assert await database.batches.move(batch.id, "collecting", "working")
    return batch, list(await database.batches.items(batch.id))


async def test_what_comes_while_a_chat_collects_is_one_batch(database: Database) -> None:
    first = await database.batches.collect(new_batch(1, hidden=("age",)), new_item(1))
    assert await database.batches.is_collecting(7)
    assert await database.batches.collect(new_batch(2), new_item(2)) == first
    assert (await database.batches.collect(new_batch(1, chat_id=8), new_item(1))).id != first.id
    items = await database.batches.items(first.id)
    assert [item.place for item in items] == [1_000, 2_000]
    assert await database.batches.get(7, first.id) == first
    assert first.hidden == ("age",)


async def test_an_update_that_is_handled_again_adds_nothing(database: Database) -> None:
    batch, _ = await working(database, 1, 2)
    assert not await database.batches.is_collecting(7)
    for place in (1, 2):
        again = await database.batches.collect(new_batch(place), new_item(place))
        assert again.id == batch.id
    assert await database.batches.counts(batch.id) == {"waiting": 2}


async def test_another_person_reaches_no_batch(database: Database) -> None:
    batch, _ = await working(database, 1)
    for user_id, batch_id in ((8, batch.id), (7, batch.id + 1), (7, -1), (7, 10**30)):
        with pytest.raises(BatchNotFoundError):
            await database.batches.get(user_id, batch_id)


async def test_a_container_becomes_its_parts_once(database: Database) -> None:
    batch, (_, container) = await working(database, 1, 2)
    refused = Failure(code="unsupported", facts={"media_type": "inode/symlink"})
    parts = [new_item(2, 1), new_item(2, 2, failure=refused)]
    await database.batches.expand(container.id, parts)
    await database.batches.expand(container.id, parts)
    again = await database.batches.collect(new_batch(2), new_item(2))
    assert again.id == batch.id
    _, good, bad = await database.batches.items(batch.id)
    assert (good.state, bad.state) == ("waiting", "failed")
    assert bad.failure == refused


async def test_an_item_is_read_then_scored(database: Database, url: str) -> None:
    batch, (item,) = await working(database, 1)
    await database.batches.begin_item(item.id)
    assert (await database.batches.items(batch.id))[0].attempts == 1
    await database.batches.keep_reading(item.id, READING, "ab")
    await database.close()
    again = await open_database(url)
    (read,) = await again.batches.items(batch.id)
    assert (read.state, read.attempts, read.file_sha256) == ("scoring", 0, "ab")
    assert (read.resume, read.evidence) == (READING.resume, READING.evidence)
    new = analysis().model_copy(update={"batch_id": batch.id})
    stored = await again.batches.finish_item(item.id, new)
    assert await again.batches.analyses(7, batch.id) == [stored]
    (done,) = await again.batches.items(batch.id)
    assert (done.state, done.analysis_id, done.resume) == ("done", stored.id, None)
    assert done.evidence == READING.evidence
    await again.close()


async def test_an_item_gets_one_analysis_however_often_it_ends(database: Database) -> None:
    _, (item,) = await working(database, 1)
    ends = (database.batches.finish_item(item.id, analysis()) for _ in range(5))
    rows = await asyncio.gather(*ends)
    assert len({row.id for row in rows}) == 1
    assert await database.analyses.count(7) == 1
    await database.batches.fail_item(item.id, Failure(code="damaged"), None)
    await database.analyses.delete(7, rows[0].id)
    with pytest.raises(TaskClosedError):
        await database.batches.finish_item(item.id, analysis())


async def test_what_has_ended_gets_no_analysis(database: Database) -> None:
    batch, (failed, repeated, late) = await working(database, 1, 2, 3)
    await database.batches.fail_item(failed.id, Failure(code="damaged"), "aa")
    await database.batches.mark_duplicate(repeated.id, late.id, "bb")
    await database.batches.finish(batch.id, "cancelled")
    for item in (failed, repeated, late):
        with pytest.raises(TaskClosedError):
            await database.batches.finish_item(item.id, analysis())
    assert await database.analyses.count(7) == 0
    await database.batches.finish(batch.id, "done")
    assert (await database.batches.get(7, batch.id)).state == "cancelled"


async def test_an_ended_batch_forgets_what_was_only_read(database: Database, path: Path) -> None:
    batch, items = await working(database, 1, 2)
    for item in items:
        await database.batches.keep_reading(item.id, READING, "ab")
    await database.batches.finish(batch.id, "done")
    assert all(
        item.source is None and item.resume is None
        for item in await database.batches.items(batch.id)
    )
    assert "Шорник".encode() not in bytes_on_disk(path)


async def test_what_is_read_after_the_end_is_not_kept(database: Database, path: Path) -> None:
    batch, (item,) = await working(database, 1)
    await database.batches.finish(batch.id, "cancelled")
    await database.batches.keep_reading(item.id, READING, "ab" * 32)
    (kept,) = await database.batches.items(batch.id)
    assert kept.resume is None
    assert kept.evidence is None
    assert "Шорник".encode("unicode_escape") not in bytes_on_disk(path)
