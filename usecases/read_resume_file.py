"""A person's file becomes a resume."""

import asyncio
import hashlib
from dataclasses import dataclass

from domain.errors import FileTooLargeError
from domain.ports import ResumeReader
from domain.resume import Reading


@dataclass(frozen=True)
class ReadFile:
    """What was read, and the lower-case hex SHA-256 of the file that it was read from."""

    reading: Reading
    file_sha256: str


class ReadResumeFile:
    """Reads one file of at most `max_bytes`."""

    def __init__(self, reader: ResumeReader, max_bytes: int) -> None:
        self._reader = reader
        self._max_bytes = max_bytes

    async def __call__(self, content: bytes, file_name: str) -> ReadFile:
        """Raises a ResumeFileError; a file that is too large never reaches the reader."""
        if len(content) > self._max_bytes:
            raise FileTooLargeError(self._max_bytes)
        reading = await self._reader.read(content, file_name)
        # hashlib lets the other threads run; 20 MB would hold the event loop for tens of ms.
        digest = await asyncio.to_thread(hashlib.sha256, content)
        return ReadFile(reading, digest.hexdigest())
