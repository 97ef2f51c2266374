"""What a file is, by its bytes. Its name and extension are never asked."""

import re
from enum import StrEnum
from typing import Final

from domain.errors import EmptyDocumentError, UnsupportedFileError
from parsers.files.archive import Archive
from parsers.files.encoding import decode_text
from parsers.files.limits import ParsingLimits
from parsers.files.mail import PAGE, media_type_of_mail, page_of_mhtml
from parsers.files.ole import MSWORD, media_type_of_ole


class FileKind(StrEnum):
    """A format that has a reader, by its media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    HTML = "text/html"
    MHTML = PAGE
    JSON = "application/json"
    DOC = MSWORD
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    WEBP = "image/webp"
    PLAIN = "text/plain"


PICTURES: Final = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.TIFF, FileKind.WEBP})


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_PDF_HEADER = b"%PDF-"
_PDF_HEADER_WITHIN = 1024
"""ISO 32000-1, annex H 3.4.1: readers accept the header within the first 1024 bytes."""

_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1f\x8b", "application/gzip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"%!PS", "application/postscript"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"SQLite format 3", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-elf"),
    (b"MZ\x90", "application/vnd.microsoft.portable-executable"),
)
_BRANDS: Final = {
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"), "image/heic"),
    **dict.fromkeys((b"avif", b"avis"), "image/avif"),
}
"""ISO/IEC 23008-12: photos of phones."""
_OFFICE_FOLDERS: Final = {
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "visio/": "application/vnd.ms-visio.drawing",
}
_MARKUP = re.compile(r"\s*(?:<!--.*?-->\s*)*<(!doctype\s+html|html|\?xml|!doctype)\b", re.I | re.S)
_WORD_XML = 'progid="Word.Document"'
_HTML = re.compile(r"<html\b", re.I)
_HTML_PART = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:head|body|meta|title|div|main|article|section|table|h[1-3]|p)\b[^<>]*>",
    re.I | re.S,
)
"""A piece of a page, as browsers save a selection."""
_JSON = re.compile(r"\s*[\[{]\s*[\"{\[]")


def detect_kind(content: bytes, limits: ParsingLimits) -> FileKind:
    """Raises UnsupportedFileError with what it is, EncryptedFileError, EmptyDocumentError, and
    whatever a bad archive raises."""
    if not content.strip(b"\x00\t\r\n "):
        raise EmptyDocumentError
    if content.startswith(_ZIP):
        return _kind_of_archive(content, limits)
    if content.startswith(_OLE):
        return _if_read(media_type_of_ole(content))
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return FileKind.WEBP
    if content[4:8] == b"ftyp":
        raise UnsupportedFileError(_BRANDS.get(content[8:12], "video/mp4"))
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return _if_read(media_type)
    if _PDF_HEADER in content[:_PDF_HEADER_WITHIN]:
        return FileKind.PDF
    if content.lstrip().startswith(_RTF):
        return FileKind.RTF
    return _kind_of_text(content)


def unwrap(content: bytes, limits: ParsingLimits) -> tuple[FileKind, bytes]:
    """The kind, and the bytes that are of it: those of the page in a saved one. Raises the same
    as `detect_kind`, and DamagedFileError."""
    kind = detect_kind(content, limits)
    return (FileKind.HTML, page_of_mhtml(content)) if kind is FileKind.MHTML else (kind, content)


def _kind_of_archive(content: bytes, limits: ParsingLimits) -> FileKind:
    with Archive(content, limits) as archive:
        if "[Content_Types].xml" in archive.names:
            if any(name.startswith("word/") for name in archive.names):
                return FileKind.DOCX
            raise UnsupportedFileError(_office_kind(archive.names))
        if "mimetype" in archive.names:
            media_type = archive.read("mimetype")[:100].decode("ascii", errors="replace").strip()
            if media_type == FileKind.ODT:
                return FileKind.ODT
            raise UnsupportedFileError(media_type)
        if "Index/Document.iwa" in archive.names:
            raise UnsupportedFileError("application/vnd.apple.pages")
    raise UnsupportedFileError("application/zip")


def _office_kind(names: frozenset[str]) -> str:
    for folder, kind in _OFFICE_FOLDERS.items():
        if any(name.startswith(folder) for name in names):
            return kind
    return "application/vnd.openxmlformats-officedocument"


def _if_read(media_type: str) -> FileKind:
    try:
        return FileKind(media_type)
    except ValueError as error:
        raise UnsupportedFileError(media_type) from error


def _kind_of_text(content: bytes) -> FileKind:
    if mail := media_type_of_mail(content):
        return _if_read(mail)
    text = decode_text(content)
    if text is None:
        raise UnsupportedFileError("application/octet-stream")
    if match := _MARKUP.match(text[:4096]):
        if "html" in match[1].lower() or _HTML.search(text[:4096]):
            return FileKind.HTML
        is_word = _WORD_XML in text[:4096]
        raise UnsupportedFileError("application/vnd.ms-wordml" if is_word else "application/xml")
    if _HTML_PART.match(text[:4096]):
        return FileKind.HTML
    if _JSON.match(text[:4096]):
        return FileKind.JSON
    return FileKind.PLAIN
