"""Files that need a Debian program, through real processes."""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from domain.errors import DamagedFileError, EmptyDocumentError, UnsupportedFileError
from parsers.isolation import IsolatedResumeReader
from tests.samples.make_samples import SAMPLES

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[IsolatedResumeReader]:
    reader = IsolatedResumeReader()
    await reader.start()
    yield reader
    await reader.close()


@pytest.mark.system("antiword")
async def test_a_word_97_file_is_read(reader: IsolatedResumeReader) -> None:
    resume = (await reader.read((SAMPLES / "free_ru.doc").read_bytes(), "a.doc")).resume
    assert (resume.age, resume.city, resume.position) == (
        44,
        "Вологда",
        "Монтажник слаботочных систем",
    )
    assert [(job.start, job.end, job.company) for job in resume.work_experience] == [
        ("2014-04", None, "ООО «Сигнал-Юг»"),
        ("2008-06", "2014-03", "ООО «Лучина»"),
    ]


@pytest.mark.system("antiword")
async def test_half_a_word_97_file_is_damaged_and_the_next_is_read(
    reader: IsolatedResumeReader,
) -> None:
    content = (SAMPLES / "free_ru.doc").read_bytes()
    with pytest.raises(DamagedFileError):
        await reader.read(content[: len(content) // 3], "a.doc")
    assert (await reader.read(content, "a.doc")).resume.age == 44


@pytest.mark.system("tesseract")
@pytest.mark.parametrize("name", ["scan.png", "scan.pdf"])
async def test_a_scan_is_read(reader: IsolatedResumeReader, name: str) -> None:
    resume = (await reader.read((SAMPLES / name).read_bytes(), name)).resume
    assert (resume.age, resume.city) == (31, "Суздаль")
    assert [(job.start, job.end) for job in resume.work_experience] == [
        ("2019-05", None),
        ("2015-03", "2019-04"),
    ]
    assert resume.warnings == ("read_by_ocr",)


def running(program: str, above: int) -> bool:
    """Whether a process below `above` is that program."""
    try:
        below = Path(f"/proc/{above}/task/{above}/children").read_text().split()
        names = [Path(f"/proc/{pid}/comm").read_text().strip() for pid in below]
    except (FileNotFoundError, ProcessLookupError):  # it has just ended
        return False
    return program in names or any(running(program, int(pid)) for pid in below)


@pytest.mark.system("tesseract")
async def test_cancelling_ends_the_program(reader: IsolatedResumeReader) -> None:
    reading = asyncio.create_task(reader.read((SAMPLES / "scan.pdf").read_bytes(), "scan.pdf"))
    async with asyncio.timeout(60):
        while not running("tesseract", os.getpid()):  # noqa: ASYNC110 - another process has no event
            await asyncio.sleep(0.01)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        while running("tesseract", os.getpid()):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert (await reader.read((SAMPLES / "free_ru.docx").read_bytes(), "a")).resume.position


async def test_without_programs_the_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    caplog.set_level("INFO", "parsers")
    reader = IsolatedResumeReader()
    await reader.start()
    assert "tesseract-ocr-rus" in caplog.text
    assert "package antiword" in caplog.text
    with pytest.raises(UnsupportedFileError):
        await reader.read((SAMPLES / "free_ru.doc").read_bytes(), "a.doc")
    with pytest.raises(EmptyDocumentError) as caught:
        await reader.read((SAMPLES / "scan.png").read_bytes(), "a.png")
    assert not caught.value.ocr_available
    await reader.close()
