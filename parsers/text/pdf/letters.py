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
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.text.pdf.baselines import Baselines
from parsers.text.pdf.frame import Frame
from parsers.text.pdf.looks import TextLooks
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


class _Place(NamedTuple):
    """Of a letter or word: along the line as it is shown, and what tells its baseline."""

    x0: float
    x1: float
    bottom: float
    height: float


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
        self._place = self._place_upright if frame.rotation == 0 else self._place_turned
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
        handle = self._handle
        drawers = [text_object_of(handle, start) for _, start in words]
        drawers.append(0)
        for number, (word, start) in enumerate(words):
            drawer, length = drawers[number], len(word)
            # The next word is of the same object, so all between are.
            if drawer and (
                length == 1
                or drawer == drawers[number + 1]
                or drawer == text_object_of(handle, start + length - 1)
            ):
                self._take_word(drawer, word, start)
            else:
                self._take_mixed_word(word, start)

    def _take_mixed_word(self, word: str, start: int) -> None:
        """Letters of several text objects that PDFium took for one word."""
        places = range(start, start + len(word))
        drawers = [text_object_of(self._handle, place) for place in places]
        for drawer, group in groupby(zip(drawers, word, strict=True), key=itemgetter(0)):
            part = "".join([letter for _, letter in group])
            if drawer:
                self._take_word(drawer, part, start)
            start += len(part)

    def _take_word(self, drawer: int, word: str, start: int) -> None:
        """All letters are of one text object."""
        place = self._place_of_word(start, len(word))
        if place is None:
            self._take_odd_word(drawer, word, start)
            return
        if not word.isalnum():
            word = _with_soft_hyphens(word)
        last = self._last
        if drawer != last.drawer:
            self._enter(drawer, len(word) > 1, start, place)
            last.run.chunks.append(Chunk(word, place.x0, place.x1))
        else:
            self._go_on(word, start, place)
        if self._without_unicode and drawer in self._without_unicode:
            self._unmapped += len(word)
        last.x1, last.end, last.length = place.x1, start + len(word), len(word)

    def _go_on(self, word: str, start: int, place: _Place) -> None:
        """With the object of the last word."""
        last = self._last
        run, gap = last.run, place.x0 - last.x1
        is_usual = LETTER_GAP * run.size < gap <= WIDE_GAP * run.size and start == last.end + 1
        if is_usual and (last.length > 1 or len(word) > 1):
            before = run.chunks[-1]
            run.chunks[-1] = Chunk(f"{before.text} {word}", before.x0, place.x1)
        else:
            self.take_letters(last.end, start, " " * (start - last.end))
            run.chunks.append(Chunk(word, place.x0, place.x1))

    def _place_of_word(self, start: int, length: int) -> _Place | None:
        """None where its letters don't stand as those of a word do."""
        first = self._place(start)
        if length == 1 or first is None:
            return first
        x0, _, bottom, height = first
        end = self._place(start + length - 1)
        if end is None or end.x0 <= x0 or abs(end.bottom - bottom) > _SAME_LEVEL * height:
            return None
        em = (end.x1 - x0) / (height * length or 1.0)
        return _Place(x0, end.x1, bottom, height) if _MIN_EM < em < _MAX_EM else None

    def _enter(self, drawer: int, is_upright: bool, start: int, place: _Place) -> None:
        """Makes `drawer` the last object. Only of several letters on a level is it known that
        they stand upright."""
        last = self._last
        run = self._run_of.get(drawer)
        if run is not None:
            last.order = -1
        else:
            font = font_of(drawer)
            look = self._looks.look_at(drawer, font, start)
            if is_upright:
                level = self._baselines.tell(font, start, place.bottom, place.height)
            else:
                level = self._baselines.measure(start)
            if not self._looks.has_unicode(font, start):
                self._without_unicode.add(drawer)
            order = self._order_of.get(drawer, start)
            run = Run(order, *level, look.is_bold, look.colour, look.opacity, look.render_mode)
            if order == last.order + 1 and _goes_on(last, run, place.x0):
                run = last.run
            else:
                self._runs.append(run)
            last.order = order
            self._run_of[drawer] = run
        last.drawer, last.run = drawer, run

    def _take_odd_word(self, drawer: int, word: str, start: int) -> None:
        """Letters that PDFium took for one word and that may jump ahead or back."""
        run = self._run(drawer, start)
        part, part_x0, last = "", 0.0, (0.0, 0.0)
        for offset, letter in enumerate(word):
            place = self._place(start + offset)
            x0, x1 = (place.x0, place.x1) if place else last
            jump = x0 < last[0] - _JUMP_EM * run.size or x0 > last[1] + run.size
            if part and jump:
                run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))
                part = ""
            part_x0 = part_x0 if part else x0
            part, last = part + letter, (x0, x1)
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
                self._unmapped += letter == "\x00"
                continue
            run = self._run(drawer, index)
            self._unmapped += drawer in self._without_unicode
            run.chunks.append(Chunk(_with_soft_hyphens(letter), place.x0, place.x1))

    def _run(self, drawer: int, index: int) -> Run:
        """That of a letter that may stand anyhow."""
        if drawer != self._last.drawer:
            self._last = _LastWord()
            self._enter(drawer, False, index, _Place(0.0, 0.0, 0.0, 0.0))
        run, self._last = self._last.run, _LastWord()
        return run

    def _letter(self, index: int) -> str:
        code = character_at(self._handle, index)
        return chr(code) if code <= 0x10FFFF else "\ufffd"

    def _place_upright(self, index: int) -> _Place | None:
        if not get_loose_box(self._handle, index, self._box):
            return None
        left, top, right, bottom = self._box[:]
        from_left = self._frame.left
        return _Place(left - from_left, right - from_left, bottom, top - bottom)

    def _place_turned(self, index: int) -> _Place | None:
        if not get_loose_box(self._handle, index, self._box):
            return None
        left, top, right, bottom = self._box[:]
        corners = ((x, y) for x in (left, right) for y in (bottom, top))
        x0, upper, x1, lower = self._frame.place_box(corners)
        return _Place(x0, x1, lower, lower - upper)


class _LastWord:
    """What the next word may go on with."""

    __slots__ = ("drawer", "end", "length", "order", "run", "x1")

    def __init__(self) -> None:
        self.drawer = self.end = self.length = 0
        self.order = -1
        self.run = Run(-1, 0.0, 0.0, False, None, 1.0, 0)
        self.x1 = 0.0


def _goes_on(last: _LastWord, run: Run, x0: float) -> bool:
    before = last.run
    return (
        abs(run.baseline - before.baseline) < _SAME_POINTS
        and abs(run.size - before.size) < _SAME_POINTS
        and -LETTER_GAP * run.size < x0 - last.x1 < WIDE_GAP * run.size
        and run.is_bold == before.is_bold
        and run.colour == before.colour
        and run.opacity == before.opacity
        and run.render_mode == before.render_mode
    )


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
