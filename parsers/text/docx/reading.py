"""A DOCX file to a document."""

from dataclasses import replace

from domain.errors import DamagedFileError
from parsers.files.archive import Archive
from parsers.files.elements import attribute, child, local
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.files.xml import Element
from parsers.text.assembling import assemble_document
from parsers.text.document import Document
from parsers.text.docx.package import WordPackage
from parsers.text.docx.styles import WHITE, StyleSheet, rgb
from parsers.text.docx.walking import BlockWalker, Place

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises DamagedFileError, EncryptedFileError, EmptyDocumentError or TooComplexError.

    Headers come first and footers last: contacts and the date of the update live there.
    """
    with Archive(content, limits) as archive:
        package = WordPackage(archive)
        walker = _walk(package, limits)
    return assemble_document(walker.lines, walker.hidden, MEDIA_TYPE)


def _walk(package: WordPackage, limits: ParsingLimits) -> BlockWalker:
    styles = package.related("styles")
    walker = BlockWalker(StyleSheet(styles[0] if styles else None), limits)
    root = package.document
    body = child(root, "body")
    if local(root) != "document" or body is None:
        raise DamagedFileError
    page = Place(background=_page_background(root))
    for header in package.related("header"):
        walker.walk(header, replace(page, style="Header"))
    walker.walk(body, page)
    for footer in package.related("footer"):
        walker.walk(footer, replace(page, style="Footer"))
    return walker


def _page_background(root: Element) -> tuple[float, float, float] | None:
    """White unless a shape lies behind the text: then nobody knows what a letter stands on."""
    if any(attribute(anchor, "behindDoc") in {"1", "true"} for anchor in root.iter("{*}anchor")):
        return None
    return rgb(attribute(child(root, "background"), "color")) or WHITE
