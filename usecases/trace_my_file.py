"""A candidate finds, and erases, what others keep of their file."""

import asyncio
import hashlib

from domain.ports import PersonalData
from domain.privacy import FileTraces


class TraceMyFile:
    """Knows a file by the SHA-256 of its bytes; whoever has the same file may ask."""

    def __init__(self, personal: PersonalData) -> None:
        self._personal = personal

    async def find(self, content: bytes) -> tuple[str, FileTraces]:
        """The file's SHA-256 (lower-case hex), and where it is known."""
        digest = (await asyncio.to_thread(hashlib.sha256, content)).hexdigest()
        return digest, await self._personal.trace_file(digest)

    async def erase(self, file_sha256: str) -> FileTraces:
        """Removes all that is known of the file; returns what there was."""
        return await self._personal.erase_file(file_sha256)
