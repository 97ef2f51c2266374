"""One part of an archive, in memory and within its limit."""

import zlib

from domain.container import PackedPart
from domain.errors import DamagedFileError, FileTooLargeError
from parsers.archives.limits import ARCHIVE_LIMITS, ArchiveLimits

_RAW_DEFLATE = -zlib.MAX_WBITS


def unpack(archive: bytes, part: PackedPart, limits: ArchiveLimits = ARCHIVE_LIMITS) -> bytes:
    """The part's bytes; never more than the limit is unpacked, whatever the archive declares.

    Raises FileTooLargeError, or DamagedFileError where they are not what the archive declares.
    """
    packed = memoryview(archive)[part.start : part.end]
    content = _inflate(packed, limits) if part.is_deflated else bytes(packed)
    if len(content) > limits.max_part_bytes:
        raise FileTooLargeError(limits.max_part_bytes)
    if len(content) != part.size_bytes or zlib.crc32(content) != part.crc:
        raise DamagedFileError
    return content


def _inflate(packed: memoryview, limits: ArchiveLimits) -> bytes:
    inflater = zlib.decompressobj(_RAW_DEFLATE)
    try:
        return inflater.decompress(packed, limits.max_part_bytes + 1)
    except zlib.error as error:
        raise DamagedFileError from error
