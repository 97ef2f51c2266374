"""The libraries that our PDF reader is measured beside, each giving the text of a whole file."""

from collections.abc import Callable, Mapping
from io import BytesIO

import pdfplumber
import pypdf
import pypdfium2

from parsers.text.pdf import read_pdf


def _read_with_plumber(content: bytes) -> int:
    with pdfplumber.open(BytesIO(content)) as pdf:
        return sum(len(page.extract_text()) for page in pdf.pages)


def _read_with_pypdf(content: bytes) -> int:
    return sum(len(page.extract_text()) for page in pypdf.PdfReader(BytesIO(content)).pages)


def _read_with_pdfium(content: bytes) -> int:
    """The floor: characters in PDFium's own order, without places or looks."""
    with pypdfium2.PdfDocument(content) as pdf:
        return sum(len(page.get_textpage().get_text_range()) for page in pdf)


READERS: Mapping[str, Callable[[bytes], object]] = {
    "ours": read_pdf,
    "pdfplumber": _read_with_plumber,
    "pypdf": _read_with_pypdf,
    "pypdfium2": _read_with_pdfium,
}
