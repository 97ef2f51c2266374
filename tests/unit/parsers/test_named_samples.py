"""Every sample file beside what must be read from it, through the reader that the bot uses."""

import json
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from domain.career import total_months
from domain.errors import ResumeFileError
from domain.resume import Resume
from parsers.files.kind import FileKind, detect_kind
from parsers.files.limits import DEFAULT_LIMITS
from parsers.isolation import IsolatedResumeReader
from tests.samples.make_samples import SAMPLES

pytestmark = pytest.mark.asyncio(loop_scope="module")
_OUR_OWN = (".py", ".md")
_LARGEST_BYTES = 60_000


def expected_path(sample: Path) -> Path | None:
    """`NAME_docx.expected.json` for one of several files of a name, else `NAME.expected.json`."""
    names = (f"{sample.stem}_{sample.suffix[1:]}", sample.stem)
    paths = (sample.with_name(f"{name}.expected.json") for name in names)
    return next((path for path in paths if path.exists()), None)


def expected_resume(path: Path) -> dict[str, Any]:
    """With what depends on today: the age of a birth date, the months of a job that goes on."""
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    today = date.today()
    if birth := expected.pop("birth_date", None):
        born = date.fromisoformat(birth)
        expected["age"] = (
            today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        )
    if expected["total_experience_months"] is None:
        jobs = Resume.model_validate(expected).work_experience
        expected["total_experience_months"] = total_months(jobs, today)
    return squeezed(expected)


def squeezed(resume: dict[str, Any]) -> dict[str, Any]:
    jobs = [
        job | {"description": " ".join((job["description"] or "").split())}
        for job in resume["work_experience"]
    ]
    return resume | {"work_experience": jobs}


def lowered(resume: dict[str, Any]) -> dict[str, Any]:
    lower: dict[str, Any] = json.loads(json.dumps(resume, ensure_ascii=False).lower())
    return lower


def needs(sample: Path) -> list[pytest.MarkDecorator]:
    """The Debian program without which the file can't be read."""
    if sample.stem == "scan":
        return [pytest.mark.system("tesseract")]
    if detect_kind(sample.read_bytes(), DEFAULT_LIMITS) is FileKind.DOC:
        return [pytest.mark.system("antiword")]
    return []


def content_of(sample: Path) -> bytes:
    return sample.read_bytes()


def is_sample(path: Path) -> bool:
    return path.is_file() and path.suffix not in _OUR_OWN and ".expected" not in path.name


ALL = sorted(filter(is_sample, SAMPLES.iterdir()))
READ = [
    pytest.param(path, marks=needs(path), id=path.name)
    for path in ALL
    if expected_path(path) is not None
]
REFUSED = [pytest.param(path, id=path.name) for path in ALL if expected_path(path) is None]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[IsolatedResumeReader]:
    reader = IsolatedResumeReader()
    await reader.start()
    yield reader
    await reader.close()


@pytest.mark.parametrize("sample", READ)
async def test_a_sample_is_read_as_expected(reader: IsolatedResumeReader, sample: Path) -> None:
    path = expected_path(sample)
    assert path is not None
    reading = await reader.read(content_of(sample), sample.name)
    got, expected = squeezed(reading.resume.model_dump(mode="json")), expected_resume(path)
    if "read_by_ocr" in got["warnings"]:  # Its eyes take some small letters for capitals.
        got, expected = (lowered(one) for one in (got, expected))
    assert got == expected


@pytest.mark.parametrize("sample", REFUSED)
async def test_a_sample_of_nothing_is_refused(reader: IsolatedResumeReader, sample: Path) -> None:
    with pytest.raises(ResumeFileError):
        await reader.read(content_of(sample), sample.name)


async def test_samples_are_small() -> None:
    assert [path.name for path in ALL if path.stat().st_size > _LARGEST_BYTES] == []
