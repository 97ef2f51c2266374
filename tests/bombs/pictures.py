"""Pictures whose heads promise more than there is."""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from tests.bombs.bomb import HEAVY, USELESS, Bomb, bomb


def png(width: int, height: int, rows: bytes, *, text: bytes = b"") -> bytes:
    def part(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + (part(b"zTXt", text) if text else b"")
        + part(b"IDAT", rows) + part(b"IEND", b"")
    )  # fmt: skip


def picture_bombs() -> Iterator[Bomb]:
    yield bomb("vast.png", png(60_000, 60_000, zlib.compress(bytes(9 << 20))), HEAVY)
    yield bomb("wide.png", png(2_000_000_000, 1, b"x"), USELESS, HEAVY)
    yield bomb("empty.png", png(0, 0, b""), USELESS)
    note = b"Comment\x00\x00" + zlib.compress(bytes(150 << 20), 1)
    yield bomb("packed_note.png", png(9, 9, zlib.compress(bytes(400)), text=note), USELESS, HEAVY)
    blank = io.BytesIO()
    Image.new("RGB", (300, 300), "white").save(blank, "JPEG")
    for part in (10, 50, 90):
        content = blank.getvalue()[: len(blank.getvalue()) * part // 100]
        yield bomb(f"cut_at_{part}.jpg", content, USELESS)
    tiff = struct.pack("<2sHIH", b"II", 42, 8, 1) + struct.pack("<HHII", 256, 4, 1, 9)
    yield bomb("ring_of_pages.tiff", tiff + struct.pack("<I", 8), USELESS, HEAVY)
    tags = struct.pack("<2sHIH", b"II", 42, 8, 60_000) + bytes(60_000 * 12)
    yield bomb("60000_tags.tiff", tags + struct.pack("<I", 0), USELESS, HEAVY)
    yield bomb("noise.webp", b"RIFF\xff\xff\xff\x7fWEBPVP8L" + bytes(range(256)) * 9, USELESS)
