"""The one connection to the database file, with the settings that durability and erasure need."""

import logging
import sqlite3
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event

logger = logging.getLogger(__name__)

_PRAGMAS: Final = (
    "busy_timeout = 5000",
    "journal_mode = WAL",
    # FULL syncs the WAL at every commit: what was accepted survives a power cut.
    "synchronous = FULL",
    "foreign_keys = ON",
    # Overwrites what is deleted; without it an erased resume can be read from the file.
    "secure_delete = ON",
    # A used WAL is cut to nothing when it starts anew, so that old pages don't stay behind.
    "journal_size_limit = 0",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
)

_WAL_RESET_FIXED: Final = (3, 51, 3)
_WAL_RESET_BACKPORTS: Final = ((3, 44, 6), (3, 50, 7))


def create_engine(path: Path) -> Engine:
    """An engine over exactly one connection.

    sqlite3 itself begins a transaction, with the write lock, before the first INSERT, UPDATE or
    DELETE; reads run without one, and so does DDL (`begin_for_ddl`).
    """
    engine = sqlalchemy.create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"isolation_level": "IMMEDIATE"},
        pool_size=1,
        max_overflow=0,
        # The connection is only ever used in `begin()` blocks, which leave no transaction open.
        pool_reset_on_return=None,
        # Error texts end up in logs, and the parameters are people's resumes.
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    try:
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        cursor.close()


def begin_for_ddl(connection: Connection) -> None:
    """Makes schema changes part of the transaction, which sqlite3 would not begin for them."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def has_wal_reset_race(version: tuple[int, ...]) -> bool:
    """True for SQLite releases in which two connections in WAL mode can lose commits.

    https://sqlite.org/wal.html#walresetbug: 3.7.0 to 3.51.2, but for the backports.
    """
    if version >= _WAL_RESET_FIXED:
        return False
    return not any(version[:2] == fix[:2] and version >= fix for fix in _WAL_RESET_BACKPORTS)


def log_sqlite_version(path: Path) -> None:
    """Says at start which SQLite holds the data, and why only this process may open it."""
    logger.info("SQLite %s holds %s over one connection", sqlite3.sqlite_version, path)
    if has_wal_reset_race(sqlite3.sqlite_version_info):
        logger.warning(
            "SQLite %s can lose commits when two connections use one WAL file (fixed in 3.51.3): "
            "nothing else may write to %s while the bot runs",
            sqlite3.sqlite_version,
            path,
        )
