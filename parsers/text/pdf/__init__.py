"""PDF to a document: glyphs with their looks, then lines, then reading order."""

from parsers.text.pdf.reading import read_pdf

__all__ = ["read_pdf"]
