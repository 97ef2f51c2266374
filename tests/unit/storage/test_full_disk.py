"""A disk without room: a clear error, no half of anything, and work again once there is room."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import JsonValue

from domain.errors import DatabaseUnavailableError
from storage.database import Database
from tests.unit.storage.samples import analysis, task


@contextmanager
def _no_room_beyond(size_bytes: int) -> Iterator[None]:
    """Makes writes fail past this size of any file; Python ignores the signal of it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_stores_nothing_by_half(database: Database, path: Path) -> None:
    stored = await database.tasks.add(task())
    batch: list[dict[str, JsonValue]] = [
        {"update_id": number, "text": "x" * 5000} for number in range(100)
    ]
    wal_bytes = path.with_name("bot.db-wal").stat().st_size
    with _no_room_beyond(wal_bytes + 20_000):
        with pytest.raises(DatabaseUnavailableError) as caught:
            await database.inbox.accept(1, batch)
        assert caught.value.path == str(path)
        with pytest.raises(DatabaseUnavailableError):
            await database.tasks.finish_with_analysis(stored.id, analysis(position="y" * 50_000))
        assert await database.inbox.pending(limit=1000) == []
        assert await database.tasks.unfinished() == [stored]
        assert await database.analyses.count(7) == 0
    assert await database.inbox.accept(1, batch) == 100
    await database.tasks.finish_with_analysis(stored.id, analysis())
    assert await database.analyses.count(7) == 1
