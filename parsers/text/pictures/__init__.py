"""Photos and scans to a document, through tesseract."""

from parsers.text.pictures.layers import check_layers
from parsers.text.pictures.reading import read_picture, read_scanned_pdf

__all__ = ["check_layers", "read_picture", "read_scanned_pdf"]
