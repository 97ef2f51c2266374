"""Width and height of a picture from its first bytes (PNG, GIF and JPEG headers)."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def picture_size(content: bytes) -> tuple[int, int] | None:
    """(width, height) in pixels; None for anything that is not one of these pictures."""
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return _jpeg_size(content) if content.startswith(b"\xff\xd8") else None


def picture_media_type(content: bytes) -> str | None:
    """The media type by content; None where it is no picture that a page may show."""
    if picture_size(content) is None:
        return None
    if content.startswith(_PNG):
        return "image/png"
    return "image/gif" if content.startswith(b"GIF8") else "image/jpeg"


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walks the segments (marker, length) to the first start-of-frame."""
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None
