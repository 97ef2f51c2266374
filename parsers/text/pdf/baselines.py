"""Baselines and sizes of text objects, mostly without asking PDFium for them."""

import ctypes
from math import hypot

from parsers.text.pdf.frame import Frame
from parsers.text.pdf.native import TextPageHandle, font_size_at, get_matrix

_SAME_HEIGHT = 0.01


class Baselines:
    """PDFium's loose box of a letter is as high as its font's size, and a font's baseline is at
    the same share of that height in every box. Once that is known of a font, boxes tell."""

    def __init__(self, text_page: TextPageHandle, frame: Frame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._matrix = (ctypes.c_float * 6)()
        self._fonts: dict[int, tuple[float, float] | None] = {}

    def measure(self, index: int) -> tuple[float, float]:
        """Baseline from the page's top, and size, as the object's matrix says."""
        get_matrix(self._text_page, index, self._matrix)
        _, _, skew, height, x, y = self._matrix[:]
        frame = self._frame
        scale = hypot(skew, height) if skew else abs(height)
        size = abs(font_size_at(self._text_page, index)) * (scale or 1.0)
        return frame.top - y if frame.rotation == 0 else frame.place(x, y)[1], size

    def tell(self, font: int, index: int, bottom: float, height: float) -> tuple[float, float]:
        """The same for a letter whose loose box is upright, mostly without asking."""
        shares = self._fonts.get(font)
        if shares is not None:
            above, size = shares
            return self._frame.top - bottom - above * height, size * height
        baseline, measured = self.measure(index)
        if font not in self._fonts:
            is_regular = (
                self._frame.rotation == 0
                and measured > 0
                and abs(height - measured) < _SAME_HEIGHT * measured
                and self._matrix[1] == 0
            )
            above = (self._frame.top - baseline - bottom) / (height or 1.0)
            self._fonts[font] = (above, measured / height) if is_regular else None
        return baseline, measured
