"""DOCX to a document: body, tables, text boxes, headers and footers in the order of reading."""

from parsers.text.docx.reading import read_docx

__all__ = ["read_docx"]
