import io
import zipfile

import pytest

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    UnsupportedFileError,
)
from parsers.files.kind import FileKind, detect_kind
from parsers.files.limits import DEFAULT_LIMITS
from tests.samples.make_samples import SAMPLES


def detect(content: bytes) -> FileKind:
    return detect_kind(content, DEFAULT_LIMITS)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "application/x-made-up")
    return buffer.getvalue()


def ole_with(stream: str) -> bytes:
    """A damaged compound file: a header without numbers and one directory entry ([MS-CFB])."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00")
    return header + stream.encode("utf-16-le").ljust(128, b"\x00")


LETTER = (
    b"Received: from mail.example (mail.example [192.0.2.1])\r\n"
    b"From: a@example.com\r\nSubject: resume\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n"
)
WORD_2003 = b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("hh_ru_2024.pdf", FileKind.PDF),
        ("free_ru.docx", FileKind.DOCX),
        ("hh_ru_2025.doc", FileKind.RTF),
        ("free_ru_cp1251.txt", FileKind.PLAIN),
        ("free_ru.odt", FileKind.ODT),
        ("hh_page.html", FileKind.HTML),
        ("free_ru.html", FileKind.HTML),
        ("hh_api.json", FileKind.JSON),
        ("free_ru.doc", FileKind.DOC),
        ("scan.png", FileKind.PNG),
        ("scan.pdf", FileKind.PDF),
    ],
)
def test_samples_are_named_by_content(name: str, kind: FileKind) -> None:
    assert detect((SAMPLES / name).read_bytes()) is kind


def test_a_pdf_may_start_after_junk() -> None:
    assert detect(b"\r\njunk\n%PDF-1.5\nwhatever") is FileKind.PDF


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ((SAMPLES / "picture_named.pdf").read_bytes(), "image/gif"),
        (b"BM made up", "image/bmp"),
        (b"<?xml version='1.0'?><a/>", "application/xml"),
        (b"\x00\x01\x02\x03\x04\x05" * 30, "application/octet-stream"),
        (zipped("readme.txt"), "application/zip"),
        (zipped("mimetype", "content.xml"), "application/x-made-up"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "application/vnd.openxmlformats"),
        (zipped("Index/Document.iwa"), "application/vnd.apple.pages"),
        (ole_with("Workbook"), "application/vnd.ms-excel"),
        (ole_with("PowerPoint Document"), "application/vnd.ms-powerpoint"),
        (ole_with("__properties_version1.0"), "application/vnd.ms-outlook"),
        (ole_with("Contents"), "application/x-ole-storage"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "image/heic"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42", "video/mp4"),
        (LETTER, "message/rfc822"),
        (WORD_2003, "application/vnd.ms-wordml"),
    ],
)
def test_what_has_no_reader_is_named(content: bytes, media_type: str) -> None:
    with pytest.raises(UnsupportedFileError) as caught:
        detect(content)
    assert caught.value.media_type.startswith(media_type)


def test_an_office_file_with_a_password_is_encrypted() -> None:
    with pytest.raises(EncryptedFileError):
        detect(ole_with("EncryptedPackage"))


def test_a_word_97_file_with_a_password_is_encrypted() -> None:
    content = (SAMPLES / "free_ru.doc").read_bytes()
    fib = content.index(b"\xec\xa5")  # [MS-DOC] 2.5.2: wIdent, then the flags at 10
    locked = content[: fib + 11] + bytes([content[fib + 11] | 1]) + content[fib + 12 :]
    with pytest.raises(EncryptedFileError):
        detect(locked)


def test_a_text_with_labels_is_no_letter() -> None:
    assert detect(b"Name: Ada\nE-mail: a@example.com\n\nSkills: SQL\n") is FileKind.PLAIN


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\x00" * 100])
def test_nothing_is_empty(content: bytes) -> None:
    with pytest.raises(EmptyDocumentError):
        detect(content)


def test_half_an_archive_is_damaged() -> None:
    content = (SAMPLES / "free_ru.docx").read_bytes()
    with pytest.raises(DamagedFileError):
        detect(content[: len(content) // 2])
