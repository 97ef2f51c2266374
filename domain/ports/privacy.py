"""What gathers and erases personal data."""

from datetime import datetime
from typing import Protocol

from domain.privacy import FileTraces, Purge, StoredCounts, StoredRows


class PersonalData(Protocol):
    """Everything that is stored about people."""

    async def count(self, user_id: int) -> StoredCounts: ...

    async def gather(self, user_id: int) -> StoredRows:
        """All rows about the person, opened."""
        ...

    async def erase(self, user_id: int) -> StoredCounts:
        """Removes all of them and their bytes; returns what there was.

        A ban stays, with the id alone: it would be no ban otherwise.
        """
        ...

    async def trace_file(self, file_sha256: str) -> FileTraces: ...

    async def erase_file(self, file_sha256: str) -> FileTraces:
        """Removes every analysis of this file, whoever made it; returns what there was."""
        ...

    async def purge(self, before: datetime) -> Purge:
        """Removes analyses, finished work and idle dialogs from before this time."""
        ...
