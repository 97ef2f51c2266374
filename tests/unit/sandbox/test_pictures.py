import struct

from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.pictures import picture_media_type, picture_size
from tests.unit.sandbox.pictures import png

HEADS = [b"", b"\xff\xd8", b"\xff\xd8\xff\xfe", b"GIF89a", b"\x89PNG\r\n\x1a\n"]
JPEG_SIZES = st.integers(1, 65_535)


def jpeg(width: int, height: int) -> bytes:
    """The headers of a JPEG: one other segment, then the frame."""
    comment = b"\xff\xfe" + struct.pack(">H", 4) + b"hi"
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + comment + frame


@given(JPEG_SIZES, JPEG_SIZES)
def test_sizes_are_read_from_the_headers(width: int, height: int) -> None:
    assert picture_size(jpeg(width, height)) == (width, height)
    assert picture_size(b"GIF89a" + struct.pack("<HH", width, height)) == (width, height)


def test_png() -> None:
    assert picture_size(png(3, 4)) == (3, 4)
    assert picture_media_type(png(3, 4)) == "image/png"


@given(st.sampled_from(HEADS), st.binary())
def test_any_bytes_are_a_picture_or_not(head: bytes, rest: bytes) -> None:
    size = picture_size(head + rest)
    assert size is None or len(size) == 2
