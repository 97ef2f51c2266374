"""A file of any format that has a reader to a document."""

from collections.abc import Callable, Mapping
from typing import Final

from domain.errors import FileTooLargeError
from parsers.files.kind import FileKind, detect_kind
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.document import Document
from parsers.text.docx import read_docx
from parsers.text.html import read_html
from parsers.text.odt import read_odt
from parsers.text.pdf import read_pdf
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


def read_document(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises a ResumeFileError subclass for anything that has no readable text."""
    if len(content) > limits.max_bytes:
        raise FileTooLargeError(limits.max_bytes)
    return READERS[detect_kind(content, limits)](content, limits)
