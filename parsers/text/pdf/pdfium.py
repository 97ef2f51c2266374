"""Pages as PDFium draws them. The only module that calls PDFium's C interface.

https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_text.h
https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_edit.h

PDFium orders characters by its own guess, which misplaces linked words, and swallows repeated
spaces. So a character is taken with its position and with the text object that drew it, and
the order is that of the page's own stream.
"""

import ctypes
from collections.abc import Iterable
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as c

from domain.errors import TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.pdf.glyphs import Backdrop, Box, Colour, DrawnPage, Glyph, Run

_MAX_FORM_DEPTH = 8
_BOLD_WEIGHT = 600
_FORCE_BOLD_FLAG = 1 << 18
_BOLD_NAMES = ("bold", "black", "heavy", "demi", "semibd")
_SOFT_HYPHENS = {0x02, 0xFFFE}
"""What PDFium puts where a line ends in a hyphen that it thinks is soft."""

# ctypes makes a new pointer class instance a call; plain addresses are cheaper and hashable.
_TEXT_OBJECT_ADDRESS = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(c.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_CHARACTER = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(c.FPDFText_GetUnicode, ctypes.c_void_p).value or 0
)
_HAS_NO_UNICODE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(c.FPDFText_HasUnicodeMapError, ctypes.c_void_p).value or 0
)
_LOOSE_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(c.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)


def draw_page(page: pdfium.PdfPage, limits: ParsingLimits) -> DrawnPage:
    """Reads one page; raises TooComplexError past the limits."""
    frame = _Frame.of(page)
    objects = _PageObjects(page, frame, limits.max_page_objects)
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > limits.max_characters:
            raise TooComplexError("characters", limits.max_characters)
        runs, unmapped = _read_runs(text_page, count, frame, objects.order_of)
    finally:
        text_page.close()
    return DrawnPage(frame.width, frame.height, runs, tuple(objects.backdrops), unmapped)


