"""A person's file becomes a resume."""

import asyncio
import hashlib
from dataclasses import dataclass

from domain.errors import FileTooLargeError
from domain.ports import ResumeReader
from domain.ports.batches import ContainerReader
from domain.resume import Reading

_CONTAINER_STARTS = (b"PK", b"[", b"{", b"\xef\xbb\xbf")
"""Of archives and JSON, which alone are worth a look inside."""


@dataclass(frozen=True)
class ReadFile:
    """What was read, and the lower-case hex SHA-256 of the file that it was read from."""

    reading: Reading
    file_sha256: str


class ReadResumeFile:
    """Reads one file of at most `max_bytes`."""

    def __init__(
        self, reader: ResumeReader, max_bytes: int, containers: ContainerReader | None = None
    ) -> None:
        self._reader = reader
        self._max_bytes = max_bytes
        self._containers = containers

    async def holds_many(self, content: bytes, file_name: str) -> bool:
        """True for an archive or a table of resumes, which `__call__` does not read.

        Raises a ResumeFileError.
        """
        if self._containers is None or not content.lstrip()[:3].startswith(_CONTAINER_STARTS):
            return False
        if len(content) > self._max_bytes:
            raise FileTooLargeError(self._max_bytes)
        contents = await self._containers.list_parts(content, file_name)
        return contents.kind != "document"

    async def __call__(self, content: bytes, file_name: str) -> ReadFile:
        """Raises a ResumeFileError; a file that is too large never reaches the reader."""
        if len(content) > self._max_bytes:
            raise FileTooLargeError(self._max_bytes)
        reading = await self._reader.read(content, file_name)
        # hashlib lets the other threads run; 20 MB would hold the event loop for tens of ms.
        digest = await asyncio.to_thread(hashlib.sha256, content)
        return ReadFile(reading, digest.hexdigest())
