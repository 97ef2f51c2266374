"""Runs units of work one after another, each whole or not at all."""

import asyncio
import logging
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine, event

from domain.errors import DatabaseUnavailableError, StorageError
from storage.connection import begin_for_ddl
from storage.errors import storage_errors

logger = logging.getLogger(__name__)

_EMPTY_WAL = "PRAGMA wal_checkpoint(TRUNCATE)"

T = TypeVar("T")


_MOST_TOGETHER = 100


class _Unit(Generic[T]):
    """One caller's work with what came of it; a caller who is gone has cancelled `settled`."""

    def __init__(self, work: Callable[[Connection], T]) -> None:
        self.work = work
        self.settled: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._outcome: list[T] = []
        self._error: Exception | None = None

    def keep(self, outcome: T) -> None:
        self._outcome = [outcome]

    def fail(self, error: Exception) -> None:
        self._error = error

    def tell(self) -> None:
        if self.settled.cancelled():
            return
        if self._error is not None:
            self.settled.set_exception(self._error)
        else:
            self.settled.set_result(self._outcome[0])


class _Action(_Unit[None]):
    """Something that is done outside of any transaction, and so alone."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__(lambda _: None)
        self.act = act


class Transactions:
    """The only way to the connection: first come, first served.

    A caller that is cancelled before its work has begun has done nothing. Once it has begun, the
    work ends (commits or fails) even if the caller is gone: a connection that is interrupted would
    be replaced by a second one, and the file must only ever have one.

    The connection lives in one thread, and a unit of work goes there whole: a driver that goes
    there and back for each step of each statement took three times as long. All that waits goes
    there at once, and all its callers hear of it at once.
    """

    def __init__(self, engine: Engine, path: str) -> None:
        self._engine = engine
        self._path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="database")
        self._waiting: deque[_Unit[Any]] = deque()
        self._is_busy = False
        self._closed = False
        self._is_scrubbed = True

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Commits what `work` did and returns its result; raises StorageError.

        What waits for its turn together is committed together, since a sync of the disk costs more
        than all the rest. Where one of them fails, each is run again on its own: so `work` may be
        called twice, and must change nothing but the database.
        """
        return await self._in_line(_Unit(work))

    def watch(self, look: Callable[[object], None]) -> None:
        """Shows every statement to `look` before it runs, in the connection's thread."""
        event.listen(self._engine, "before_execute", lambda _, statement, *__: look(statement))

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
        if not self._closed:
            with suppress(DatabaseUnavailableError):  # another one closes it already
                await self._in_turn(self._let_go)
            self._thread.shutdown(wait=False)

    async def _in_turn(self, act: Callable[[], None]) -> None:
        await self._in_line(_Action(act))

    async def _in_line(self, unit: _Unit[T]) -> T:
        if self._closed:
            raise DatabaseUnavailableError(self._path)
        self._waiting.append(unit)
        if not self._is_busy:
            self._work_off()
        return await unit.settled

    def _work_off(self) -> None:
        """Sends what waits to the thread; called on the event loop, where nothing runs there."""
        units = self._next()
        self._is_busy = bool(units)
        if units:
            loop = asyncio.get_running_loop()
            self._thread.submit(self._work_on, units, loop)

    def _next(self) -> Sequence[_Unit[Any]]:
        """Units that are committed together, or one action."""
        units: list[_Unit[Any]] = []
        while self._waiting and len(units) < _MOST_TOGETHER:
            if isinstance(self._waiting[0], _Action) and units:
                break
            unit = self._waiting.popleft()
            if unit.settled.cancelled():
                continue
            units.append(unit)
            if isinstance(unit, _Action):
                break
        return units

    def _work_on(self, units: Sequence[_Unit[Any]], loop: asyncio.AbstractEventLoop) -> None:
        if isinstance(units[0], _Action):
            self._do(units[0])
        elif len(units) == 1 or not self._commit_together(units):
            for unit in units:
                self._commit_alone(unit)
        with suppress(RuntimeError):  # the loop has ended: nobody waits any more
            loop.call_soon_threadsafe(self._tell, units)

    def _tell(self, units: Sequence[_Unit[Any]]) -> None:
        for unit in units:
            unit.tell()
        if self._closed:
            while self._waiting:
                late = self._waiting.popleft()
                late.fail(DatabaseUnavailableError(self._path))
                late.tell()
        else:
            self._work_off()

    def _commit_together(self, units: Sequence[_Unit[Any]]) -> bool:
        try:
            with storage_errors(self._path), self._engine.begin() as connection:
                begin_for_ddl(connection)
                outcomes = [unit.work(connection) for unit in units]
        except Exception:  # noqa: BLE001  (whose fault it is shows when each runs alone)
            return False
        for unit, outcome in zip(units, outcomes, strict=True):
            unit.keep(outcome)
        return True

    def _commit_alone(self, unit: _Unit[Any]) -> None:
        try:
            with storage_errors(self._path), self._engine.begin() as connection:
                outcome = unit.work(connection)
        except Exception as error:  # noqa: BLE001  (thread boundary: raised again in `_in_line`)
            unit.fail(error)
        else:
            unit.keep(outcome)

    def _do(self, action: _Action) -> None:
        try:
            action.act()
        except Exception as error:  # noqa: BLE001  (thread boundary: raised again in `_in_line`)
            action.fail(error)
        else:
            action.keep(None)

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
        self._closed = True
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
