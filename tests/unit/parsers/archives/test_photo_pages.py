"""Photos that become the pages of one scan."""

import io

import pytest
from PIL import Image

from domain.errors import DamagedFileError, FileTooLargeError
from parsers.archives.photo_pages import pdf_of_photos
from parsers.files.limits import DEFAULT_LIMITS
from parsers.text.pictures.decoding import draw_pages


def jpeg(width: int, height: int, mode: str = "RGB", **about: object) -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (width, height), "white").save(buffer, "JPEG", **about)
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_each_photo_is_a_page_of_its_shape(mode: str, progressive: bool) -> None:
    photos = [jpeg(300, 400, mode, progressive=progressive), jpeg(800, 200, mode)]
    shapes = [page.size for page in draw_pages(pdf_of_photos(photos), DEFAULT_LIMITS)]
    assert [round(width / height, 1) for width, height in shapes] == [0.8, 4.0]


@pytest.mark.parametrize(
    "photo", [b"", b"\xff\xd8", b"\x89PNG", jpeg(9, 9)[:30], b"\xff\xd8" + b"\xff" * 99]
)
def test_what_is_no_jpeg_is_damage(photo: bytes) -> None:
    with pytest.raises(DamagedFileError):
        pdf_of_photos([jpeg(9, 9), photo])


def test_too_much_at_once_is_refused() -> None:
    with pytest.raises(FileTooLargeError):
        pdf_of_photos([jpeg(9, 9) + bytes(11 << 20)] * 2)
