"""Photos that were taken at an angle."""

from itertools import pairwise

from PIL import Image

_MAX_DEGREES = 15
_MIN_DEGREES = 3
"""Tesseract reads lines that lean less."""
_THUMB_PIXELS = 500
_CLEARER = 1.15
_PAPER = 255


def straighten(picture: Image.Image) -> Image.Image:
    """The same picture, or turned so that its lines lie level: they do where the darkness of
    its rows varies most."""
    thumb = picture.convert("L")
    thumb.thumbnail((_THUMB_PIXELS, _THUMB_PIXELS))
    best = max(range(-_MAX_DEGREES, _MAX_DEGREES + 1), key=lambda angle: _contrast(thumb, angle))
    is_clear = _contrast(thumb, best) > _CLEARER * _contrast(thumb, 0)
    if abs(best) < _MIN_DEGREES or not is_clear:
        return picture
    return picture.convert("L").rotate(
        best, Image.Resampling.BICUBIC, expand=True, fillcolor=_PAPER
    )


def _contrast(thumb: Image.Image, angle: int) -> float:
    """Of rows next to each other."""
    turned = thumb.rotate(angle, Image.Resampling.BILINEAR, fillcolor=_PAPER)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows))
