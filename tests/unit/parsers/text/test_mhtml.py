"""Pages that a browser or Word saved in one file."""

import quopri

import pytest

from domain.errors import DamagedFileError
from parsers.files.kind import FileKind, detect_kind
from parsers.files.limits import DEFAULT_LIMITS
from parsers.pipeline import read_resume
from parsers.text.reading import read_document
from tests.samples.make_samples import SAMPLES


def saved_page(html: bytes, *, encoding: str = "quoted-printable") -> bytes:
    body = quopri.encodestring(html)
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.com/\r\n"
        b"Subject: page\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="-+-"\r\n\r\n'
        b"---+-\r\nContent-Type: text/css\r\n\r\n.a{color:red}\r\n"
        b"---+-\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n" + body + b"\r\n---+---\r\n"
    )


def test_a_saved_page_is_read_as_the_page() -> None:
    page = (SAMPLES / "free_ru.html").read_bytes()
    content = saved_page(page)
    assert detect_kind(content, DEFAULT_LIMITS) is FileKind.MHTML
    assert read_document(content).text == read_document(page).text


def test_fields_of_a_saved_hh_page_keep_their_names() -> None:
    page = (SAMPLES / "hh_page.html").read_bytes()
    assert read_resume(saved_page(page), "a.mht") == read_resume(page, "a.html")


def test_a_saved_page_without_a_page_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        read_document(saved_page(b"", encoding="8bit"))


def test_words_html_is_html() -> None:
    page = (
        "<html xmlns:v='urn:schemas-microsoft-com:vml' xmlns:w='urn:schemas-microsoft-com:office:"
        "word'><head><meta http-equiv=Content-Type content='text/html; charset=windows-1251'>"
        "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>"
        "<body><p class=MsoNormal>Иван Примеров<o:p></o:p></p></body></html>"
    ).encode("cp1251")
    assert read_document(page).text == "Иван Примеров"
