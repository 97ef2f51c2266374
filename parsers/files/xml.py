"""XML of hostile origin."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from domain.errors import DamagedFileError

Element = Any
"""An lxml element; lxml carries no types."""

_DOCTYPE = "<!DOCTYPE"
_DOCTYPES = tuple(_DOCTYPE.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def parse_xml(content: bytes) -> Element:
    """Raises DamagedFileError, also for any document type: office files have none, and entity
    tricks need one."""
    if any(doctype in content for doctype in _DOCTYPES):
        raise DamagedFileError
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFileError from error
