"""The files of a ZIP of hostile origin: looked up, never unpacked here."""

import stat
from io import BytesIO
from struct import error as StructError  # noqa: N812
from struct import unpack_from
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from domain.container import PackedPart, Part
from domain.errors import (
    DamagedFileError,
    EncryptedFileError,
    FileTooLargeError,
    ResumeFileError,
    TooComplexError,
    UnsupportedFileError,
)
from domain.failure import Failure
from parsers.archives.limits import ArchiveLimits
from parsers.archives.names import is_litter, path_of, shown_names
from parsers.files.limits import MEBIBYTE

_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_MEMBERS_OF_A_DOCUMENT: Final = 50
"""A stored DOCX shows the signatures of its own members; it has about 15."""
_LOCAL_HEADER: Final = b"PK\x03\x04"
_LOCAL_HEADER_BYTES: Final = 30
_ENCRYPTED_FLAG: Final = 0x1
_DOCUMENT_MARKS: Final = frozenset({"[Content_Types].xml", "mimetype", "Index/Document.iwa"})


def list_members(content: bytes, limits: ArchiveLimits) -> tuple[Part, ...] | None:
    """The files in the order of the archive's directory; None where it is an office document.

    A member that can't be read is a part with its failure. Raises DamagedFileError, and
    TooComplexError where the archive has too many members or files, or unpacks to too much.
    """
    # zipfile makes an object of each entry before it can be asked how many there are.
    most = limits.max_members * _MEMBERS_OF_A_DOCUMENT
    if content.count(_DIRECTORY_ENTRY) > most:
        raise TooComplexError("archive_members", limits.max_members)
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
    except (
        BadZipFile,
        StructError,
        ValueError,
        OverflowError,
        NotImplementedError,
        OSError,
    ) as error:
        raise DamagedFileError from error
    if _DOCUMENT_MARKS & {member.filename for member in members}:
        return None
    if len(members) > limits.max_members:
        raise TooComplexError("archive_members", limits.max_members)
    return _parts(content, members, limits)


def _parts(content: bytes, members: list[ZipInfo], limits: ArchiveLimits) -> tuple[Part, ...]:
    files = [
        (member, path)
        for member in members
        if not member.is_dir() and (path := path_of(member)) and not is_litter(path)
    ]
    if len(files) > limits.max_parts:
        raise TooComplexError("batch_items", limits.max_parts)
    if sum(member.file_size for member, _ in files) > limits.max_unpacked_bytes:
        raise TooComplexError("unpacked_size", limits.max_unpacked_bytes)
    if sum(member.compress_size for member, _ in files) > len(content):
        raise DamagedFileError  # members that share their bytes: a bomb's trick
    names = shown_names([path for _, path in files])
    return tuple(
        _part(content, member, name, limits) for (member, _), name in zip(files, names, strict=True)
    )


def _part(content: bytes, member: ZipInfo, name: str, limits: ArchiveLimits) -> Part:
    try:
        _check(member, limits)
        return Part(name=name, packed=_packed(content, member))
    except ResumeFileError as error:
        return Part(name=name, failure=Failure.of(error))


def _check(member: ZipInfo, limits: ArchiveLimits) -> None:
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnsupportedFileError("inode/symlink")
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise EncryptedFileError
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnsupportedFileError("application/zip")
    if member.file_size > limits.max_part_bytes:
        raise FileTooLargeError(limits.max_part_bytes)
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > MEBIBYTE and ratio > limits.max_compression_ratio:
        raise TooComplexError("compression_ratio", limits.max_compression_ratio)


def _packed(content: bytes, member: ZipInfo) -> PackedPart:
    """Behind the member's own header, whose name and extra field may differ in length from the
    directory's (APPNOTE 4.3.7)."""
    at = member.header_offset
    if at < 0 or content[at : at + 4] != _LOCAL_HEADER or len(content) < at + _LOCAL_HEADER_BYTES:
        raise DamagedFileError
    name_length, extra_length = unpack_from("<HH", content, at + 26)
    start = at + _LOCAL_HEADER_BYTES + name_length + extra_length
    end = start + member.compress_size
    if end > len(content):
        raise DamagedFileError
    return PackedPart(
        start=start,
        end=end,
        is_deflated=member.compress_type == ZIP_DEFLATED,
        size_bytes=member.file_size,
        crc=member.CRC,
    )
