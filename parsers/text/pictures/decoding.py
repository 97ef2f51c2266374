"""Pictures of hostile origin, and pages of a scanned PDF, to grey pixels."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from domain.errors import DamagedFileError, TooComplexError
from parsers.files.kind import FileKind
from parsers.files.limits import ParsingLimits

_FORMATS = {
    FileKind.PNG: "PNG",
    FileKind.JPEG: "JPEG",
    FileKind.TIFF: "TIFF",
    FileKind.WEBP: "WEBP",
}
_A4_INCHES = 11.7
_POINTS_PER_INCH = 72
_PAGE_DPI = 200
_WHITE_FROM, _TEXT_TO, _CLEAN_SHARE = 235, 180, 0.7
_ENOUGH_PIXELS = 2_600
"""Of a page's long side: more only takes tesseract longer."""


class GreyPage(NamedTuple):
    """`pgm` is a binary PGM; `scale` is points per pixel, on a page as long as A4."""

    pgm: bytes
    scale: float
    size: tuple[float, float]


def decode_picture(content: bytes, kind: FileKind, limits: ParsingLimits) -> Iterator[GreyPage]:
    """The picture, or each page of a TIFF. Raises DamagedFileError or TooComplexError."""
    try:
        with Image.open(io.BytesIO(content), formats=[_FORMATS[kind]]) as picture:
            for frame in range(min(getattr(picture, "n_frames", 1), limits.max_ocr_pages)):
                picture.seek(frame)
                width, height = picture.size
                if width * height > limits.max_pixels:
                    raise TooComplexError("pixels", limits.max_pixels)
                yield _grey_page(ImageOps.exif_transpose(picture))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise DamagedFileError from error
    except Image.DecompressionBombError as error:
        raise TooComplexError("pixels", limits.max_pixels) from error


def draw_pages(content: bytes, limits: ParsingLimits) -> Iterator[GreyPage]:
    """The first pages of a PDF as pictures. Raises DamagedFileError."""
    try:
        with pdfium.PdfDocument(content) as pdf:
            for index in range(min(len(pdf), limits.max_ocr_pages)):
                page = pdf[index]
                longest = max(page.get_size())
                dots = min(_PAGE_DPI / _POINTS_PER_INCH, _ENOUGH_PIXELS / max(1.0, longest))
                yield _grey_page(page.render(scale=dots, grayscale=True).to_pil())
    except pdfium.PdfiumError as error:
        raise DamagedFileError from error


def _darken_text(grey: Image.Image) -> Image.Image:
    """On clean white paper light grey is text too, which tesseract takes for shadow."""
    counts = grey.histogram()
    if sum(counts[_WHITE_FROM:]) < _CLEAN_SHARE * sum(counts):
        return grey
    dark, light = _TEXT_TO, _WHITE_FROM
    curve = [min(255, max(0, (value - dark) * 255 // (light - dark))) for value in range(256)]
    return grey.point(curve)


def _grey_page(picture: Image.Image) -> GreyPage:
    if picture.has_transparency_data:
        picture = Image.alpha_composite(
            Image.new("RGBA", picture.size, "white"), picture.convert("RGBA")
        )
    grey = picture.convert("L")
    grey = _darken_text(grey)
    grey.thumbnail((_ENOUGH_PIXELS, _ENOUGH_PIXELS))
    width, height = grey.size
    scale = _A4_INCHES * _POINTS_PER_INCH / max(width, height)
    head = f"P5 {width} {height} 255\n".encode()
    return GreyPage(head + grey.tobytes(), scale, (width * scale, height * scale))
