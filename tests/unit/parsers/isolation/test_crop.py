"""Parts of pages as pictures, drawn in a real child process."""

import io
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from PIL import Image

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    FileTooLargeError,
    ResumeFileError,
    UnsupportedFileError,
)
from parsers.files.limits import DEFAULT_LIMITS
from parsers.isolation import IsolatedResumeReader
from tests.samples.make_samples import SAMPLES
from tests.unit.parsers.text.pages import Drawing, draw_pdf

pytestmark = pytest.mark.asyncio(loop_scope="module")

Box = tuple[float, float, float, float]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[IsolatedResumeReader]:
    reader = IsolatedResumeReader()
    yield reader
    await reader.close()


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png), formats=["PNG"])


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
async def test_the_box_of_evidence_shows_what_was_read(
    reader: IsolatedResumeReader, rotation: int
) -> None:
    def draw(page: Drawing) -> None:
        page.text(20, 700, "Without a word it would be a scan.")
        page.bar(100, 500, 50, 20, "#ff0000")  # 322 to 342 points above the page's foot

    boxes = {  # As the page is shown; a page on its side is 842 points wide before it is turned.
        0: (100, 500, 150, 520),
        90: (322, 100, 342, 150),
        180: (595 - 150, 322, 595 - 100, 342),
        270: (595 - 342, 842 - 150, 595 - 322, 842 - 100),
    }
    x0, top, x1, bottom = boxes[rotation]
    png = await reader.crop(draw_pdf(draw, rotation), 1, (x0 + 2, top + 2, x1 - 2, bottom - 2))
    assert opened(png).convert("RGB").getextrema() == ((255, 255), (0, 0), (0, 0))


async def test_a_picture_is_cut_by_the_points_of_its_lines(reader: IsolatedResumeReader) -> None:
    points = 842.4 / max(opened(sample("scan.png")).size)
    png = await reader.crop(sample("scan.png"), 1, (0, 0, 500 * points, 100 * points))
    assert opened(png).size == pytest.approx((500, 100), abs=2)


async def test_a_crop_has_no_more_pixels_than_the_limit(reader: IsolatedResumeReader) -> None:
    png = await reader.crop(sample("hh_ru_2024.pdf"), 1, (-9e9, -9e9, 9e9, 9e9))
    width, height = opened(png).size
    assert width * height <= 1.02 * DEFAULT_LIMITS.max_crop_pixels


@pytest.mark.parametrize(
    ("content", "page", "error"),
    [
        (sample("hh_en.pdf"), 7, EmptyDocumentError),
        (sample("free_ru.docx"), 1, UnsupportedFileError),
        (sample("encrypted.pdf"), 1, EncryptedFileError),
        (sample("damaged.pdf"), 1, DamagedFileError),
        (sample("scan.png")[:900], 1, DamagedFileError),
        (bytes(21 * 1024 * 1024), 1, FileTooLargeError),
    ],
)
async def test_what_can_not_be_drawn_is_told(
    reader: IsolatedResumeReader, content: bytes, page: int, error: type[ResumeFileError]
) -> None:
    with pytest.raises(error):
        await reader.crop(content, page, (0, 0, 100, 100))


@pytest.mark.parametrize(
    ("page", "box"),
    [
        (0, (0, 0, 9, 9)),
        (1, (9, 0, 9, 9)),
        (1, (0, 9, 9, 0)),
        (1, (0, 0, float("nan"), 9)),
        (1, (0, 0, float("inf"), 9)),
    ],
)
async def test_a_crop_without_an_area_is_refused(
    reader: IsolatedResumeReader, page: int, box: Box
) -> None:
    with pytest.raises(ValueError, match="area"):
        await reader.crop(sample("hh_en.pdf"), page, box)


async def test_a_box_off_the_page_is_empty(reader: IsolatedResumeReader) -> None:
    with pytest.raises(EmptyDocumentError):
        await reader.crop(sample("hh_en.pdf"), 1, (5_000, 0, 6_000, 100))


async def test_the_place_gets_a_frame(reader: IsolatedResumeReader) -> None:
    mark = (60.0, 90.0, 200.0, 110.0)
    png = await reader.crop(sample("hh_ru_2024.pdf"), 1, (40, 70, 260, 130), mark)
    with Image.open(io.BytesIO(png)) as picture:
        colours = {colour for _, colour in picture.getcolors(picture.width * picture.height) or ()}
    assert (214, 69, 65) in colours
