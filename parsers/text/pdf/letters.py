"""The letters of a page with their places, as PDFium reads them.

https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_text.h

PDFium orders characters by its own guess, which misplaces linked words, and swallows repeated
spaces. So text is taken with its position and with the text object that drew it, and the order
is that of the page's own stream. A call to PDFium costs more than what it does, so the whole
text is asked for at once and places for words, not for letters.
"""

import ctypes
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from operator import attrgetter

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.text.pdf.baselines import Baselines
from parsers.text.pdf.frame import Frame
from parsers.text.pdf.looks import Look, TextLooks
from parsers.text.pdf.native import (
    TextPageHandle,
    address_of,
    character_at,
    font_of,
    get_loose_box,
    text_object_of,
)
from parsers.text.pdf.runs import LETTER_GAP, WIDE_GAP, Chunk, Run

_OTHER_SPACE = re.compile("[\t\r\n]")
_MIN_EM, _MAX_EM = 0.35, 1.2
"""A word of narrower letters may be drawn over itself, one of wider letters hold a gap."""
_JUMP_EM = 0.3
_SAME_LEVEL = 0.02
_SAME_POINTS = 0.05

_SOFT_HYPHENS = ("\x02", "\ufffe")
"""What PDFium puts where a line ends in a hyphen that it thinks is soft."""
_SOFT_HYPHEN = "\u00ad"


def read_runs(
    text_page: pdfium.PdfTextPage, count: int, frame: Frame, order_of: Mapping[int, int]
) -> tuple[tuple[Run, ...], int]:
    """Runs in stream order, and how many characters have no Unicode."""
    reader = _LetterReader(text_page, frame, order_of)
    text = _whole_text(text_page, count)
    if text is None:
        reader.take_letters(0, count)
    else:
        reader.take_words(text)
    return reader.runs_in_order(), reader.count_unmapped()


