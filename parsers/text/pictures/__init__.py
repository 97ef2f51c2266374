"""Photos and scans to a document, through tesseract."""

from parsers.text.pictures.cropping import Crop, draw_crop
from parsers.text.pictures.layers import check_layers
from parsers.text.pictures.reading import read_picture, read_scanned_pdf

__all__ = ["Crop", "check_layers", "draw_crop", "read_picture", "read_scanned_pdf"]
