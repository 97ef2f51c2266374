"""What lies in archives and tables, told by a real child process."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from domain.errors import DamagedFileError, EmptyDocumentError, TooComplexError
from parsers.archives import unpack
from parsers.isolation import IsolatedResumeReader
from tests.samples.make_samples import SAMPLES
from tests.unit.parsers.archives.zips import zipped

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[IsolatedResumeReader]:
    reader = IsolatedResumeReader()
    yield reader
    await reader.close()


async def test_a_resume_in_an_archive_is_read(reader: IsolatedResumeReader) -> None:
    sample = (SAMPLES / "free_ru.docx").read_bytes()
    content = zipped({"Резюме/cv.docx": sample, "Резюме/secret.txt": b""})
    contents = await reader.list_parts(content, "a.zip")
    assert contents.kind == "archive"
    cv, _ = contents.parts
    assert cv.packed is not None
    reading = await reader.read(unpack(content, cv.packed), cv.name)
    assert reading.resume.work_experience


async def test_rows_come_as_texts(reader: IsolatedResumeReader) -> None:
    contents = await reader.list_parts(b'[{"position": "a"}, {"position": "b"}]', "t.json")
    assert [part.name for part in contents.parts] == ["t.json #1", "t.json #2"]
    assert contents.parts[1].text == '{"position": "b"}'


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (zipped({f"{number}.txt": b"" for number in range(201)}), TooComplexError),
        (zipped({}), EmptyDocumentError),
        (zipped({"a": b"1"})[:-9], DamagedFileError),
        (b'{"a":' * 100_000, TooComplexError),
    ],
    ids=["too many", "nothing", "cut off", "too deep"],
)
async def test_bad_ones_are_told(
    reader: IsolatedResumeReader, content: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await reader.list_parts(content, "a")
