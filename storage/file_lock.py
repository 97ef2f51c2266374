"""One process owns a database file: a lock that ends with the process, however it ends.

SQLite before 3.51.3 can lose commits when two connections checkpoint at the same time, so a
second process must not even open the file.
"""

import fcntl
import os
from pathlib import Path
from typing import Final

from domain.errors import DatabaseBusyError

_paths_held_here: Final[set[Path]] = set()


class DatabaseLock:
    """Held from creation to `release`. The empty lock file stays: removing it would race.

    A POSIX record lock, unlike flock, is not inherited by forked children, so a parser that
    outlives a killed bot does not keep the next bot out. It also does not exclude the own
    process, hence `_paths_held_here`.
    """

    def __init__(self, database: Path) -> None:
        """Raises DatabaseBusyError at once where another owner lives; OSError is the caller's."""
        self._path = database.with_name(database.name + ".lock")
        if self._path in _paths_held_here:
            raise DatabaseBusyError(str(database))
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.lockf(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._descriptor)
            raise DatabaseBusyError(str(database)) from error
        except PermissionError as error:  # EACCES is POSIX's other spelling of "held"
            os.close(self._descriptor)
            raise DatabaseBusyError(str(database)) from error
        _paths_held_here.add(self._path)

    def release(self) -> None:
        """Idempotent."""
        if self._path in _paths_held_here:
            _paths_held_here.discard(self._path)
            os.close(self._descriptor)
