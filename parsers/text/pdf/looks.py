"""How PDFium's objects look. An object is told by its address."""

import ctypes
from math import hypot
from typing import NamedTuple

import pypdfium2.raw as c

from parsers.text.pdf.frame import Frame
from parsers.text.pdf.native import (
    TextPageHandle,
    font_flags,
    font_size_at,
    font_weight,
    get_base_font_name,
    get_fill_colour,
    get_matrix,
    get_text_colour,
    has_no_unicode,
    render_mode_of,
)
from parsers.text.pdf.runs import Colour

_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "demi", "semibd")
_NAME_BYTES = 128
_SURE_OF_UNICODE = 6
"""After so many objects of a font that all had a way to Unicode, it is no longer asked."""
_Parts = tuple[int, ...]


class Look(NamedTuple):
    """What does not depend on a text object's place."""

    is_bold: bool
    colour: Colour | None
    opacity: float
    render_mode: int
    parts: _Parts | None
    """The fill as PDFium gives it."""
    font: int


class LevelReader:
    """Reads where text objects stand. (Boxes don't tell: they grow with their letters.)"""

    def __init__(self, text_page: TextPageHandle, frame: Frame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._matrix = (ctypes.c_float * 6)()

    def level_at(self, index: int) -> tuple[float, float]:
        """Baseline in points from the page's top, and drawn font size."""
        get_matrix(self._text_page, index, self._matrix)
        _, _, skew, height, x, y = self._matrix[:]
        frame = self._frame
        scale = hypot(skew, height) if skew else abs(height)
        size = abs(font_size_at(self._text_page, index)) * (scale or 1.0)
        return frame.top - y if frame.rotation == 0 else frame.place(x, y)[1], size


class FillReader:
    """Reads fills into one buffer, and gives equal ones the same values."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_uint * 4)()
        start, step = ctypes.addressof(self._parts), ctypes.sizeof(ctypes.c_uint)
        self._addresses = tuple(start + step * part for part in range(4))
        self._references = tuple(ctypes.byref(self._parts, step * part) for part in range(4))

    def parts_at(self, text_page: TextPageHandle, index: int) -> _Parts | None:
        """Of the object that drew the character at `index`."""
        is_flat = get_text_colour(text_page, index, *self._references)
        return tuple(self._parts[:]) if is_flat else None

    def fill_of(self, address: int) -> tuple[Colour | None, float]:
        """Fill colour and opacity of an object; no colour where it is a pattern."""
        is_flat = get_fill_colour(address, *self._addresses)
        return as_fill(tuple(self._parts[:]) if is_flat else None)


def as_fill(parts: _Parts | None) -> tuple[Colour | None, float]:
    if parts is None:
        return None, 1.0
    red, green, blue, alpha = parts
    return (red / 255, green / 255, blue / 255), alpha / 255


class TextLooks:
    """Looks of text objects. A page has few fonts and fills, and many objects with them."""

    def __init__(self, text_page: TextPageHandle) -> None:
        self._text_page = text_page
        self._fills = FillReader()
        self._looks: dict[tuple[_Parts | None, int, int], Look] = {}
        self._sure: dict[int, int] = {}
        self._bold: dict[int, bool] = {}

    def look_at(self, drawer: int, font: int, index: int) -> Look:
        """Of the text object `drawer`, one of whose characters is at `index`."""
        key = (self._fills.parts_at(self._text_page, index), font, render_mode_of(drawer))
        look = self._looks.get(key)
        if look is None:
            is_bold = key[2] == c.FPDF_TEXTRENDERMODE_FILL_STROKE or self._is_bold(font)
            look = self._looks[key] = Look(is_bold, *as_fill(key[0]), key[2], key[0], font)
        return look

    def is_alike(self, look: Look, drawer: int, font: int, index: int) -> bool:
        """Whether another object, in a font that has Unicode, looks so."""
        return (
            (font == look.font or self._sure.get(font, 0) >= _SURE_OF_UNICODE)
            and self._fills.parts_at(self._text_page, index) == look.parts
            and render_mode_of(drawer) == look.render_mode
            and (self._is_bold(font) == look.is_bold or look.render_mode != 0)
        )

    def has_unicode(self, font: int, index: int) -> bool:
        """Of the object at `index`. It has one font, so one character tells."""
        sure = self._sure.get(font, 0)
        if sure >= _SURE_OF_UNICODE:
            return True
        if has_no_unicode(self._text_page, index) == 1:
            self._sure[font] = -_SURE_OF_UNICODE
            return False
        self._sure[font] = sure + 1
        return True

    def _is_bold(self, font: int) -> bool:
        is_bold = self._bold.get(font)
        if is_bold is None:
            is_bold = self._bold[font] = _is_bold_font(font)
        return is_bold


def _is_bold_font(font: int) -> bool:
    if not font:
        return False
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    get_base_font_name(font, buffer, _NAME_BYTES)
    name = buffer.value.decode("latin-1").lower()
    return (
        any(word in name for word in _BOLD_NAMES)
        or font_weight(font) >= _BOLD_WEIGHT
        or bool(font_flags(font) & _FORCE_BOLD_FLAG)
    )
