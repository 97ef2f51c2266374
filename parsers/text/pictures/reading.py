"""Pictures to a document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.errors import EmptyDocumentError
from parsers.files.kind import FileKind
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.text.cleaning import clean_lines
from parsers.text.document import READ_BY_OCR, Document, Line
from parsers.text.pictures.decoding import GreyPage, decode_picture, draw_pages
from parsers.text.pictures.words import SeenWord, lines_of, words_of

_ENOUGH_WORDS, _SURE = 8, 70.0
_WORD = re.compile(r"[^\W\d_]{4,}")
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
        found += _recognise(page, count, run)
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


def _recognise(page: GreyPage, number: int, run: RunProgram) -> list[Line]:
    """Of a page that can't be read, its other sides are tried: a photo may lie on one. Places
    on a page that was turned are not those of the file, so they are not told."""
    words = words_of(run(Program.TESSERACT, page.pgm))
    lines = lines_of(words, number, page.scale)
    if page.is_blank or _is_readable(words):
        return lines
    for degrees in (90, 270, 180):
        again = words_of(run(Program.TESSERACT, page.turned(degrees).pgm))
        if _is_readable(again):
            return [_without_places(line) for line in lines_of(again, number, page.scale)]
    return lines


def _is_readable(words: Sequence[SeenWord]) -> bool:
    """Of lines that stand on their heads the program makes words too, and doubts them."""
    real = [word.confidence for word in words if _WORD.search(word.text)]
    return len(real) >= _ENOUGH_WORDS and sum(real) >= _SURE * len(real)


def _without_places(line: Line) -> Line:
    return replace(line, x0=None, top=None, x1=None, bottom=None, words=())