class _Frame:
    """From PDF user space to points from the top left of the page as it is shown."""

    def __init__(self, box: tuple[float, float, float, float], rotation: int) -> None:
        self.left, self.bottom, self.right, self.top = box
        self.rotation = rotation
        width, height = self.right - self.left, self.top - self.bottom
        self.width, self.height = (height, width) if rotation in (90, 270) else (width, height)

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> "_Frame":
        return cls(page.get_bbox(), page.get_rotation())

    def place(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y

    def place_box(self, corners: Iterable[tuple[float, float]]) -> Box:
        placed = [self.place(x, y) for x, y in corners]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        return min(xs), min(ys), max(xs), max(ys)


class _PageObjects:
    """The page's objects in stream order: places of text objects, and painted areas."""

    def __init__(self, page: pdfium.PdfPage, frame: _Frame, limit: int) -> None:
        self.order_of: dict[int, int] = {}
        self.backdrops: list[Backdrop] = []
        self._frame = frame
        self._limit = limit
        self._seen = 0
        identity = c.FS_MATRIX(1, 0, 0, 1, 0, 0)
        for index in range(c.FPDFPage_CountObjects(page)):
            self._take(c.FPDFPage_GetObject(page, index), (identity,))

    def _take(self, page_object: c.FPDF_PAGEOBJECT, matrices: tuple[c.FS_MATRIX, ...]) -> None:
        self._seen += 1
        if self._seen > self._limit:
            raise TooComplexError("page_objects", self._limit)
        kind = c.FPDFPageObj_GetType(page_object)
        if kind == c.FPDF_PAGEOBJ_TEXT:
            address = ctypes.cast(page_object, ctypes.c_void_p).value
            if address:
                self.order_of[address] = self._seen
        elif kind == c.FPDF_PAGEOBJ_FORM:
            self._take_form(page_object, matrices)
        elif kind == c.FPDF_PAGEOBJ_PATH:
            self._take_path(page_object, matrices)
        else:  # pictures and shadings: no flat colour to compare with
            self._paint(page_object, matrices, None)

    def _take_form(self, form: c.FPDF_PAGEOBJECT, matrices: tuple[c.FS_MATRIX, ...]) -> None:
        if len(matrices) > _MAX_FORM_DEPTH:
            raise TooComplexError("nesting", _MAX_FORM_DEPTH)
        matrix = c.FS_MATRIX()
        c.FPDFPageObj_GetMatrix(form, matrix)
        for index in range(c.FPDFFormObj_CountObjects(form)):
            self._take(c.FPDFFormObj_GetObject(form, index), (*matrices, matrix))

    def _take_path(self, path: c.FPDF_PAGEOBJECT, matrices: tuple[c.FS_MATRIX, ...]) -> None:
        fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(path, fill_mode, stroke)
        colour, opacity = _fill_of(path)
        if fill_mode.value == c.FPDF_FILLMODE_NONE or opacity == 0:
            return
        self._paint(path, matrices, colour if opacity == 1 else None)

    def _paint(
        self,
        page_object: c.FPDF_PAGEOBJECT,
        matrices: tuple[c.FS_MATRIX, ...],
        colour: Colour | None,
    ) -> None:
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if c.FPDFPageObj_GetBounds(page_object, left, bottom, right, top):
            corners = [(x.value, y.value) for x in (left, right) for y in (bottom, top)]
            for matrix in reversed(matrices):
                corners = [_transform(matrix, x, y) for x, y in corners]
            self.backdrops.append(Backdrop(self._seen, self._frame.place_box(corners), colour))


def _transform(matrix: c.FS_MATRIX, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _fill_of(page_object: c.FPDF_PAGEOBJECT) -> tuple[Colour | None, float]:
    """Fill colour and opacity; no colour where it is a pattern."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not c.FPDFPageObj_GetFillColor(page_object, red, green, blue, alpha):
        return None, 1.0
    colour = (red.value / 255, green.value / 255, blue.value / 255)
    return colour, alpha.value / 255


def _read_runs(
    text_page: pdfium.PdfTextPage, count: int, frame: _Frame, order_of: dict[int, int]
) -> tuple[tuple[Run, ...], int]:
    """Runs in stream order, and how many characters have no Unicode: a run has one font, so its
    first character speaks for all."""
    runs: dict[int, Run] = {}
    unmapped: set[int] = set()
    nulls = 0
    handle = ctypes.cast(text_page.raw, ctypes.c_void_p)
    box = c.FS_RECTF()
    box_address = ctypes.addressof(box)
    for index in range(count):
        drawer = _TEXT_OBJECT_ADDRESS(handle, index)
        if not drawer:
            continue  # a space or line end that PDFium made up
        code = _CHARACTER(handle, index)
        if code == 0 or not _LOOSE_BOX(handle, index, box_address):
            nulls += code == 0
            continue
        run = runs.get(drawer)
        if run is None:
            run = _start_run(text_page, index, frame, order_of.get(drawer, index))
            runs[drawer] = run
            if _HAS_NO_UNICODE(handle, index) == 1:
                unmapped.add(drawer)
        char = "\u00ad" if code in _SOFT_HYPHENS else chr(code)
        run.glyphs.append(_place_glyph(char, box, frame))
    in_order = tuple(sorted(runs.values(), key=lambda run: run.order))
    return in_order, nulls + sum(len(runs[drawer].glyphs) for drawer in unmapped)


def _place_glyph(char: str, box: c.FS_RECTF, frame: _Frame) -> Glyph:
    if frame.rotation == 0:
        return Glyph(char, box.left - frame.left, box.right - frame.left)
    corners = ((x, y) for x in (box.left, box.right) for y in (box.bottom, box.top))
    x0, _, x1, _ = frame.place_box(corners)
    return Glyph(char, x0, x1)


def _start_run(text_page: pdfium.PdfTextPage, index: int, frame: _Frame, order: int) -> Run:
    page_object = c.FPDFText_GetTextObject(text_page, index)
    size, matrix = ctypes.c_float(), c.FS_MATRIX()
    c.FPDFTextObj_GetFontSize(page_object, size)
    c.FPDFText_GetMatrix(text_page, index, matrix)
    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(text_page, index, x, y)
    colour, opacity = _fill_of(page_object)
    render_mode = int(c.FPDFTextObj_GetTextRenderMode(page_object))
    return Run(
        order=order,
        baseline=frame.place(x.value, y.value)[1],
        size=abs(size.value) * (hypot(matrix.c, matrix.d) or 1.0),
        is_bold=_is_bold(page_object, render_mode),
        colour=colour,
        opacity=opacity,
        render_mode=render_mode,
    )


def _is_bold(page_object: c.FPDF_PAGEOBJECT, render_mode: int) -> bool:
    if render_mode == c.FPDF_TEXTRENDERMODE_FILL_STROKE:
        return True
    font = c.FPDFTextObj_GetFont(page_object)
    if not font:
        return False
    buffer = ctypes.create_string_buffer(128)
    c.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
    name = buffer.value.decode("latin-1").lower()
    return (
        any(word in name for word in _BOLD_NAMES)
        or c.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
        or bool(c.FPDFFont_GetFlags(font) & _FORCE_BOLD_FLAG)
    )
