"""Plain text to a document: lines without geometry."""

from domain.errors import EmptyDocumentError, TooComplexError, UnsupportedFileError
from parsers.files.encoding import decode_text
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.cleaning import clean_lines
from parsers.text.document import Document, Line

MEDIA_TYPE = "text/plain"


def read_plain(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises UnsupportedFileError for bytes that are no text, EmptyDocumentError, TooComplexError.

    A form feed starts a page.
    """
    text = decode_text(content)
    if text is None:
        raise UnsupportedFileError("application/octet-stream")
    if len(text) > limits.max_characters:
        raise TooComplexError("characters", limits.max_characters)
    pages = text.split("\f")
    if len(pages) > limits.max_pages:
        raise TooComplexError("pages", limits.max_pages)
    lines, warnings = clean_lines(
        [
            Line(text=line.rstrip(), page=number)
            for number, page in enumerate(pages, start=1)
            for line in page.splitlines()
        ]
    )
    if not lines:
        raise EmptyDocumentError
    return Document(lines=lines, media_type=MEDIA_TYPE, page_count=len(pages), warnings=warnings)
