"""A PDF file to a document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

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
from parsers.text.document import Document, Hidden, HiddenText, Line
from parsers.text.pdf.doubles import drop_doubles
from parsers.text.pdf.looking import PageView
from parsers.text.pdf.order import order_rows
from parsers.text.pdf.pdfium import draw_page
from parsers.text.pdf.plumber import draw_pages_with_plumber
from parsers.text.pdf.rows import Row, group_rows, row_text
from parsers.text.pdf.runs import DrawnPage, Run
from parsers.text.pdf.visibility import split_hidden

MEDIA_TYPE = "application/pdf"

_UNMAPPED_SHARE = 0.2
"""From here on a second reader is asked: PDFium found no Unicode for these characters."""
_LOST_WORDS = re.compile(r",[ \u00a0]*(?=,)|\([ \u00a0]*\)")
_OWN_MARK = re.compile(r"(?:powered|created|generated) (?:by|with) (\w+)[^\n]{0,60}$", re.I)
_MIN_LOST_WORDS = 3
"""Commas with nothing between them: words in a font that PDFium could not read."""


def read_pdf(
    content: bytes, limits: ParsingLimits = DEFAULT_LIMITS, *, trusts_layers: bool = True
) -> Document:
    """Raises EncryptedFileError, DamagedFileError, EmptyDocumentError or TooComplexError.

    `trusts_layers` takes text that was painted under a page's picture for a scanner's own.
    """
    with _open(content) as pdf:
        if len(pdf) > limits.max_pages:
            raise TooComplexError("pages", limits.max_pages)
        producer = pdf.get_metadata_value("Producer") or None
        try:
            pages = _draw_pages(pdf, limits, _LayerRules(_may_have_layers(content), trusts_layers))
        except pdfium.PdfiumError as error:
            raise DamagedFileError from error
    lines = _lines(pages)
    if _needs_second_reader(pages, lines):
        again = _draw_again(content, limits)
        if _count_readable(again) > _count_readable(pages):
            pages, lines = again, _lines(again)
    return _assemble(pages, lines, producer)


class _LayerRules(NamedTuple):
    """Whether text may be on layers that are off, and any text under a picture a scanner's."""

    has_layers: bool
    trusts: bool


@dataclass(frozen=True, slots=True)
class _SortedPage:
    """A page with what is seen on it and what is hidden."""

    drawn: DrawnPage
    shown: list[Run]
    hidden: list[HiddenText]
    is_layer: bool = False


def _may_have_layers(content: bytes) -> bool:
    """Optional content (ISO 32000-1, 8.11) is named in the catalogue, which may be packed."""
    return b"/OCProperties" in content or b"/ObjStm" in content


def _draw_pages(
    pdf: pdfium.PdfDocument, limits: ParsingLimits, rules: _LayerRules
) -> list[_SortedPage]:
    pages: list[_SortedPage] = []
    left = limits.max_characters
    for number in range(1, len(pdf) + 1):
        page = pdf[number - 1]
        drawn = draw_page(page, limits)
        left -= drawn.characters
        if left < 0:
            raise TooComplexError("characters", limits.max_characters)
        view = PageView(page, drawn)
        sorting = split_hidden(
            drawn, number, view, has_layers=rules.has_layers, trusts=rules.trusts
        )
        pages.append(_SortedPage(drawn, *sorting))
        page.close()
    return pages


class _BlindView:
    """Of the second reader, which knows no grounds: a colour hides nothing."""

    def is_seen(self, run: Run, reason: Hidden) -> bool:
        del run, reason
        return True

    def not_drawn(self, runs: Sequence[Run]) -> list[Run]:
        del runs
        return []


def _draw_again(content: bytes, limits: ParsingLimits) -> list[_SortedPage]:
    return [
        _SortedPage(drawn, *split_hidden(drawn, number, _BlindView()))
        for number, drawn in enumerate(draw_pages_with_plumber(content, limits), start=1)
    ]


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


def _needs_second_reader(pages: list[_SortedPage], lines: list[Line]) -> bool:
    unmapped = sum(page.drawn.unmapped for page in pages)
    if unmapped > _UNMAPPED_SHARE * (_count_characters(pages) + unmapped):
        return True
    return len(_LOST_WORDS.findall("\n".join([line.text for line in lines]))) >= _MIN_LOST_WORDS


def _count_characters(pages: list[_SortedPage]) -> int:
    return sum(page.drawn.characters for page in pages)


def _count_readable(pages: list[_SortedPage]) -> int:
    return _count_characters(pages) - sum(page.drawn.unmapped for page in pages)


def _lines(pages: list[_SortedPage]) -> list[Line]:
    return [
        _line(row, number, place)
        for number, page in enumerate(pages, start=1)
        for place, row in enumerate(order_rows(group_rows(drop_doubles(page.shown))), start=1)
    ]


def _assemble(pages: list[_SortedPage], drawn: list[Line], producer: str | None) -> Document:
    hidden = [
        text for page in pages for text in page.hidden if not _is_own_mark(text.text, producer)
    ]
    lines, warnings = clean_lines(drawn)
    if not lines:
        raise EmptyDocumentError
    return Document(
        lines=lines,
        media_type=MEDIA_TYPE,
        page_count=len(pages),
        page_size=(pages[0].drawn.width, pages[0].drawn.height),
        producer=producer,
        hidden=tuple(replace(found, text=clean_text(found.text)) for found in hidden),
        warnings=(*(["hidden_text"] if hidden else []), *warnings),
        layered_pages=tuple(number for number, page in enumerate(pages, start=1) if page.is_layer),
    )


def _is_own_mark(text: str, producer: str | None) -> bool:
    """`Powered by TCPDF`: what a program writes about itself is no secret of the author."""
    match = _OWN_MARK.match(text)
    return bool(match and producer and match[1].lower() in producer.lower())


def _line(row: Row, page: int, number: int) -> Line:
    text, words = row_text(row)
    return Line(
        text=text,
        page=page,
        number=number,
        x0=round(row.x0, 2),
        top=round(row.top, 2),
        x1=round(row.x1, 2),
        bottom=round(row.bottom, 2),
        font_size=round(row.size, 2),
        is_bold=row.is_bold,
        colour=row.colour,
        words=words,
    )
