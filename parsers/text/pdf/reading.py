"""A PDF file to a document."""

from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    TooComplexError,
    UnsupportedFileError,
)
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.cleaning import clean_lines, clean_text
from parsers.text.document import Document, HiddenText, Line
from parsers.text.pdf.glyphs import DrawnPage
from parsers.text.pdf.order import order_rows
from parsers.text.pdf.pdfium import draw_page
from parsers.text.pdf.plumber import draw_pages_with_plumber
from parsers.text.pdf.rows import Row, group_rows, row_text
from parsers.text.pdf.visibility import split_hidden

MEDIA_TYPE = "application/pdf"

_UNMAPPED_SHARE = 0.2
"""From here on a second reader is asked: PDFium found no Unicode for these characters."""


def read_pdf(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises EncryptedFileError, DamagedFileError, EmptyDocumentError or TooComplexError."""
    with _open(content) as pdf:
        if len(pdf) > limits.max_pages:
            raise TooComplexError("pages", limits.max_pages)
        producer = pdf.get_metadata_value("Producer") or None
        try:
            pages = [draw_page(pdf[index], limits) for index in range(len(pdf))]
        except pdfium.PdfiumError as error:
            raise DamagedFileError from error
    if _needs_second_reader(pages):
        pages = _better_of(pages, draw_pages_with_plumber(content, limits))
    return _assemble(pages, producer, limits)


def _open(content: bytes) -> pdfium.PdfDocument:
    """An owner's lock that an empty password opens is no reason to refuse."""
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        code = error.err_code
        if code == pdfium_c.FPDF_ERR_PASSWORD:
            raise EncryptedFileError from error
        if code == pdfium_c.FPDF_ERR_SECURITY:
            raise UnsupportedFileError(f"{MEDIA_TYPE}; unknown encryption") from error
        raise DamagedFileError from error


def _count_glyphs(pages: list[DrawnPage]) -> int:
    return sum(len(run.glyphs) for page in pages for run in page.runs)


def _needs_second_reader(pages: list[DrawnPage]) -> bool:
    unmapped = sum(page.unmapped for page in pages)
    return unmapped > _UNMAPPED_SHARE * (_count_glyphs(pages) + unmapped)


def _better_of(first: list[DrawnPage], second: list[DrawnPage]) -> list[DrawnPage]:
    first_good = _count_glyphs(first) - sum(page.unmapped for page in first)
    second_good = _count_glyphs(second) - sum(page.unmapped for page in second)
    return second if second_good > first_good else first


def _assemble(pages: list[DrawnPage], producer: str | None, limits: ParsingLimits) -> Document:
    if _count_glyphs(pages) > limits.max_characters:
        raise TooComplexError("characters", limits.max_characters)
    rows: list[Line] = []
    hidden: list[HiddenText] = []
    for number, page in enumerate(pages, start=1):
        shown, hidden_here = split_hidden(page, number)
        hidden += hidden_here
        rows += [_line(row, number) for row in order_rows(group_rows(shown))]
    lines, warnings = clean_lines(rows)
    if not lines:
        raise EmptyDocumentError
    return Document(
        lines=lines,
        media_type=MEDIA_TYPE,
        page_count=len(pages),
        page_size=(pages[0].width, pages[0].height),
        producer=producer,
        hidden=tuple(replace(found, text=clean_text(found.text)) for found in hidden),
        warnings=(*(["hidden_text"] if hidden else []), *warnings),
    )


def _line(row: Row, page: int) -> Line:
    text, words = row_text(row)
    return Line(
        text=text,
        page=page,
        x0=round(row.x0, 2),
        top=round(row.top, 2),
        x1=round(row.x1, 2),
        bottom=round(row.bottom, 2),
        font_size=round(row.size, 2),
        is_bold=row.is_bold,
        colour=row.colour,
        words=words,
    )
