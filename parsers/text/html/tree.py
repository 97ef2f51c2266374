"""HTML of hostile origin to a tree."""

import re
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from domain.errors import DamagedFileError, TooComplexError
from parsers.files.encoding import decode_text
from parsers.files.limits import ParsingLimits

Element = Any
"""An lxml element; lxml carries no types."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_HEAD_BYTES = 4096


def parse_html(content: bytes, limits: ParsingLimits) -> Element:
    """The root element. Raises DamagedFileError, TooComplexError for too many elements.

    Entities of a document type are not read: HTML has none but its own.
    """
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = html.document_fromstring(_decode(content).encode("utf-8", "ignore"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFileError from error
    if sum(1 for _ in root.iter()) > limits.max_page_objects:
        raise TooComplexError("page_objects", limits.max_page_objects)
    return root


def local(element: Element) -> str:
    """The tag's name; empty for what is no element."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _decode(content: bytes) -> str:
    """What the page says of its encoding is taken where its bytes agree."""
    declared = _CHARSET.search(content[:_HEAD_BYTES])
    if declared is not None:
        try:
            return content.decode(declared[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    text = decode_text(content)
    if text is None:
        raise DamagedFileError
    return text
