"""Updates: on disk once, in order, until they are finished."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import JsonValue

from domain.errors import StorageError
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import bytes_on_disk


def _update(update_id: int, text: str = "") -> dict[str, JsonValue]:
    return {"update_id": update_id, "message": {"text": text, "chat": {"id": 5}}}


async def _pending_ids(database: Database) -> list[int]:
    return [update.update_id for update in await database.inbox.pending(limit=1000)]


async def test_a_full_batch_is_kept_in_order(database: Database) -> None:
    batch = [_update(number, "привет") for number in range(900, 1000)]
    assert await database.inbox.accept(1, batch) == 100
    pending = await database.inbox.pending(limit=1000)
    assert [update.body for update in pending] == batch
    assert {(update.bot_id, update.attempts) for update in pending} == {(1, 0)}
    assert [update.key for update in pending] == sorted(update.key for update in pending)
    assert len(await database.inbox.pending(limit=3)) == 3


async def test_repetitions_are_ignored(database: Database) -> None:
    assert await database.inbox.accept(1, [_update(1), _update(2), _update(2)]) == 2
    assert await database.inbox.accept(1, [_update(2), _update(3)]) == 1
    assert await database.inbox.accept(1, []) == 0
    assert await _pending_ids(database) == [1, 2, 3]


async def test_two_bots_may_use_one_id(database: Database) -> None:
    assert await database.inbox.accept(1, [_update(1)]) == 1
    assert await database.inbox.accept(2, [_update(1)]) == 1


async def test_a_finished_update_does_not_return(database: Database) -> None:
    await database.inbox.accept(1, [_update(1), _update(2)])
    first = (await database.inbox.pending(limit=1))[0]
    await database.inbox.finish(first.key, "done")
    await database.inbox.finish(first.key, "failed")
    assert await database.inbox.accept(1, [_update(1)]) == 0
    assert await _pending_ids(database) == [2]


async def test_attempts_are_counted_across_restarts(database: Database, url: str) -> None:
    await database.inbox.accept(1, [_update(1)])
    key = (await database.inbox.pending(limit=1))[0].key
    await database.inbox.start(key)
    await database.close()
    again = await open_database(url)
    await again.inbox.start(key)
    assert [update.attempts for update in await again.inbox.pending(limit=1)] == [2]
    await again.close()


async def test_a_batch_with_a_broken_update_is_not_stored_by_half(database: Database) -> None:
    with pytest.raises(ValueError, match="update_id"):
        await database.inbox.accept(1, [_update(1), {"message": {}}])
    with pytest.raises(StorageError):
        await database.inbox.accept(1, [_update(1), _update(2**70)])
    assert await _pending_ids(database) == []


async def test_text_that_utf8_cannot_hold_is_mended(database: Database) -> None:
    await database.inbox.accept(1, [_update(1, "a\ud800b \U0001f600 \x00")])
    body = (await database.inbox.pending(limit=1))[0].body
    assert body["message"] == {"text": "a\ufffdb \U0001f600 \x00", "chat": {"id": 5}}


async def test_an_id_may_come_again_after_a_quiet_week(
    database: Database, clock: MovedClock
) -> None:
    await database.inbox.accept(1, [_update(1), _update(2)])
    first = (await database.inbox.pending(limit=1))[0]
    await database.inbox.finish(first.key, "done")
    clock.move(timedelta(hours=25))
    assert await database.inbox.accept(1, [_update(1)]) == 0
    clock.move(timedelta(days=6))
    assert await database.inbox.accept(1, [_update(1), _update(2)]) == 1
    assert await _pending_ids(database) == [2, 1]


async def test_a_finished_updates_words_are_gone_from_the_disk(
    database: Database, path: Path
) -> None:
    await database.inbox.accept(1, [_update(n, f"метка-{n} " * 400) for n in range(20)])
    for update in await database.inbox.pending(limit=100):
        await database.inbox.start(update.key)
        await database.inbox.finish(update.key, "done")
    await database.close()
    assert "метка".encode() not in bytes_on_disk(path)
