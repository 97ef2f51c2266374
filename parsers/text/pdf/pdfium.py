"""Pages as PDFium draws them: objects in the order of the page's stream.

https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_edit.h
"""

import ctypes
from collections.abc import Iterable

import pypdfium2 as pdfium
import pypdfium2.raw as c

from domain.errors import TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.pdf import native
from parsers.text.pdf.frame import Frame
from parsers.text.pdf.letters import read_runs
from parsers.text.pdf.looks import FillReader
from parsers.text.pdf.runs import Backdrop, Colour, DrawnPage

_MAX_FORM_DEPTH = 8
_PAINTED_STEP = 10
"""In the order of objects, so that texts with nothing painted between them have near numbers."""


def draw_page(page: pdfium.PdfPage, limits: ParsingLimits) -> DrawnPage:
    """Reads one page; raises TooComplexError past the limits."""
    frame = Frame.of(page)
    objects = _PageObjects(page, frame, limits.max_page_objects)
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        if count > limits.max_characters:
            raise TooComplexError("characters", limits.max_characters)
        runs, unmapped = read_runs(text_page, count, frame, objects.order_of)
    finally:
        text_page.close()
    characters = sum(run.length for run in runs)
    backdrops = tuple(objects.backdrops)
    return DrawnPage(
        *(frame.width, frame.height, runs, backdrops, characters, unmapped),
        has_clipped_text=objects.has_clipped_text,
    )


class _PageObjects:
    """The page's objects in stream order: places of text objects, and painted areas."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame, limit: int) -> None:
        self.order_of: dict[int, int] = {}
        self.backdrops: list[Backdrop] = []
        self.has_clipped_text = False
        self._frame = frame
        self._limit = limit
        self._seen = self._order = 0
        self._fills = FillReader()
        handle = native.address_of(page.raw)
        count = c.FPDFPage_CountObjects(page)
        self._take_all((native.page_object(handle, index) for index in range(count)), ())

    def _take_all(self, addresses: Iterable[int], matrices: tuple[c.FS_MATRIX, ...]) -> None:
        kind_of, is_text = native.object_type, c.FPDF_PAGEOBJ_TEXT
        for address in addresses:
            self._seen += 1
            if self._seen > self._limit:
                raise TooComplexError("page_objects", self._limit)
            kind = kind_of(address)
            if kind == is_text:
                self._order += 1
                self.order_of[address] = self._order
                if not self.has_clipped_text:
                    clip = native.clip_path_of(address)
                    self.has_clipped_text = native.count_clip_paths(clip) > 0
            else:
                self._order += _PAINTED_STEP
                self._take_other(address, kind, matrices)

    def _take_other(self, address: int, kind: int, matrices: tuple[c.FS_MATRIX, ...]) -> None:
        if kind == c.FPDF_PAGEOBJ_FORM:
            self._take_form(address, matrices)
        elif kind == c.FPDF_PAGEOBJ_PATH:
            self._take_path(address, matrices)
        else:  # pictures and shadings: no flat colour to compare with
            self._paint(address, matrices, None)

    def _take_form(self, form: int, matrices: tuple[c.FS_MATRIX, ...]) -> None:
        if len(matrices) >= _MAX_FORM_DEPTH:
            raise TooComplexError("nesting", _MAX_FORM_DEPTH)
        matrix = c.FS_MATRIX()
        native.get_object_matrix(form, ctypes.addressof(matrix))
        count = native.count_form_objects(form)
        inner = (native.form_object(form, index) for index in range(count))
        self._take_all(inner, (*matrices, matrix))

    def _take_path(self, path: int, matrices: tuple[c.FS_MATRIX, ...]) -> None:
        fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
        native.get_draw_mode(path, ctypes.addressof(fill_mode), ctypes.addressof(stroke))
        if fill_mode.value == c.FPDF_FILLMODE_NONE:
            return
        colour, opacity = self._fills.fill_of(path)
        if opacity > 0:
            self._paint(path, matrices, colour if opacity == 1 else None)

    def _paint(
        self, address: int, matrices: tuple[c.FS_MATRIX, ...], colour: Colour | None
    ) -> None:
        edges = (ctypes.c_float * 4)()
        start = ctypes.addressof(edges)
        if native.get_bounds(address, start, start + 4, start + 8, start + 12):
            left, bottom, right, top = edges
            corners = [(x, y) for x in (left, right) for y in (bottom, top)]
            for matrix in reversed(matrices):
                corners = [_transform(matrix, x, y) for x, y in corners]
            self.backdrops.append(Backdrop(self._order, self._frame.place_box(corners), colour))


def _transform(matrix: c.FS_MATRIX, x: float, y: float) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f
