"""Reading a file: the limit comes first, the hash is the file's."""

import hashlib

import pytest

from domain.errors import EmptyDocumentError, FileTooLargeError
from domain.resume import Reading
from tests.unit.usecases.fakes import RESUME, FakeReader
from usecases.read_resume_file import ReadResumeFile


async def test_the_reading_and_the_hash_of_the_file() -> None:
    reader = FakeReader()
    read = await ReadResumeFile(reader, max_bytes=5)(b"12345", "резюме.pdf")
    assert read.reading == Reading(resume=RESUME)
    assert read.file_sha256 == hashlib.sha256(b"12345").hexdigest()
    assert reader.asked == [(b"12345", "резюме.pdf")]


async def test_a_file_over_the_limit_never_reaches_the_reader() -> None:
    reader = FakeReader()
    with pytest.raises(FileTooLargeError) as caught:
        await ReadResumeFile(reader, max_bytes=5)(b"123456", "cv.pdf")
    assert caught.value.limit_bytes == 5
    assert reader.asked == []


async def test_the_readers_error_passes_through() -> None:
    class Unreadable(FakeReader):
        async def read(self, content: bytes, file_name: str) -> Reading:
            raise EmptyDocumentError

    with pytest.raises(EmptyDocumentError):
        await ReadResumeFile(Unreadable(), max_bytes=5)(b"", "cv.pdf")
