"""The letters of a page with their places, as PDFium reads them.

https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_text.h

PDFium orders characters by its own guess, which misplaces linked words, and swallows repeated
spaces. So text is taken with its position and with the text object that drew it, and the order
is that of the page's own stream. A call to PDFium costs more than what it does, so the whole
text is asked for at once and places for words, not for letters.
"""

import ctypes
import re
from itertools import groupby
from math import hypot
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.text.pdf.frame import Frame
from parsers.text.pdf.looks import BoldFonts, FillReader
from parsers.text.pdf.native import (
    character_at,
    get_font_size,
    get_loose_box,
    get_matrix,
    get_origin,
    has_no_unicode,
    render_mode_of,
    text_object_of,
)
from parsers.text.pdf.runs import Chunk, Run

_SOFT_HYPHENS = ("\x02", "\ufffe")
"""What PDFium puts where a line ends in a hyphen that it thinks is soft."""
_SOFT_HYPHEN = "\u00ad"
_WORD_OR_SPACES = re.compile(r"[ \t\r\n]+|[^ \t\r\n]+")
_SPACES = " \t\r\n"
_MIN_EM, _MAX_EM = 0.35, 1.2
"""A word of narrower letters may be drawn over itself, one of wider letters hold a gap."""
_JUMP_EM = 0.3


def read_runs(
    text_page: pdfium.PdfTextPage, count: int, frame: Frame, order_of: dict[int, int]
) -> tuple[tuple[Run, ...], int]:
    """Runs in stream order, and how many characters have no Unicode."""
    reader = _LetterReader(text_page, frame, order_of)
    text = _whole_text(text_page, count)
    if text is None:
        reader.take_letters(0, count)
    else:
        for match in _WORD_OR_SPACES.finditer(text):
            reader.take(match[0], match.start())
    return reader.runs_in_order(), reader.count_unmapped()


