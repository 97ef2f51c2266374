"""An ODT file to a document."""

from dataclasses import replace

from domain.errors import DamagedFileError, EncryptedFileError
from parsers.files.archive import Archive
from parsers.files.elements import local
from parsers.files.limits import DEFAULT_LIMITS, ParsingLimits
from parsers.files.xml import Element, parse_xml
from parsers.text.assembling import assemble_document
from parsers.text.document import Document
from parsers.text.odt.styles import StyleSheet
from parsers.text.odt.walking import OdtWalker, Place, text_body

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_MANIFEST = "META-INF/manifest.xml"


def read_odt(content: bytes, limits: ParsingLimits = DEFAULT_LIMITS) -> Document:
    """Raises DamagedFileError, EncryptedFileError, EmptyDocumentError or TooComplexError.

    Headers come first and footers last.
    """
    with Archive(content, limits) as archive:
        if _is_encrypted(archive):
            raise EncryptedFileError
        text = parse_xml(archive.read("content.xml"))
        named = parse_xml(archive.read("styles.xml")) if "styles.xml" in archive.names else None
    walker = _walk(text, named, limits)
    return assemble_document(walker.lines, walker.hidden, MEDIA_TYPE)


def _walk(text: Element, named: Element | None, limits: ParsingLimits) -> OdtWalker:
    styles = StyleSheet([text] if named is None else [text, named])
    walker = OdtWalker(styles, limits)
    body = text_body(text)
    if body is None:
        raise DamagedFileError
    page = Place(styles.base())
    sides = [] if named is None else [*named.iter("{*}header"), *named.iter("{*}footer")]
    for side in sides:
        if local(side) == "header":
            walker.walk(side, replace(page, style="Header"))
    walker.walk(body, page)
    for side in sides:
        if local(side) == "footer":
            walker.walk(side, replace(page, style="Footer"))
    return walker


def _is_encrypted(archive: Archive) -> bool:
    """Packages tell it in their manifest (ODF 1.3, part 2, 4.4)."""
    if _MANIFEST not in archive.names:
        return False
    manifest = parse_xml(archive.read(_MANIFEST))
    return next(manifest.iter("{*}encryption-data"), None) is not None
