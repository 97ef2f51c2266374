"""Loads before the first fork what libraries load at first use, so that no child pays for it
or misses it behind its limits."""

import codecs
import contextlib
import gc
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from pdfminer.cmapdb import CMapDB
from pdfminer.psexceptions import PSException
from PIL import Image

from domain.errors import ResumeFileError
from parsers.fields.morphology import nominative_trade
from parsers.files.limits import DEFAULT_LIMITS
from parsers.pipeline import read_resume
from parsers.text.pdf.plumber import draw_pages_with_plumber
from parsers.text.pictures import Crop, draw_crop

_ENCODINGS = (
    "utf-8-sig",
    "utf-16",
    "utf-32",
    "cp1251",
    "cp1252",
    "koi8-r",
    "cp866",
    "mac-cyrillic",
    "iso8859-5",
    "quopri",
)
_CMAPS = ("Identity-H", "Identity-V", "UniGB-UTF16-H", "UniJIS-UTF16-H")
_TEXT = """Мария Образцова
Аналитик данных
г. Тверь
Возраст: 30 лет
Желаемая зарплата: 100 000 руб.
Опыт работы
май 2020 – настоящее время
ООО «Пример», аналитик данных
Отчёты и витрины.
Навыки
SQL, Python
"""
_WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


def warm_up() -> None:
    """Reads a tiny file of each format, then keeps all that out of the garbage collector."""
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    for cmap in _CMAPS:
        with contextlib.suppress(CMapDB.CMapNotFound, PSException):
            CMapDB.get_cmap(cmap)
    Image.init()
    for content in _tiny_files():
        with contextlib.suppress(ResumeFileError):
            read_resume(content, "warm-up")
    draw_pages_with_plumber(_tiny_pdf(), DEFAULT_LIMITS)
    draw_crop(_tiny_pdf(), Crop(1, 40.0, 120.0, 200.0, 160.0), DEFAULT_LIMITS)
    nominative_trade("инженера")  # The dictionary is read at the first word.
    gc.collect()
    gc.freeze()


def _tiny_files() -> Iterator[bytes]:
    yield from (_tiny_pdf(), _tiny_docx(), _tiny_rtf(), _TEXT.encode("cp1251"))
    yield f"<html><body><p>{_TEXT}</p></body></html>".encode()
    yield b'{"position": "Analyst", "age": 30}'


def _tiny_docx() -> bytes:
    paragraphs = (f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in _TEXT.splitlines())
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", _WORD.format("".join(paragraphs)))
    return buffer.getvalue()


def _tiny_rtf() -> bytes:
    lines = "".join(f"{line}\\par " for line in _TEXT.splitlines())
    return b"{\\rtf1\\ansi\\ansicpg1251 " + lines.encode("cp1251") + b"}"


def _tiny_pdf() -> bytes:
    return one_page_pdf(b"BT /F 12 Tf 50 700 Td (Work experience 2020) Tj ET")


def one_page_pdf(stream: bytes, *, catalogue: bytes = b"", resources: bytes = b"") -> bytes:
    """A page with the font /F, Helvetica (ISO 32000-1, annex H.3). Object 5 is a layer; the
    rest is put into the catalogue and the page's resources."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R" + catalogue + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<"
        b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>" + resources + b">>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/OCG/Name(layer)>>",
    )
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(body))
    )
