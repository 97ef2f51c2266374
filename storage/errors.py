"""SQLAlchemy's and SQLite's errors, told in the words of `domain.errors`."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from domain.errors import DatabaseBusyError, DatabaseUnavailableError, StorageError

_LOCKED_BY_ANOTHER = ("SQLITE_BUSY", "SQLITE_LOCKED")


@contextmanager
def storage_errors(path: str) -> Iterator[None]:
    """Lets only StorageErrors out of the block, with the original as the cause."""
    try:
        yield
    except SQLAlchemyError as error:
        raise _in_our_words(error, path) from error
    except sqlite3.Error as error:  # past SQLAlchemy: a checkpoint, a copy
        raise DatabaseUnavailableError(path) from error
    except OverflowError as error:  # an integer beyond SQLite's 64 bits
        raise StorageError from error


def _in_our_words(error: SQLAlchemyError, path: str) -> StorageError:
    if not isinstance(error, DBAPIError) or isinstance(error, IntegrityError):
        return StorageError()
    name = getattr(error.orig, "sqlite_errorname", None) or ""
    if name.startswith(_LOCKED_BY_ANOTHER):
        return DatabaseBusyError(path)
    return DatabaseUnavailableError(path)
