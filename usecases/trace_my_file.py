"""A candidate finds, and erases, what others keep of their file."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Collection

from domain.ports import PersonalData
from domain.privacy import FileTraces

CancelTasks = Callable[[Collection[int]], Awaitable[object]]
"""Stops these tasks and tells who asked for them."""


class TraceMyFile:
    """Knows a file by the SHA-256 of its bytes; whoever has the same file may ask."""

    def __init__(self, personal: PersonalData) -> None:
        self._personal = personal

    async def find(self, content: bytes) -> tuple[str, FileTraces]:
        """The file's SHA-256 (lower-case hex), and where it is known."""
        digest = (await asyncio.to_thread(hashlib.sha256, content)).hexdigest()
        return digest, await self._personal.trace_file(digest)

    async def erase(self, file_sha256: str, cancel: CancelTasks) -> FileTraces:
        """Removes all that is known of the file; returns what there was.

        Who waits for work on it is told first, so that a crash in between leaves nobody waiting.
        """
        found = await self._personal.trace_file(file_sha256)
        await cancel(found.task_ids)
        await self._personal.erase_file(file_sha256)
        return found
