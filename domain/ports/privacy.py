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

        A ban stays with the id alone, since it would be no ban otherwise; of an admin's act its
        bare fact; of an update its number.
        """
        ...

    async def trace_file(self, file_sha256: str) -> FileTraces: ...

    async def erase_file(self, file_sha256: str) -> FileTraces:
        """Removes every analysis of this file, whoever made it, and what is still to become one:
        open cards, unfinished work, resumes of batches. Returns what there was."""
        ...

    async def purge(self, before: datetime) -> Purge:
        """Removes what has come to an end before this time, and people who have not come since
        and of whom nothing is left; unfinished work stays."""
        ...
