"""An HTML file to a document."""

from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.text.assembling import assemble_document
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
    return assemble_document(walker.lines, walker.hidden, MEDIA_TYPE)
