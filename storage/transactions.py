"""Runs units of work one after another, each whole or not at all."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.errors import DatabaseUnavailableError, StorageError
from storage.errors import storage_errors

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Transactions:
    """The only way to the connection: first come, first served.

    A caller that is cancelled while it waits for its turn has done nothing. Once its work has
    begun, the work ends (commits or fails) even if the caller is gone: a connection that is
    interrupted would be replaced by a second one, and the file must only ever have one.
    """

    def __init__(self, engine: AsyncEngine, path: str) -> None:
        self._engine = engine
        self._path = path
        self._turn = asyncio.Lock()
        self._closed = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Commits what `work` did and returns its result; raises StorageError."""
        return await self._in_turn(lambda: self._commit(work))

    async def checkpoint(self) -> None:
        """Moves the WAL into the database and empties it, so that no old page stays there."""
        await self._in_turn(self._checkpoint)

    async def copy_to(self, target: Path) -> None:
        """Writes a whole copy as of now, without what was deleted; `target` must not exist yet."""
        await self._in_turn(lambda: self._copy_to(target))

    async def close(self) -> None:
        """Waits for the running work, then checkpoints and lets go of the file. Idempotent."""
        async with self._turn:
            if self._closed:
                return
            self._closed = True
            try:
                await self._checkpoint()
            except StorageError:
                # Nothing is lost: the next start reads what stayed in the WAL.
                logger.warning("the WAL of %s was left to the next start", self._path)
            finally:
                await self._engine.dispose()

    async def _in_turn(self, action: Callable[[], Coroutine[None, None, T]]) -> T:
        await self._turn.acquire()
        if self._closed:
            self._turn.release()
            raise DatabaseUnavailableError(self._path)
        running = asyncio.create_task(action())
        running.add_done_callback(lambda _: self._turn.release())
        return await asyncio.shield(running)

    async def _commit(self, work: Callable[[Connection], T]) -> T:
        with storage_errors(self._path):
            async with self._engine.begin() as connection:
                return await connection.run_sync(work)

    async def _checkpoint(self) -> None:
        with storage_errors(self._path):
            async with self._engine.connect() as connection:
                # Past SQLAlchemy, which would begin a transaction; in one, a checkpoint fails.
                driver = (await connection.get_raw_connection()).driver_connection
                if driver is not None and await _empty_wal(driver):
                    logger.warning("another reader keeps the WAL of %s from emptying", self._path)

    async def _copy_to(self, target: Path) -> None:
        with storage_errors(self._path):
            async with self._engine.connect() as connection:
                # Past SQLAlchemy as well: VACUUM fails in a transaction. A backup through a
                # connection of its own would be the second one that the file must not have.
                driver = (await connection.get_raw_connection()).driver_connection
                if driver is not None:
                    await _vacuum_into(driver, target, self._path)


async def _vacuum_into(driver: Any, target: Path, path: str) -> None:
    try:
        async with driver.execute("VACUUM INTO ?", (str(target),)):
            pass
    except sqlite3.Error as error:
        raise DatabaseUnavailableError(path) from error


async def _empty_wal(driver: Any) -> bool:
    """True where a second connection stood in the way. `driver` is an aiosqlite connection."""
    async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
        is_blocked, _, _ = await cursor.fetchone()
        return bool(is_blocked)
