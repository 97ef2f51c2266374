"""ZIP archives as people and their enemies make them."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any


def zipped(members: Mapping[Any, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content, method)
    return buffer.getvalue()


def renamed(archive: bytes, old: bytes, new: bytes) -> bytes:
    """The raw bytes of a name exchanged for as many others, flags as they were."""
    assert len(old) == len(new)
    return archive.replace(old, new)


def linked(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info
