"""Mutations below a container: the parts of a ZIP, the streams of a PDF. Bits that are turned in
what is compressed only ever make a damaged file."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

Mutate = Callable[[bytes, int], bytes]
"""Bytes and the longest result to other bytes."""
_STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_MOST_BYTES: Final = 200_000


def mutate_within(kind: str, content: bytes, mutate: Mutate, seed: int) -> bytes:
    """One part of the container mutated; the whole where it can't be opened."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        return mutate(content, _MOST_BYTES)
    if kind in {"docx", "odt", "zip"}:
        return _mutate_member(content, mutate, chance) or mutate(content, _MOST_BYTES)
    if kind == "pdf":
        return _mutate_stream(content, mutate, chance) or mutate(content, _MOST_BYTES)
    return mutate(content, _MOST_BYTES)


def _mutate_member(content: bytes, mutate: Mutate, chance: random.Random) -> bytes | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [
                (info.filename, archive.read(info))
                for info in archive.infolist()
                if info.file_size < _MOST_BYTES
            ]
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError):
        return None
    if not members:
        return None
    chosen = chance.randrange(len(members))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for place, (name, part) in enumerate(members):
            archive.writestr(
                zipfile.ZipInfo(name), mutate(part, _MOST_BYTES) if place == chosen else part
            )
    return packed.getvalue()


def _mutate_stream(content: bytes, mutate: Mutate, chance: random.Random) -> bytes | None:
    found = list(_STREAM.finditer(content))
    if not found:
        return None
    stream = chance.choice(found)
    try:
        plain, packs = zlib.decompressobj().decompress(stream[1], _MOST_BYTES), True
    except zlib.error:
        plain, packs = stream[1], False
    changed = mutate(plain, _MOST_BYTES)
    return (
        content[: stream.start(1)]
        + (zlib.compress(changed, 1) if packs else changed)
        + content[stream.end(1) :]
    )
