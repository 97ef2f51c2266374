"""Pictures of hostile origin, and pages of a scanned PDF, to grey pixels."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageOps, UnidentifiedImageError

from domain.errors import DamagedFileError, EmptyDocumentError, TooComplexError
from parsers.files.kind import FileKind
from parsers.files.limits import ParsingLimits
from parsers.text.pictures.straightening import straighten

_FORMATS = {
    FileKind.PNG: "PNG",
    FileKind.JPEG: "JPEG",
    FileKind.TIFF: "TIFF",
    FileKind.WEBP: "WEBP",
}
_POINTS_PER_INCH = 72
LONG_SIDE_POINTS = 11.7 * _POINTS_PER_INCH
"""A picture's places are given as if it were an A4 page."""
_PAGE_DPI = 200
_BLANK_CONTRAST = 40
_FRAMES = "resume_frames"
_WHITE_FROM, _TEXT_TO, _CLEAN_SHARE = 235, 180, 0.7
_ENOUGH_PIXELS = 2_600
"""Of a page's long side: more only takes tesseract longer."""


class GreyPage(NamedTuple):
    """`scale` is points per pixel, on a page as long as A4."""

    picture: Image.Image
    scale: float

    @property
    def pgm(self) -> bytes:
        """Binary PGM, the plainest form of grey pixels."""
        width, height = self.picture.size
        return f"P5 {width} {height} 255\n".encode() + self.picture.tobytes()

    @property
    def size(self) -> tuple[float, float]:
        return self.picture.width * self.scale, self.picture.height * self.scale

    @property
    def is_blank(self) -> bool:
        pixels = self.picture.tobytes()
        return max(pixels) - min(pixels) < _BLANK_CONTRAST

    def turned(self, degrees: int) -> "GreyPage":
        """Against the clock."""
        return GreyPage(self.picture.rotate(degrees, expand=True), self.scale)


def decode_picture(content: bytes, kind: FileKind, limits: ParsingLimits) -> Iterator[GreyPage]:
    """The picture, or each page of a TIFF. Raises DamagedFileError or TooComplexError."""
    frame, count = 0, 1
    while frame < min(count, limits.max_ocr_pages):
        picture = open_frame(content, kind, frame, limits)
        count = picture.info.get(_FRAMES, 1)
        yield _grey_page(picture)
        frame += 1


def open_frame(content: bytes, kind: FileKind, frame: int, limits: ParsingLimits) -> Image.Image:
    """One page of the picture, as the camera's own note turns it.

    Raises DamagedFileError, TooComplexError, or EmptyDocumentError where there is no such page.
    """
    try:
        with Image.open(io.BytesIO(content), formats=[_FORMATS[kind]]) as picture:
            count = getattr(picture, "n_frames", 1)
            if frame >= count:
                raise EmptyDocumentError(ocr_available=True)
            picture.seek(frame)
            width, height = picture.size
            if width * height > limits.max_pixels:
                raise TooComplexError("pixels", limits.max_pixels)
            turned = ImageOps.exif_transpose(picture)
            turned.info[_FRAMES] = count
            return turned
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
                yield _grey_page(draw_page_whole(page))
    except pdfium.PdfiumError as error:
        raise DamagedFileError from error


def draw_page_whole(page: pdfium.PdfPage) -> Image.Image:
    """In grey, in as many pixels as recognition needs."""
    dots = min(_PAGE_DPI / _POINTS_PER_INCH, _ENOUGH_PIXELS / max(1.0, *page.get_size()))
    drawn: Image.Image = page.render(scale=dots, grayscale=True).to_pil()
    return drawn


def _darken_text(grey: Image.Image) -> Image.Image:
    """On clean white paper light grey is text too, which tesseract takes for shadow."""
    counts = grey.histogram()
    if sum(counts[_WHITE_FROM:]) < _CLEAN_SHARE * sum(counts):
        return grey
    dark, light = _TEXT_TO, _WHITE_FROM
    curve = [min(255, max(0, (value - dark) * 255 // (light - dark))) for value in range(256)]
    return grey.point(curve)


def flatten(picture: Image.Image) -> Image.Image:
    """On white paper, where it is transparent."""
    if not picture.has_transparency_data:
        return picture
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture.convert("RGBA"))


def _grey_page(picture: Image.Image) -> GreyPage:
    grey = _darken_text(straighten(flatten(picture).convert("L")))
    grey.thumbnail((_ENOUGH_PIXELS, _ENOUGH_PIXELS))
    return GreyPage(grey, LONG_SIDE_POINTS / max(grey.size))
