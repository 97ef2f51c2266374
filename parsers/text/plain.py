"""Plain text to a document: lines without geometry."""

import re

from domain.errors import EmptyDocumentError, TooComplexError, UnsupportedFileError
from parsers.files.encoding import decode_text
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.cleaning import clean_lines
from parsers.text.document import Document, Line

MEDIA_TYPE = "text/plain"
_LOST_DASH = re.compile(r"(?<=[\w)])[ \u00a0]\?(?=[ \u00a0][\w(]|[ \u00a0]?$)", re.MULTILINE)
_LOST_BULLET = re.compile(r"^\s*\?(?=\s)")
_LOST_QUOTES = re.compile(r"(?<![\w?])\?(?=\w)(?P<name>[^?]{2,80})(?<=[\w.)])\?(?!\w)")
_MIN_LOST = 2


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
    mend = _with_marks if len(_LOST_DASH.findall(text)) >= _MIN_LOST else str
    if len(pages) > limits.max_pages:
        raise TooComplexError("pages", limits.max_pages)
    lines, warnings = clean_lines(
        [
            Line(text=mend(line.rstrip()), page=number)
            for number, page in enumerate(pages, start=1)
            for line in page.splitlines()
        ]
    )
    if not lines:
        raise EmptyDocumentError
    return Document(lines=lines, media_type=MEDIA_TYPE, page_count=len(pages), warnings=warnings)


def _with_marks(line: str) -> str:
    """`Март 2020 ? Май 2021`: old encodings lack dashes, bullets and quotes; converters put `?`."""
    line = _LOST_DASH.sub(" —", _LOST_BULLET.sub("•", line))
    return _LOST_QUOTES.sub(r"«\g<name>»", line)
