"""An RTF file to a document."""

from dataclasses import replace

from domain.errors import EmptyDocumentError
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.cleaning import clean_lines, clean_text
from parsers.text.document import Document
from parsers.text.rtf.tokens import read_tokens
from parsers.text.rtf.walking import RtfWalker

MEDIA_TYPE = "application/rtf"
_STYLES = {"header": "Header", "body": None, "footer": "Footer"}


def read_rtf(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises EmptyDocumentError or TooComplexError. Headers come first and footers last.

    Two spaces between skills and no-break spaces inside them stay: hh.ru writes them so.
    """
    source = content.decode("latin-1")
    walker = RtfWalker(source, limits)
    for token in read_tokens(source):
        walker.take(token)
    walker.finish()
    lines, warnings = clean_lines(
        [
            replace(line, style=_STYLES[part])
            for part, found in walker.parts.items()
            for line in found.lines
        ]
    )
    if not lines:
        raise EmptyDocumentError
    hidden = tuple(replace(found, text=clean_text(found.text)) for found in walker.hidden)
    return Document(
        lines=lines,
        media_type=MEDIA_TYPE,
        hidden=hidden,
        warnings=(*(["hidden_text"] if hidden else []), *warnings),
    )
