"""A key that is set later seals what lies there; a new key takes over from an old one."""

import asyncio
import gzip
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue

from domain.errors import SealBrokenError
from storage import sealing
from storage.database import Database, open_database
from storage.personal_tables import PERSONAL
from storage.transactions import Transactions
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.lives import live
from tests.unit.storage.samples import bytes_on_disk

OLD, NEW = b"o" * 32, b"n" * 32
MARKER = "Марципанова"
SEALED = [(kept.table.name, name) for kept in PERSONAL for name in kept.sealed]


async def _open(url: str, clock: MovedClock, *keys: bytes) -> Database:
    return await open_database(url, clock=clock, data_keys=keys)


async def _live_openly(url: str, clock: MovedClock, people: Sequence[int] = (7, 8)) -> Any:
    """What was gathered of the first person, from a database without a key."""
    database = await _open(url, clock)
    for user_id in people:
        await live(database, user_id, f"{MARKER}-{user_id}")
    gathered = await database.personal.gather(people[0])
    await database.close()
    return gathered


def _cells(path: Path) -> dict[tuple[str, str], list[str]]:
    connection = sqlite3.connect(path)
    found = {
        (table, name): [
            row[0]
            for row in connection.execute(f"SELECT {name} FROM {table} WHERE {name} NOT NULL")
        ]
        for table, name in SEALED
    }
    connection.close()
    return found


async def test_every_column_that_is_sealed_in_new_rows_is_sealed_in_old_ones(
    url: str, path: Path, clock: MovedClock
) -> None:
    before = await _live_openly(url, clock)
    assert MARKER.encode() in bytes_on_disk(path)
    sealed = await _open(url, clock, NEW)
    on_disk = bytes_on_disk(path)  # while it is open, so with the WAL
    assert on_disk.count(f"{MARKER}-7".encode()) == on_disk.count(f"{MARKER}-8".encode())
    assert await sealed.personal.gather(7) == before
    await sealed.close()
    cells = _cells(path)
    assert all(cells.values())
    assert all(cell.startswith('{"sealed":') for column in cells.values() for cell in column)


async def test_of_the_plain_bytes_nothing_stays_in_any_file(
    url: str, path: Path, clock: MovedClock
) -> None:
    """Without what admins wrote: those words are not sealed."""
    await _live_openly(url, clock, range(7, 15))
    connection = sqlite3.connect(path)
    for change in ("DELETE FROM admin_acts", "UPDATE invites SET note = NULL"):
        connection.execute(change)
    connection.commit()
    connection.close()
    sealed = await _open(url, clock, NEW)
    on_disk = bytes_on_disk(path)
    assert MARKER.encode() not in on_disk
    assert MARKER.encode("unicode_escape") not in on_disk
    await sealed.close()


async def test_a_start_that_is_killed_while_sealing_is_gone_on_with(
    url: str, path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await _live_openly(url, clock)
    monkeypatch.setattr("storage.paging.PAGE_ROWS", 1)
    steps = 0
    run = Transactions.run

    async def dies(self: Transactions, work: Any) -> Any:
        nonlocal steps
        steps += getattr(work, "func", None) is not None
        if steps == 9:
            raise KeyboardInterrupt
        return await run(self, work)

    with monkeypatch.context() as patched:
        patched.setattr(Transactions, "run", dies)
        with pytest.raises(KeyboardInterrupt):
            await _open(url, clock, NEW)
    half = [cell.startswith('{"sealed"') for cells in _cells(path).values() for cell in cells]
    assert any(half)
    assert not all(half)
    again = await _open(url, clock, NEW)
    assert await again.personal.gather(7) == before
    await again.close()
    assert all(cell.startswith('{"sealed"') for cells in _cells(path).values() for cell in cells)


async def test_what_is_sealed_already_is_not_looked_for_again(
    url: str, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _live_openly(url, clock)
    await (await _open(url, clock, NEW)).close()

    def fail(*_: Any, **__: Any) -> None:
        raise AssertionError

    monkeypatch.setattr(sealing, "_seal_page", fail)
    await (await _open(url, clock, NEW)).close()


async def test_what_a_stranger_said_in_a_group_makes_nobody_known(
    url: str, clock: MovedClock
) -> None:
    group: dict[str, JsonValue] = {"id": -5, "type": "group"}
    body: dict[str, JsonValue] = {"update_id": 1, "message": {"chat": group, "from": {"id": 7}}}
    database = await _open(url, clock)
    await database.inbox.accept(1, [body])
    await database.close()
    sealed = await _open(url, clock, NEW)
    assert await sealed.people.find(7) is None
    assert [one.body for one in await sealed.inbox.pending(limit=5)] == [body]
    await sealed.close()


async def test_a_new_key_takes_over_and_the_old_one_may_go(
    url: str, path: Path, clock: MovedClock
) -> None:
    gathered = []
    wrapped: list[bytes] = []
    for keys in ((OLD,), (NEW, OLD), (NEW,)):
        database = await _open(url, clock, *keys)
        if keys == (OLD,):
            await live(database, 7, MARKER)
        gathered.append(await database.personal.gather(7))
        on_disk = bytes_on_disk(path)
        assert [one in on_disk for one in wrapped] == [False] * (len(wrapped) > 0)
        await database.close()
        if keys == (OLD,):
            connection = sqlite3.connect(path)
            query = "SELECT data_key FROM people WHERE data_key NOT NULL"
            wrapped = [row[0] for row in connection.execute(query)]
            connection.close()
    assert gathered[0] == gathered[1] == gathered[2]
    with pytest.raises(SealBrokenError):
        await _open(url, clock, OLD)


async def test_a_backup_from_before_the_change_of_keys_opens_with_the_old_one(
    url: str, path: Path, clock: MovedClock, tmp_path: Path
) -> None:
    first = await _open(url, clock, OLD)
    await live(first, 7, MARKER)
    before = await first.personal.gather(7)
    packed = await first.keeper.back_up(tmp_path / "backups")
    await first.close()
    await (await _open(url, clock, NEW, OLD)).close()
    restored = tmp_path / "restored" / "bot.db"
    restored.parent.mkdir()
    restored.write_bytes(await asyncio.to_thread(gzip.decompress, packed.read_bytes()))
    again = await _open(f"sqlite+aiosqlite:///{restored}", clock, NEW, OLD)
    assert await again.personal.gather(7) == before
    await again.close()
