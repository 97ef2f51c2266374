"""ZIP containers of hostile origin: nothing is unpacked to disk, and only within the limits."""

from io import BytesIO
from struct import error as StructError  # noqa: N812
from types import TracebackType
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from domain.errors import DamagedFileError, EncryptedFileError, TooComplexError
from parsers.files.limits import MEBIBYTE, ParsingLimits

_ENCRYPTED_FLAG = 0x1
_DAMAGE = (
    *(BadZipFile, ZlibError, StructError, EOFError, KeyError, ValueError, OverflowError),
    *(NotImplementedError, OSError),
)
"""What the standard library raises on archives whose numbers lie."""


class Archive:
    """A checked archive that reads members by name into memory."""

    def __init__(self, content: bytes, limits: ParsingLimits) -> None:
        """Raises DamagedFileError, EncryptedFileError or TooComplexError."""
        try:
            self._zip = ZipFile(BytesIO(content))
        except _DAMAGE as error:
            raise DamagedFileError from error
        self._limits = limits
        self._left_bytes = limits.max_unpacked_bytes
        members = self._zip.infolist()
        _check(members, limits)
        self.names = frozenset(member.filename for member in members)

    def __enter__(self) -> "Archive":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """Raises DamagedFileError where the member is missing or does not unpack as declared."""
        try:
            with self._zip.open(name) as member:
                content = member.read(self._left_bytes + 1)
        except _DAMAGE as error:
            raise DamagedFileError from error
        self._left_bytes -= len(content)
        if self._left_bytes < 0:
            raise TooComplexError("unpacked_size", self._limits.max_unpacked_bytes)
        return content


def _check(members: list[ZipInfo], limits: ParsingLimits) -> None:
    if len(members) > limits.max_archive_members:
        raise TooComplexError("archive_members", limits.max_archive_members)
    if sum(member.file_size for member in members) > limits.max_unpacked_bytes:
        raise TooComplexError("unpacked_size", limits.max_unpacked_bytes)
    for member in members:
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedFileError
        ratio = member.file_size / max(1, member.compress_size)
        if member.file_size > MEBIBYTE and ratio > limits.max_compression_ratio:
            raise TooComplexError("compression_ratio", limits.max_compression_ratio)
