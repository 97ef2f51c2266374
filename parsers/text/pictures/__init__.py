"""Photos and scans to a document, through tesseract."""

from parsers.text.pictures.reading import read_picture, read_scanned_pdf

__all__ = ["read_picture", "read_scanned_pdf"]
