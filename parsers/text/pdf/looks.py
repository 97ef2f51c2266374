"""How PDFium's objects look. An object is told by its address."""

import ctypes

import pypdfium2.raw as c

from parsers.text.pdf.native import (
    font_flags,
    font_of,
    font_weight,
    get_base_font_name,
    get_fill_colour,
)
from parsers.text.pdf.runs import Colour

_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "demi", "semibd")
_NAME_BYTES = 128


class FillReader:
    """Reads fills into one buffer."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_uint * 4)()
        start, step = ctypes.addressof(self._parts), ctypes.sizeof(ctypes.c_uint)
        self._addresses = tuple(start + step * part for part in range(4))

    def fill_of(self, address: int) -> tuple[Colour | None, float]:
        """Fill colour and opacity; no colour where it is a pattern."""
        if not get_fill_colour(address, *self._addresses):
            return None, 1.0
        red, green, blue, alpha = self._parts
        return (red / 255, green / 255, blue / 255), alpha / 255


class BoldFonts:
    """Answers for each font once: a page has few of them and many texts."""

    def __init__(self) -> None:
        self._known: dict[int, bool] = {}

    def is_bold(self, text_object: int, render_mode: int) -> bool:
        if render_mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE:
            return True
        font = font_of(text_object)
        if not font:
            return False
        if font not in self._known:
            self._known[font] = _is_bold_font(font)
        return self._known[font]


def _is_bold_font(font: int) -> bool:
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    get_base_font_name(font, buffer, _NAME_BYTES)
    name = buffer.value.decode("latin-1").lower()
    return (
        any(word in name for word in _BOLD_NAMES)
        or font_weight(font) >= _BOLD_WEIGHT
        or bool(font_flags(font) & _FORCE_BOLD_FLAG)
    )
