"""ODT to a document: LibreOffice's own format."""

from parsers.text.odt.reading import read_odt

__all__ = ["read_odt"]
