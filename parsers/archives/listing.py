"""A file of any kind to what lies in it."""

from domain.container import Contents
from domain.errors import EmptyDocumentError
from parsers.archives.limits import ARCHIVE_LIMITS, ArchiveLimits
from parsers.archives.members import list_members
from parsers.archives.table_rows import list_rows

_ARCHIVE_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
"""A first member; an archive without any."""
_LONGEST_BLANK_BYTES = 4_096
_MARK = b"\xef\xbb\xbf"


def list_parts(content: bytes, file_name: str, limits: ArchiveLimits = ARCHIVE_LIMITS) -> Contents:
    """By the content: the name only begins the names of rows.

    Raises DamagedFileError, TooComplexError, and EmptyDocumentError for an archive without a file.
    """
    if content.startswith(_ARCHIVE_STARTS):
        members = list_members(content, limits)
        if members == ():
            raise EmptyDocumentError
        return (
            Contents(kind="document")
            if members is None
            else Contents(kind="archive", parts=members)
        )
    if _begins_as_json(content):
        rows = list_rows(content, file_name, limits)
        return Contents(kind="document") if rows is None else Contents(kind="rows", parts=rows)
    return Contents(kind="document")


def _begins_as_json(content: bytes) -> bool:
    head = content[:_LONGEST_BLANK_BYTES].removeprefix(_MARK).replace(b"\x00", b"").lstrip()
    return head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()[:1] in (b"[", b"{")
