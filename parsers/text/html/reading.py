"""An HTML file to a document."""

from dataclasses import replace

from domain.errors import EmptyDocumentError
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.cleaning import clean_lines, clean_text
from parsers.text.document import Document
from parsers.text.html.css import StyleSheet
from parsers.text.html.tree import parse_html
from parsers.text.html.walking import HtmlWalker

MEDIA_TYPE = "text/html"


def read_html(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises DamagedFileError, EmptyDocumentError or TooComplexError."""
    root = parse_html(content, limits)
    walker = HtmlWalker(StyleSheet(root), limits)
    walker.walk(root)
    lines, warnings = clean_lines(walker.lines)
    if not lines:
        raise EmptyDocumentError
    return Document(
        lines=lines,
        media_type=MEDIA_TYPE,
        hidden=tuple(replace(found, text=clean_text(found.text)) for found in walker.hidden),
        warnings=(*(["hidden_text"] if walker.hidden else []), *warnings),
    )
