"""Opening: the folder, the schema, the settings, and every file that must be refused."""

import asyncio
import logging
import sqlite3
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from domain.errors import (
    DatabaseBusyError,
    DatabaseTooNewError,
    DatabaseUnavailableError,
    StorageError,
)
from domain.ports import AnalysisRepository, StateRepository, TaskStore, UpdateInbox
from storage.batch_tables import batches
from storage.connection import has_wal_reset_race
from storage.database import Database, open_database
from storage.tables import metadata
from tests.unit.storage.samples import analysis

# ASYNC240: these files are tiny, and nothing else runs in a test's event loop.
# ruff: noqa: ASYNC240


def _schema(path: Path) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    finally:
        connection.close()


async def test_the_queries_tables_are_the_migrated_ones(database: Database, path: Path) -> None:
    await database.close()
    assert batches.metadata is metadata
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


async def test_migrating_twice_changes_nothing(database: Database, url: str, path: Path) -> None:
    stored = await database.analyses.add(analysis())
    await database.close()
    schema = _schema(path)
    again = await open_database(url)
    assert await again.analyses.get(7, stored.id) == stored
    await again.close()
    assert _schema(path) == schema


async def test_the_parts_implement_the_ports(database: Database) -> None:
    parts: tuple[AnalysisRepository, UpdateInbox, TaskStore, StateRepository]
    parts = (database.analyses, database.inbox, database.tasks, database.states)  # mypy's to judge
    assert all(parts)


async def test_it_opens_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    database = await open_database("sqlite+aiosqlite:///a folder/50%/bot.db")
    await database.close()
    assert (tmp_path / "a folder/50%/bot.db").stat().st_size > 0


async def test_only_the_owner_may_read_the_files(database: Database, path: Path) -> None:
    await database.analyses.add(analysis())
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes.keys() == {"bot.db", "bot.db-wal", "bot.db-shm", "bot.db.lock"}
    assert set(modes.values()) == {0o600}


async def test_closing_twice_is_fine_and_ends_all_work(database: Database, path: Path) -> None:
    await database.analyses.add(analysis())
    await database.close()
    await database.close()
    assert {file.name for file in path.parent.iterdir()} == {"bot.db", "bot.db.lock"}
    with pytest.raises(DatabaseUnavailableError):
        await database.analyses.count(7)


async def test_a_later_versions_file_is_refused_and_left_alone(
    database: Database, url: str, path: Path
) -> None:
    await database.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    for _ in range(2):  # the refusal lets go of the file
        with pytest.raises(DatabaseTooNewError) as caught:
            await open_database(url)
        assert (caught.value.path, caught.value.revision) == (str(path), "9999")
    assert path.read_bytes() == before


async def test_a_file_that_is_no_database_is_refused(url: str, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"not a database, but longer than a header " * 50)
    before = path.read_bytes()
    for _ in range(2):
        with pytest.raises(DatabaseUnavailableError):
            await open_database(url)
    assert path.read_bytes() == before


async def test_a_start_that_fails_half_way_leaves_an_empty_schema(url: str, path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE analyses (somebody_elses TEXT)")
    connection.commit()
    connection.close()
    with pytest.raises(DatabaseUnavailableError):
        await open_database(url)
    assert [name for _, name, _ in _schema(path)] == ["analyses"]


async def test_a_folder_in_the_files_place_is_refused(url: str, path: Path) -> None:
    path.mkdir(parents=True)
    for _ in range(2):
        with pytest.raises(DatabaseUnavailableError):
            await open_database(url)


@pytest.mark.parametrize(
    "url",
    [
        "nonsense",
        "sqlite:///x.db",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite:///x.db?mode=ro",
        "postgresql+asyncpg://me:secret@host/x",
    ],
)
async def test_only_a_file_will_do(url: str) -> None:
    with pytest.raises(DatabaseUnavailableError) as caught:
        await open_database(url)
    assert "secret" not in str(caught.value)


async def test_a_second_owner_in_this_process_is_refused(database: Database, url: str) -> None:
    with pytest.raises(DatabaseBusyError):
        await open_database(url)
    stored = await database.analyses.add(analysis())
    assert await database.analyses.get(7, stored.id) == stored


async def test_a_database_that_is_locked_from_outside_says_so(
    database: Database, path: Path
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(DatabaseBusyError):
            await database.analyses.add(analysis())
    finally:
        other.execute("ROLLBACK")
        other.close()
    await database.analyses.add(analysis())
    assert await database.analyses.count(7) == 1


async def test_work_that_has_begun_ends_though_its_caller_is_gone(database: Database) -> None:
    for steps in range(1, 12):
        running = asyncio.create_task(database.analyses.add(analysis()))
        for _ in range(steps):
            await asyncio.sleep(0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert await database.analyses.count(7) == steps


async def test_work_that_waits_its_turn_can_be_called_off(database: Database) -> None:
    go_on = threading.Event()
    transactions = database.people._transactions
    first = asyncio.create_task(transactions.run(lambda _: go_on.wait(10)))
    await asyncio.sleep(0.05)
    second = asyncio.create_task(database.analyses.add(analysis()))
    await asyncio.sleep(0)
    second.cancel()
    go_on.set()
    await first
    assert second.cancelled()
    assert await database.analyses.count(7) == 0


async def test_what_waits_together_is_whole_or_not_one_by_one(database: Database) -> None:
    """One that fails takes nobody with it, though they were committed together."""
    bad = analysis(position="x").model_copy(update={"source": None})
    wanted = [bad if number % 4 == 3 else analysis() for number in range(40)]
    outcomes = await asyncio.gather(
        *(database.analyses.add(one) for one in wanted), return_exceptions=True
    )
    failed = [isinstance(outcome, StorageError) for outcome in outcomes]
    assert failed == [number % 4 == 3 for number in range(40)]
    assert await database.analyses.count(7) == 30


async def test_errors_do_not_quote_the_resume(database: Database) -> None:
    bad = analysis(position="секрет").model_copy(update={"source": None})
    with pytest.raises(StorageError) as caught:
        await database.analyses.add(bad)
    texts = [str(caught.value), repr(caught.value), str(caught.value.__cause__)]
    assert not any("секрет" in text for text in texts)


async def test_the_start_names_the_sqlite_version(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="storage"):
        database = await open_database(url)
    await database.close()
    assert f"SQLite {sqlite3.sqlite_version}" in caplog.text


@pytest.mark.parametrize(
    ("version", "has_race"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_which_sqlite_has_the_wal_reset_race(version: tuple[int, ...], has_race: bool) -> None:
    assert has_wal_reset_race(version) is has_race
