"""A file of any format that has a reader to a document."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.errors import EmptyDocumentError, FileTooLargeError, UnsupportedFileError
from parsers.files.kind import PICTURES, FileKind, unwrap
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.files.programs import Program, ProgramMissingError, RunProgram
from parsers.text.doc import read_doc
from parsers.text.document import Document
from parsers.text.docx import read_docx
from parsers.text.html import read_html
from parsers.text.odt import read_odt
from parsers.text.pdf import read_pdf
from parsers.text.pictures import check_layers, read_picture, read_scanned_pdf
from parsers.text.plain import read_plain
from parsers.text.rtf import read_rtf

READERS: Final[Mapping[FileKind, Callable[[bytes, ParsingLimits], Document]]] = {
    FileKind.PDF: read_pdf,
    FileKind.DOCX: read_docx,
    FileKind.ODT: read_odt,
    FileKind.RTF: read_rtf,
    FileKind.HTML: read_html,
    FileKind.PLAIN: read_plain,
}


def read_document(
    content: bytes, limits: ParsingLimits = DEFAULT_LIMITS, run: RunProgram | None = None
) -> Document:
    """Raises a ResumeFileError subclass for anything that has no readable text.

    Without `run`, or where its program is missing, DOC is `unsupported` and a scan is `empty`.
    """
    if len(content) > limits.max_bytes:
        raise FileTooLargeError(limits.max_bytes)
    kind, content = unwrap(content, limits)
    return read_as(kind, content, limits, run)


def read_as(
    kind: FileKind, content: bytes, limits: ParsingLimits, run: RunProgram | None
) -> Document:
    """The same for a known kind that is a text."""
    try:
        if kind is FileKind.DOC:
            return read_doc(content, limits, run or _run_nothing)
        if kind in PICTURES:
            return read_picture(content, kind, limits, run or _run_nothing)
        if kind is FileKind.PDF:
            return _read_pdf_or_scan(content, limits, run or _run_nothing)
    except ProgramMissingError as error:
        raise (
            UnsupportedFileError(kind.value) if kind is FileKind.DOC else EmptyDocumentError
        ) from error
    return READERS[kind](content, limits)


def _read_pdf_or_scan(content: bytes, limits: ParsingLimits, run: RunProgram) -> Document:
    """A text that lies on a page's picture is compared with what the picture shows. Where no
    program can tell, only an invisible one is taken for a scanner's."""
    try:
        document = read_pdf(content, limits)
    except EmptyDocumentError:
        return read_scanned_pdf(content, limits, run)
    if not document.layered_pages:
        return document
    try:
        return check_layers(document, read_scanned_pdf(content, limits, run))
    except ProgramMissingError:
        return read_pdf(content, limits, trusts_layers=False)


def _run_nothing(program: Program, content: bytes) -> bytes:
    del content
    raise ProgramMissingError(program)
