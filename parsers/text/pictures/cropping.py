"""A part of a page as a picture, to show where a field was read."""

import io
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from domain.errors import (
    DamagedFileError,
    EmptyDocumentError,
    EncryptedFileError,
    FileTooLargeError,
    UnsupportedFileError,
)
from parsers.files.kind import PICTURES, FileKind, unwrap
from parsers.files.limits import ParsingLimits
from parsers.text.pictures.decoding import (
    LONG_SIDE_POINTS,
    draw_page_whole,
    flatten,
    open_frame,
)
from parsers.text.pictures.straightening import straighten

_DOTS_PER_POINT = 150 / 72
_MIN_POINTS = 1.0
_FRAME_POINTS, _FRAME_WIDTH_POINTS = 3.0, 1.2
_FRAME_COLOUR = (214, 69, 65)


Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom)."""


class Crop(NamedTuple):
    """Page from 1; edges in points from the page's top left, as evidence gives them.

    `mark` is a box on the page that gets a frame.
    """

    page: int
    x0: float
    top: float
    x1: float
    bottom: float
    mark: Box | None = None


def draw_crop(content: bytes, crop: Crop, limits: ParsingLimits) -> bytes:
    """A PNG of what of the crop is on the page, of at most `limits.max_crop_pixels`.

    Raises UnsupportedFileError for formats without pages, EmptyDocumentError where nothing of
    the page is in the crop, and the errors of reading.
    """
    if len(content) > limits.max_bytes:
        raise FileTooLargeError(limits.max_bytes)
    kind, content = unwrap(content, limits)
    if kind is FileKind.PDF:
        picture = _draw_pdf(content, crop, limits)
    elif kind in PICTURES:
        frame = open_frame(content, kind, crop.page - 1, limits)
        picture = _cut(straighten(flatten(frame)), crop, limits)
    else:
        raise UnsupportedFileError(kind.value)
    buffer = io.BytesIO()
    picture.convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()


def _draw_pdf(content: bytes, crop: Crop, limits: ParsingLimits) -> Image.Image:
    try:
        with pdfium.PdfDocument(content) as pdf:
            if crop.page > len(pdf):
                raise EmptyDocumentError
            page = pdf[crop.page - 1]
            if _is_scan(page):
                return _cut(straighten(draw_page_whole(page)), crop, limits)
            width, height = page.get_size()
            part = _on_page(crop, width, height, 1.0)
            x0, top, x1, bottom = part
            picture: Image.Image = page.render(
                scale=_scale(part, _DOTS_PER_POINT, limits),
                crop=(x0, height - bottom, width - x1, top),
                may_draw_forms=False,
            ).to_pil()
            return _framed(picture, part, crop.mark, 1.0)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise EncryptedFileError from error
        raise DamagedFileError from error


def _is_scan(page: pdfium.PdfPage) -> bool:
    """Then its places are those of a picture, whose long side counts as A4's."""
    return bool(page.get_textpage().count_chars() == 0)


def _cut(picture: Image.Image, crop: Crop, limits: ParsingLimits) -> Image.Image:
    width, height = picture.size
    units = max(width, height) / LONG_SIDE_POINTS
    part = _on_page(crop, width, height, units)
    cut = picture.crop((int(part[0]), int(part[1]), int(part[2]) + 1, int(part[3]) + 1))
    scale = _scale(part, 1.0, limits)
    if scale != 1.0:
        cut = cut.resize((max(1, int(cut.width * scale)), max(1, int(cut.height * scale))))
    return _framed(cut, part, crop.mark, units)


def _framed(picture: Image.Image, part: Box, mark: Box | None, units: float) -> Image.Image:
    """A frame around the mark; `part` is what the picture shows, in the page's own units."""
    if mark is None:
        return picture
    framed = picture.convert("RGB")
    dots = framed.width / (part[2] - part[0])
    x0, top, x1, bottom = (edge * units for edge in mark)
    margin = _FRAME_POINTS * units
    edges = (x0 - margin - part[0], top - margin - part[1], x1 + margin - part[0])
    box = [round(edge * dots) for edge in (*edges, bottom + margin - part[1])]
    width = max(1, round(_FRAME_WIDTH_POINTS * units * dots))
    ImageDraw.Draw(framed).rectangle(box, outline=_FRAME_COLOUR, width=width)
    return framed


def _on_page(crop: Crop, width: float, height: float, units: float) -> Box:
    """The crop's edges in the page's own units, cut at the page's."""
    x0, x1 = max(0.0, crop.x0 * units), min(width, crop.x1 * units)
    top, bottom = max(0.0, crop.top * units), min(height, crop.bottom * units)
    if x1 - x0 < _MIN_POINTS or bottom - top < _MIN_POINTS:
        raise EmptyDocumentError
    return x0, top, x1, bottom


def _scale(part: Box, wanted: float, limits: ParsingLimits) -> float:
    x0, top, x1, bottom = part
    pixels = (x1 - x0) * (bottom - top) * wanted * wanted
    return float(wanted * min(1.0, (limits.max_crop_pixels / pixels) ** 0.5))
