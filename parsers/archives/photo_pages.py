"""Photos of a resume's pages as one PDF, so that they are read as any scan.

A PDF may hold a JPEG as it is (ISO 32000-1, 7.4.8), so no picture is decoded here.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.errors import DamagedFileError, FileTooLargeError
from parsers.files.limits import DEFAULT_LIMITS

_LONG_SIDE_POINTS: Final = 842
_START: Final = b"\xff\xd8"
_FRAME_MARKERS: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""SOF0 to SOF15; the ones between are tables (ITU-T T.81, table B.1)."""
_COLOUR_SPACES: Final = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}


@dataclass(frozen=True)
class _Frame:
    """The size of a JPEG in pixels, and the PDF's word for its colours."""

    width: int
    height: int
    colours: bytes


def pdf_of_photos(photos: Sequence[bytes]) -> bytes:
    """A page a photo, in their order. Raises DamagedFileError for what is no JPEG, and
    FileTooLargeError where all of them are more than one file may be."""
    if sum(map(len, photos)) > DEFAULT_LIMITS.max_bytes:
        raise FileTooLargeError(DEFAULT_LIMITS.max_bytes)
    pages = range(3, 3 + 3 * len(photos), 3)
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(photos)),
    ]
    for page, photo in zip(pages, photos, strict=True):
        objects += _page(page, photo, _frame_of(photo))
    return _file(objects)


def _page(number: int, photo: bytes, frame: _Frame) -> list[bytes]:
    scale = _LONG_SIDE_POINTS / max(frame.width, frame.height)
    box = b"%.2f %.2f" % (frame.width * scale, frame.height * scale)
    drawing = b"%.2f 0 0 %.2f 0 0 cm /P Do" % (frame.width * scale, frame.height * scale)
    return [
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]/Contents %d 0 R"
        b"/Resources<</XObject<</P %d 0 R>>>>>>" % (box, number + 1, number + 2),
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%s/BitsPerComponent 8"
        b"/Filter/DCTDecode/Length %d>>stream\n%s\nendstream"
        % (frame.width, frame.height, frame.colours, len(photo), photo),
    ]


def _file(objects: Sequence[bytes]) -> bytes:
    body, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    end = (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    )
    return bytes(body) + end % (count, table, count, len(body))


def _frame_of(photo: bytes) -> _Frame:
    """From the first frame header behind the segments before it."""
    at = len(_START)
    try:
        if not photo.startswith(_START):
            raise DamagedFileError
        while True:
            mark, marker, length = struct.unpack_from(">BBH", photo, at)
            if mark != 0xFF or length < 2:
                raise DamagedFileError
            if marker in _FRAME_MARKERS:
                _, height, width, count = struct.unpack_from(">BHHB", photo, at + 4)
                if not (width and height and count in _COLOUR_SPACES):
                    raise DamagedFileError
                return _Frame(width, height, _COLOUR_SPACES[count])
            at += 2 + length
    except struct.error as error:
        raise DamagedFileError from error