def _whole_text(text_page: pdfium.PdfTextPage, count: int) -> str | None:
    """None where characters of the text are not one to one those with places."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = c.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    return text if len(text) == count and "\x00" not in text else None


class _LetterReader:
    """Gathers chunks by the text object that drew them. A run has one font, so that its first
    character tells whether it has Unicode."""

    def __init__(
        self, text_page: pdfium.PdfTextPage, frame: Frame, order_of: dict[int, int]
    ) -> None:
        self._handle = ctypes.cast(text_page.raw, ctypes.c_void_p).value
        self._frame = frame
        self._order_of = order_of
        self._fonts = BoldFonts()
        self._runs: dict[int, Run] = {}
        self._unmapped: set[int] = set()
        self._nulls = 0
        self._fills = FillReader()
        self._size, self._matrix = ctypes.c_float(), c.FS_MATRIX()
        self._size_address = ctypes.addressof(self._size)
        self._matrix_address = ctypes.addressof(self._matrix)
        self._origin = (ctypes.c_double * 2)()
        start = ctypes.addressof(self._origin)
        self._origin_addresses = (start, start + ctypes.sizeof(ctypes.c_double))
        self._box = c.FS_RECTF()
        self._box_address = ctypes.addressof(self._box)

    def runs_in_order(self) -> tuple[Run, ...]:
        """A text object whose letters have no place is no run."""
        runs = (run for run in self._runs.values() if run.chunks)
        return tuple(sorted(runs, key=lambda run: run.order))

    def count_unmapped(self) -> int:
        return self._nulls + sum(self._runs[drawer].length for drawer in self._unmapped)

    def take(self, text: str, index: int) -> None:
        """A word, or spaces, of the whole text."""
        end = index + len(text)
        drawer = text_object_of(self._handle, index)
        if text == " ":
            place = self._place(index) if drawer else None
            if place is not None:
                self._run(drawer, index).chunks.append(Chunk(text, *place))
            return
        if text[0] in _SPACES:
            self.take_letters(index, end, text)
            return
        if drawer and (end - index == 1 or drawer == text_object_of(self._handle, end - 1)):
            self._take_word(drawer, text, index)
            return
        drawers = [text_object_of(self._handle, place) for place in range(index, end)]
        for drawer, group in groupby(zip(drawers, text, strict=True), key=itemgetter(0)):
            part = "".join(letter for _, letter in group)
            if drawer:
                self._take_word(drawer, part, index)
            index += len(part)

    def _take_word(self, drawer: int, text: str, index: int) -> None:
        """Letters of one text object."""
        run = self._run(drawer, index)
        start = self._place(index)
        end = start if len(text) == 1 else self._place(index + len(text) - 1)
        if start is None or end is None:
            self.take_letters(index, index + len(text), text)
            return
        em = (end[1] - start[0]) / (run.size * len(text) or 1)
        if len(text) == 1 or (end[0] > start[0] and _MIN_EM < em < _MAX_EM):
            run.chunks.append(Chunk(_with_soft_hyphens(text), start[0], end[1]))
        else:
            self._take_odd_word(run, text, index)

    def _take_odd_word(self, run: Run, text: str, index: int) -> None:
        """Letters that PDFium took for one word and that may jump ahead or back."""
        part, part_x0, last = "", 0.0, (0.0, 0.0)
        for offset, letter in enumerate(text):
            place = self._place(index + offset) or last
            jump = place[0] < last[0] - _JUMP_EM * run.size or place[0] > last[1] + run.size
            if part and jump:
                run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))
                part = ""
            part_x0 = part_x0 if part else place[0]
            part, last = part + letter, place
        run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))

    def take_letters(self, first: int, end: int, text: str | None = None) -> None:
        """One by one; those that PDFium made up itself are left out."""
        for index in range(first, end):
            drawer = text_object_of(self._handle, index)
            if not drawer:
                continue
            letter = text[index - first] if text else self._letter(index)
            place = self._place(index) if letter != "\x00" else None
            if place is None:
                self._nulls += letter == "\x00"
                continue
            chunk = Chunk(_with_soft_hyphens(letter), *place)
            self._run(drawer, index).chunks.append(chunk)

    def _letter(self, index: int) -> str:
        code = character_at(self._handle, index)
        return chr(code) if code <= 0x10FFFF else "\ufffd"

    def _place(self, index: int) -> tuple[float, float] | None:
        if not get_loose_box(self._handle, index, self._box_address):
            return None
        box, frame = self._box, self._frame
        if frame.rotation == 0:
            return box.left - frame.left, box.right - frame.left
        corners = ((x, y) for x in (box.left, box.right) for y in (box.bottom, box.top))
        x0, _, x1, _ = frame.place_box(corners)
        return x0, x1

    def _run(self, drawer: int, index: int) -> Run:
        run = self._runs.get(drawer)
        if run is None:
            run = self._start_run(drawer, index)
            self._runs[drawer] = run
            if has_no_unicode(self._handle, index) == 1:
                self._unmapped.add(drawer)
        return run

    def _start_run(self, drawer: int, index: int) -> Run:
        get_font_size(drawer, self._size_address)
        get_matrix(self._handle, index, self._matrix_address)
        get_origin(self._handle, index, *self._origin_addresses)
        size, matrix, origin, frame = self._size.value, self._matrix, self._origin, self._frame
        upright = frame.rotation == 0
        colour, opacity = self._fills.fill_of(drawer)
        render_mode = render_mode_of(drawer)
        return Run(
            order=self._order_of.get(drawer, index),
            baseline=frame.top - origin[1] if upright else frame.place(*origin)[1],
            size=abs(size) * (hypot(matrix.c, matrix.d) or 1.0),
            is_bold=self._fonts.is_bold(drawer, render_mode),
            colour=colour,
            opacity=opacity,
            render_mode=render_mode,
        )


def _with_soft_hyphens(text: str) -> str:
    if text.isalnum():
        return text
    for mark in _SOFT_HYPHENS:
        text = text.replace(mark, _SOFT_HYPHEN)
    return text