def _whole_text(text_page: pdfium.PdfTextPage, count: int) -> str | None:
    """None where characters of the text are not one to one those with places."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = c.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    return text if len(text) == count and "\x00" not in text else None


_Box = list[float]
"""Left, upper, right and lower edge of a letter; up is up as the page is shown."""


class _LetterReader:
    """Gathers words into runs. Objects that go on with the line of the one drawn before them,
    and look the same, belong to its run."""

    def __init__(
        self, text_page: pdfium.PdfTextPage, frame: Frame, order_of: Mapping[int, int]
    ) -> None:
        self._handle = TextPageHandle(address_of(text_page.raw))
        self._frame = frame
        self._order_of = order_of
        self._looks = TextLooks(self._handle)
        self._baselines = Baselines(self._handle, frame)
        self._box = (ctypes.c_float * 4)()
        self._runs: list[Run] = []
        self._run_of: dict[int, Run] = {}
        self._without_unicode: set[int] = set()
        self._unmapped = 0
        self._last = _LastWord()

    def runs_in_order(self) -> tuple[Run, ...]:
        """A text object whose letters have no place is no run."""
        return tuple(sorted((run for run in self._runs if run.chunks), key=attrgetter("order")))

    def count_unmapped(self) -> int:
        return self._unmapped

    def take_words(self, text: str) -> None:
        """The whole text. Words of one object with usual spaces between them are one chunk."""
        words = list(_words(text))
        if not words:
            return
        handle = self._handle
        drawers = [text_object_of(handle, start) for _, start in words]
        firsts = self._boxes([start for _, start in words])
        ends = self._boxes([start + len(word) - 1 for word, start in words])
        nexts = [*drawers[1:], 0]
        for (word, start), drawer, following, first, end in zip(
            words, drawers, nexts, firsts, ends, strict=True
        ):
            # The next word is of the same object, so all between are.
            if drawer and (
                drawer == following
                or len(word) == 1
                or drawer == text_object_of(handle, start + len(word) - 1)
            ):
                self._take_word(drawer, word, start, first, end)
            else:
                self._take_mixed_word(word, start)

    def _boxes(self, places: list[int]) -> list[_Box | None]:
        handle, box = self._handle, self._box
        boxes = [box[:] if get_loose_box(handle, place, box) else None for place in places]
        return boxes if self._frame.rotation == 0 else [self._turn(found) for found in boxes]

    def _turn(self, box: _Box | None) -> _Box | None:
        if box is None:
            return None
        left, upper, right, lower = box
        corners = ((x, y) for x in (left, right) for y in (lower, upper))
        x0, top, x1, bottom = self._frame.place_box(corners)
        return [x0 + self._frame.left, -top, x1 + self._frame.left, -bottom]

    def _take_mixed_word(self, word: str, start: int) -> None:
        """Letters of several text objects that PDFium took for one word."""
        drawers = [text_object_of(self._handle, start + place) for place in range(len(word))]
        bounds = [place for place in range(1, len(word)) if drawers[place] != drawers[place - 1]]
        for begin, end in pairwise([0, *bounds, len(word)]):
            if drawers[begin]:
                boxes = self._boxes([start + begin, start + end - 1])
                self._take_word(drawers[begin], word[begin:end], start + begin, *boxes)

    def _take_word(
        self, drawer: int, word: str, start: int, first: _Box | None, end: _Box | None
    ) -> None:
        """All letters are of one text object."""
        length = len(word)
        if first is None or end is None or not _is_word(first, end, length):
            self._take_odd_word(drawer, word, start)
            return
        if not word.isalnum():
            word = _with_soft_hyphens(word)
        last, left = self._last, self._frame.left
        x0, x1 = first[0] - left, end[2] - left
        if drawer != last.drawer:
            self._enter(drawer, start, x0, first if length > 1 else None)
            last.run.chunks.append(Chunk(word, x0, x1))
        else:
            self._go_on(word, start, x0, x1)
        if self._without_unicode and drawer in self._without_unicode:
            self._unmapped += length
        last.x1, last.end, last.length = x1, start + length, length

    def _go_on(self, word: str, start: int, x0: float, x1: float) -> None:
        """With the object of the last word."""
        last = self._last
        chunks, size, gap = last.run.chunks, last.run.size, x0 - last.x1
        is_usual = LETTER_GAP * size < gap <= WIDE_GAP * size and start == last.end + 1
        if is_usual and (last.length > 1 or len(word) > 1):
            before = chunks[-1]
            chunks[-1] = Chunk(f"{before.text} {word}", before.x0, x1)
        else:
            self.take_letters(last.end, start, " " * (start - last.end))
            chunks.append(Chunk(word, x0, x1))

    def _enter(self, drawer: int, start: int, x0: float, box: _Box | None) -> None:
        """Makes `drawer` the last object. `box` is of a letter that is known to stand upright:
        one of several on a level."""
        last = self._last
        run = self._run_of.get(drawer)
        if run is None:
            font = font_of(drawer)
            look = self._looks.look_at(drawer, font, start)
            if box is None:
                baseline, size = self._baselines.measure(start)
            else:
                baseline, size = self._baselines.tell(font, start, box[3], box[1] - box[3])
            if not self._looks.has_unicode(font, start):
                self._without_unicode.add(drawer)
            order = self._order_of.get(drawer, start)
            if order == last.order + 1 and last.is_continued(look, baseline, size, x0):
                run = last.run
            else:
                run = Run(
                    *(order, baseline, size, look.is_bold),
                    *(look.colour, look.opacity, look.render_mode),
                )
                self._runs.append(run)
            last.order, last.look = order, look
            self._run_of[drawer] = run
        else:
            last.order = -1
        last.drawer, last.run = drawer, run

    def _take_odd_word(self, drawer: int, word: str, start: int) -> None:
        """Letters that PDFium took for one word and that may jump ahead or back."""
        run, left = self._run(drawer, start), self._frame.left
        part, part_x0, last = "", 0.0, (0.0, 0.0)
        for letter, box in zip(word, self._boxes([*range(start, start + len(word))]), strict=True):
            x0, x1 = (box[0] - left, box[2] - left) if box else last
            jump = x0 < last[0] - _JUMP_EM * run.size or x0 > last[1] + run.size
            if part and jump:
                run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))
                part = ""
            part_x0 = part_x0 if part else x0
            part, last = part + letter, (x0, x1)
        run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))

    def take_letters(self, first: int, end: int, text: str | None = None) -> None:
        """One by one; those that PDFium made up itself are left out."""
        left = self._frame.left
        for index in range(first, end):
            drawer = text_object_of(self._handle, index)
            if not drawer:
                continue
            letter = text[index - first] if text else self._letter(index)
            box = self._boxes([index])[0] if letter != "\x00" else None
            if box is None:
                self._unmapped += letter == "\x00"
                continue
            run = self._run(drawer, index)
            self._unmapped += drawer in self._without_unicode
            run.chunks.append(Chunk(_with_soft_hyphens(letter), box[0] - left, box[2] - left))

    def _run(self, drawer: int, index: int) -> Run:
        """That of a letter that may stand anyhow."""
        if drawer != self._last.drawer:
            self._last = _LastWord()
            self._enter(drawer, index, 0.0, None)
        run, self._last = self._last.run, _LastWord()
        return run

    def _letter(self, index: int) -> str:
        code = character_at(self._handle, index)
        return chr(code) if code <= 0x10FFFF else "\ufffd"


class _LastWord:
    """What the next word may go on with."""

    __slots__ = ("drawer", "end", "length", "look", "order", "run", "x1")

    def __init__(self) -> None:
        self.drawer = self.end = self.length = 0
        self.order = -1
        self.run = Run(-1, 0.0, 0.0, False, None, 1.0, 0)
        self.look: Look | None = None
        self.x1 = 0.0

    def is_continued(self, look: Look, baseline: float, size: float, x0: float) -> bool:
        """By a word of the next object, with such a look and at such a place."""
        run = self.run
        return (
            abs(baseline - run.baseline) < _SAME_POINTS
            and abs(size - run.size) < _SAME_POINTS
            and -LETTER_GAP * size < x0 - self.x1 < WIDE_GAP * size
            and look == self.look
        )


def _is_word(first: _Box, end: _Box, length: int) -> bool:
    """Whether the letters from the first to the end stand as those of a word do."""
    if length == 1:
        return True
    x0, upper, _, lower = first
    height = upper - lower
    em = (end[2] - x0) / (height * length or 1.0)
    return _MIN_EM < em < _MAX_EM and end[0] > x0 and abs(end[3] - lower) <= _SAME_LEVEL * height


def _words(text: str) -> Iterator[tuple[str, int]]:
    """With the places where they start."""
    place = 0
    for word in _OTHER_SPACE.sub(" ", text).split(" "):
        if word:
            yield word, place
        place += len(word) + 1


def _with_soft_hyphens(text: str) -> str:
    if text.isalnum():
        return text
    for mark in _SOFT_HYPHENS:
        text = text.replace(mark, _SOFT_HYPHEN)
    return text
