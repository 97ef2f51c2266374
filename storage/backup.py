"""The database as a file: whole copies of it, and how it is."""

import asyncio
import gzip
import os
import shutil
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, select

from domain.errors import DatabaseUnavailableError
from domain.health import DatabaseHealth, WorkHealth
from storage.clock import Clock
from storage.connection import has_wal_reset_race
from storage.tables import UNFINISHED, tasks, updates
from storage.transactions import Transactions

_LARGEST_CHECKED_BYTES: Final = 300_000_000
"""A quick check reads the whole file; this much takes about a quarter of a second."""
_PARTIAL: Final = ".partial"
_LATELY: Final = timedelta(days=1)


class SqlDatabaseKeeper:
    """Implements domain.ports.DatabaseKeeper."""

    def __init__(self, transactions: Transactions, clock: Clock, path: Path) -> None:
        self._transactions = transactions
        self._clock = clock
        self._path = path

    @property
    def path(self) -> Path:
        return self._path

    async def copy_to(self, target: Path) -> None:
        await self._transactions.copy_to(target)

    async def back_up(self, folder: Path) -> Path:
        """Only the copy holds the others up; checking and packing it happens in a thread."""
        _make(folder)
        self.clear(folder)
        name = f"{self._path.stem}-{self._clock():%Y%m%d-%H%M%S}.db"
        copy, packed = folder / f"{name}{_PARTIAL}", folder / f"{name}.gz"
        try:
            await self.copy_to(copy)
            await asyncio.to_thread(_check_and_pack, copy, packed)
        finally:
            copy.unlink(missing_ok=True)
        for older in self._copies(folder):
            if older != packed:
                older.unlink(missing_ok=True)
        return packed

    def oldest_copy_at(self, folder: Path) -> datetime | None:
        made_at = [path.stat().st_mtime for path in self._copies(folder)]
        return datetime.fromtimestamp(min(made_at), UTC) if made_at else None

    def clear(self, folder: Path) -> None:
        for left in folder.glob(f"*{_PARTIAL}"):
            left.unlink(missing_ok=True)

    async def scrub(self) -> None:
        await self._transactions.scrub_again()

    def _copies(self, folder: Path) -> Sequence[Path]:
        return sorted(folder.glob(f"{self._path.stem}-*.db.gz"))

    async def health(self) -> DatabaseHealth:
        is_sound = await self._transactions.run(_quick_check) if self._is_small() else None
        return DatabaseHealth(
            path=str(self._path),
            size_bytes=_size(self._path),
            wal_bytes=_size(self._path.with_name(self._path.name + "-wal")),
            is_sound=is_sound,
            sqlite_version=sqlite3.sqlite_version,
            has_wal_reset_race=has_wal_reset_race(sqlite3.sqlite_version_info),
        )

    async def work(self) -> WorkHealth:
        since = self._clock() - _LATELY
        return await self._transactions.run(lambda connection: _work(connection, since))

    def _is_small(self) -> bool:
        return _size(self._path) <= _LARGEST_CHECKED_BYTES


def _make(folder: Path) -> None:
    """For this account's eyes only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _check_and_pack(copy: Path, packed: Path) -> None:
    """Raises DatabaseUnavailableError for a copy that is not sound, or that the disk can't hold."""
    try:
        database = sqlite3.connect(copy)
        try:
            (verdict,) = database.execute("PRAGMA integrity_check(1)").fetchone()
        finally:
            database.close()
        if verdict != "ok":
            raise DatabaseUnavailableError(str(copy))
        partial = packed.with_name(packed.name + _PARTIAL)
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        with (
            copy.open("rb") as source,
            os.fdopen(os.open(partial, flags, 0o600), "wb") as file,
            gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6, mtime=0) as target,
        ):
            shutil.copyfileobj(source, target, 1 << 20)
        partial.rename(packed)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnavailableError(str(packed)) from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _quick_check(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() == "ok")


def _work(connection: Connection, since: Any) -> WorkHealth:
    open_updates = select(func.count(), func.min(updates.c.accepted_at)).where(
        # One that is being handled, such as the question itself, waits no more.
        updates.c.state == "accepted"
    )
    open_tasks = (
        select(tasks.c.kind, func.count(), func.min(tasks.c.created_at))
        .where(tasks.c.state.in_(UNFINISHED))
        .group_by(tasks.c.kind)
        .order_by(tasks.c.kind)
    )
    ended = (
        select(tasks.c.state, tasks.c.error == "SetAside", func.count())
        .where(tasks.c.finished_at >= since)
        .group_by(tasks.c.state, tasks.c.error == "SetAside")
    )
    waiting, oldest = connection.execute(open_updates).one()
    by_kind = connection.execute(open_tasks).all()
    ends = {(state, bool(aside)): count for state, aside, count in connection.execute(ended)}
    return WorkHealth(
        waiting_updates=waiting,
        oldest_update_at=oldest,
        waiting_tasks={kind: count for kind, count, _ in by_kind},
        oldest_task_at=min((since for _, _, since in by_kind), default=None),
        set_aside=ends.get(("failed", True), 0),
        failed=ends.get(("failed", False), 0),
        done=sum(count for (state, _), count in ends.items() if state == "done"),
    )
