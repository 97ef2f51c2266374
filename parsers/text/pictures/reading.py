"""Pictures to a document."""

from collections.abc import Iterable

from domain.errors import EmptyDocumentError
from parsers.files.kind import FileKind
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.text.cleaning import clean_lines
from parsers.text.document import READ_BY_OCR, Document, Line
from parsers.text.pictures.decoding import GreyPage, decode_picture, draw_pages
from parsers.text.pictures.words import lines_of

_MIN_WORDS = 8
"""Fewer are a stamp or a caption: nothing to read a resume from."""


def read_picture(
    content: bytes, kind: FileKind, limits: ParsingLimits, run: RunProgram
) -> Document:
    """Raises what `run` raises, DamagedFileError, EmptyDocumentError or TooComplexError."""
    return _read(decode_picture(content, kind, limits), kind.value, run)


def read_scanned_pdf(content: bytes, limits: ParsingLimits, run: RunProgram) -> Document:
    """Of the first pages. Raises the same."""
    return _read(draw_pages(content, limits), FileKind.PDF.value, run)


def _read(pages: Iterable[GreyPage], media_type: str, run: RunProgram) -> Document:
    found: list[Line] = []
    size, count = None, 0
    for count, page in enumerate(pages, start=1):
        size = size or page.size
        found += lines_of(run(Program.TESSERACT, page.pgm), count, page.scale)
    lines, warnings = clean_lines(found)
    if sum(len(line.text.split()) for line in lines) < _MIN_WORDS:
        raise EmptyDocumentError(ocr_available=True)
    return Document(
        lines=lines,
        media_type=media_type,
        page_count=count,
        page_size=size,
        warnings=(READ_BY_OCR, *warnings),
    )
