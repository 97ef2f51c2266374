"""What is in an OLE compound file, the container of office files before 2007 and of locked ones.

[MS-CFB] names the streams' container, [MS-DOC] 2.5.2 (FibBase) the flag of a password.
"""

import re
from io import BytesIO
from typing import Final

import olefile  # type: ignore[import-untyped]

from domain.errors import EncryptedFileError

MSWORD: Final = "application/msword"
_ANY: Final = "application/x-ole-storage"
_KINDS: Final = (
    ("WordDocument", MSWORD),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("VisioDocument", "application/vnd.visio"),
    ("Quill", "application/vnd.ms-publisher"),
    ("HwpSummaryInformation", "application/x-hwp"),
)
_LOCKED_PACKAGE: Final = "EncryptedPackage"
_FLAGS_AT, _ENCRYPTED_FLAG = 0x0A, 0x0100
_ENTRY_BYTES, _NAME_BYTES = 128, 64
_BROKEN: Final = (OSError, ValueError, IndexError, TypeError, AttributeError, OverflowError)
"""What olefile raises on containers whose numbers lie."""


def media_type_of_ole(content: bytes) -> str:
    """Raises EncryptedFileError for what is locked with a password."""
    names, flags = _read_container(content)
    if _LOCKED_PACKAGE in names or flags & _ENCRYPTED_FLAG:
        raise EncryptedFileError
    return next((kind for name, kind in _KINDS if name in names), _ANY)


def _read_container(content: bytes) -> tuple[set[str], int]:
    """Names of streams at the top, and the flags of the Word document if there is one."""
    try:
        with olefile.OleFileIO(BytesIO(content), raise_defects=olefile.DEFECT_FATAL) as ole:
            names = {str(path[0]).lstrip("\x05") for path in ole.listdir(storages=True)}
            if "WordDocument" not in names:
                return names, 0
            with ole.openstream("WordDocument") as stream:
                base = stream.read(_FLAGS_AT + 2)
            return names, int.from_bytes(base[_FLAGS_AT:], "little")
    except _BROKEN:
        return _scan_names(content), 0


def _scan_names(content: bytes) -> set[str]:
    """Names of directory entries of a damaged container, wherever their sectors lie."""
    known = {name for name, _ in _KINDS} | {_LOCKED_PACKAGE}
    return {name for name in known if _has_entry(content, name.encode("utf-16-le"))}


def _has_entry(content: bytes, name: bytes) -> bool:
    return any(
        match.start() % _ENTRY_BYTES == 0
        and content[match.start() : match.start() + _NAME_BYTES].rstrip(b"\x00")
        == name.rstrip(b"\x00")
        for match in re.finditer(re.escape(name), content)
    )
