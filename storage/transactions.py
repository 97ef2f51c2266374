"""Runs units of work one after another, each whole or not at all."""

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine

from domain.errors import DatabaseUnavailableError, StorageError
from storage.connection import begin_for_ddl
from storage.errors import storage_errors

logger = logging.getLogger(__name__)

_EMPTY_WAL = "PRAGMA wal_checkpoint(TRUNCATE)"

T = TypeVar("T")


_MOST_TOGETHER = 100


class _Unit(Generic[T]):
    """One caller's work with what came of it."""

    def __init__(self, work: Callable[[Connection], T]) -> None:
        self.work = work
        self.is_abandoned = False
        self._outcome: list[T] = []
        self._error: Exception | None = None

    @property
    def is_done(self) -> bool:
        return bool(self._outcome) or self._error is not None

    def settle(self, outcome: T) -> None:
        self._outcome = [outcome]

    def fail(self, error: Exception) -> None:
        self._error = error

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._outcome[0]


class Transactions:
    """The only way to the connection: first come, first served.

    A caller that is cancelled before its work has begun has done nothing. Once it has begun, the
    work ends (commits or fails) even if the caller is gone: a connection that is interrupted would
    be replaced by a second one, and the file must only ever have one.

    The connection lives in one thread, and a unit of work goes there whole: a driver that goes
    there and back for each step of each statement took three times as long.
    """

    def __init__(self, engine: Engine, path: str) -> None:
        self._engine = engine
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._turn = asyncio.Lock()
        self._waiting: deque[_Unit[Any]] = deque()
        self._closed = False
        self._is_scrubbed = True

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Commits what `work` did and returns its result; raises StorageError.

        What waits for its turn together is committed together, since a sync of the disk costs more
        than all the rest. Where one of them fails, each is run again on its own: so `work` may be
        called twice, and must change nothing but the database.
        """
        unit: _Unit[T] = _Unit(work)
        self._waiting.append(unit)
        try:
            await self._turn.acquire()
        except asyncio.CancelledError:
            unit.is_abandoned = True
            raise
        if unit.is_done:
            self._turn.release()
        else:
            await self._in_my_turn(self._commit_waiting)
        return unit.result()

    async def checkpoint(self) -> None:
        """Moves the WAL into the database and empties it, so that no old page stays there."""
        self._is_scrubbed = False
        await self._in_turn(self._checkpoint)

    async def scrub(self) -> None:
        """Writes the database anew from its rows alone, so that nothing of what was erased stays.

        `secure_delete` overwrites what is deleted, but not the copies that SQLite leaves in a
        page's free middle when it moves rows between pages. Holds all others up meanwhile, and
        takes memory as large as the file.
        """
        await self._in_turn(self._scrub)
        self._is_scrubbed = True

    async def scrub_again(self) -> None:
        """Where something was erased since the last time."""
        if not self._is_scrubbed:
            await self.scrub()

    async def copy_to(self, target: Path) -> None:
        """Writes a whole copy as of now, without what was deleted; `target` must not exist yet."""
        await self._in_turn(lambda: self._copy_to(target))

    async def close(self) -> None:
        """Waits for the running work, then checkpoints and lets go of the file. Idempotent."""
        async with self._turn:
            if self._closed:
                return
            self._closed = True
            await asyncio.get_running_loop().run_in_executor(self._thread, self._let_go)
            self._thread.shutdown(wait=False)

    async def _in_turn(self, action: Callable[[], None]) -> None:
        await self._turn.acquire()
        await self._in_my_turn(action)

    async def _in_my_turn(self, action: Callable[[], None]) -> None:
        if self._closed:
            self._turn.release()
            raise DatabaseUnavailableError(self._path)
        running = asyncio.get_running_loop().run_in_executor(self._thread, action)
        running.add_done_callback(lambda _: self._turn.release())
        await asyncio.shield(running)

    def _commit_waiting(self) -> None:
        """Settles all that waits; whoever comes to their turn later may find it settled."""
        units: list[_Unit[Any]] = []
        while self._waiting and len(units) < _MOST_TOGETHER:
            unit = self._waiting.popleft()
            if not unit.is_abandoned:
                units.append(unit)
        if len(units) > 1 and self._commit_together(units):
            return
        for unit in units:
            self._commit_alone(unit)

    def _commit_together(self, units: Sequence["_Unit[Any]"]) -> bool:
        try:
            with storage_errors(self._path), self._engine.begin() as connection:
                begin_for_ddl(connection)
                outcomes = [unit.work(connection) for unit in units]
        except Exception:  # noqa: BLE001  (whose fault it is shows when each runs alone)
            return False
        for unit, outcome in zip(units, outcomes, strict=True):
            unit.settle(outcome)
        return True

    def _commit_alone(self, unit: "_Unit[Any]") -> None:
        try:
            with storage_errors(self._path), self._engine.begin() as connection:
                outcome = unit.work(connection)
        except Exception as error:  # noqa: BLE001  (thread boundary: raised again in `run`)
            unit.fail(error)
        else:
            unit.settle(outcome)

    def _checkpoint(self) -> None:
        with storage_errors(self._path), self._engine.connect() as connection:
            # Past SQLAlchemy, which would begin a transaction; in one, a checkpoint fails.
            is_blocked, _, _ = _driver(connection).execute(_EMPTY_WAL).fetchone()
            if is_blocked:
                logger.warning("another reader keeps the WAL of %s from emptying", self._path)

    def _scrub(self) -> None:
        with storage_errors(self._path), self._engine.connect() as connection:
            _driver(connection).execute("VACUUM")
        self._checkpoint()

    def _copy_to(self, target: Path) -> None:
        with storage_errors(self._path), self._engine.connect() as connection:
            # Past SQLAlchemy as well: VACUUM fails in a transaction. A backup through a
            # connection of its own would be the second one that the file must not have.
            _driver(connection).execute("VACUUM INTO ?", (str(target),))

    def _let_go(self) -> None:
        try:
            self._checkpoint()
        except StorageError:
            # Nothing is lost: the next start reads what stayed in the WAL.
            logger.warning("the WAL of %s was left to the next start", self._path)
        finally:
            self._engine.dispose()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
