"""The letters of a page with their places, as PDFium reads them.

https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_text.h

PDFium orders characters by its own guess, which misplaces linked words, and swallows repeated
spaces. So text is taken with its position and with the text object that drew it, and the order
is that of the page's own stream. A call to PDFium costs more than what it does, so the whole
text is asked for at once and places for words, not for letters.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as c

from parsers.text.pdf.frame import Frame
from parsers.text.pdf.native import (
    TextPageHandle,
    address_of,
    character_at,
    get_loose_box,
    text_object_of,
)
from parsers.text.pdf.runs import Chunk, Run
from parsers.text.pdf.writing import LetterBox, RunWriter

_OTHER_SPACE = re.compile("[\0\t\r\n]")
_MIN_WIDTH, _USUAL_WIDTH, _MAX_WIDTH = 0.22, 0.3, 1.2
"""Of a letter to its box's height, which is 1 to 1.4 em. A word of narrower letters may be drawn
over itself, one of wider letters hold a gap; short words may be narrow."""
_JUMP_EM = 0.3
_SAME_LEVEL = 0.06

_SOFT_HYPHENS = ("\x02", "\ufffe")
"""What PDFium puts where a line ends in a hyphen that it thinks is soft."""
_SOFT_HYPHEN = "\u00ad"


def read_runs(
    text_page: pdfium.PdfTextPage, count: int, frame: Frame, order_of: Mapping[int, int]
) -> tuple[tuple[Run, ...], int]:
    """Runs in stream order, and how many characters have no Unicode."""
    text = _whole_text(text_page, count)
    reader = _LetterReader(text_page, frame, order_of, joins=True)
    if text is None:
        reader.take_letters(0, count)
    else:
        reader.take_words(text)
        if reader.writer.is_doubled:
            reader = _LetterReader(text_page, frame, order_of, joins=False)
            reader.take_words(text)
    return reader.writer.runs_in_order(), reader.writer.unmapped


def _whole_text(text_page: pdfium.PdfTextPage, count: int) -> str | None:
    """None where characters of the text are not one to one those with places. A character
    without Unicode may be a null."""
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = c.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) != count:  # PDFium counts both halves of an emoji
        text = "".join(map(chr, buffer[: max(0, written - 1)]))
    return text if len(text) == count else None


class _LetterReader:
    """Takes words and letters with their boxes. Words of several objects are joined at
    once where `joins`, which is for pages whose letters are not drawn over each other."""

    def __init__(
        self,
        text_page: pdfium.PdfTextPage,
        frame: Frame,
        order_of: Mapping[int, int],
        *,
        joins: bool,
    ) -> None:
        self._handle = TextPageHandle(address_of(text_page.raw))
        self._frame = frame
        self._joins = joins
        self._box = (ctypes.c_float * 4)()
        self.writer = RunWriter(self._handle, frame, order_of, self._take_spaces)

    def take_words(self, text: str) -> None:
        """The whole text. Words of one object with usual spaces between them are one chunk."""
        self.writer.unmapped += text.count("\0")
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

    def _take_word(
        self, drawer: int, word: str, start: int, first: LetterBox | None, end: LetterBox | None
    ) -> None:
        """All letters are of one text object."""
        length = len(word)
        if first is None or end is None or not _is_word(first, end, length):
            self._take_odd_word(drawer, word, start)
            return
        if not word.isalnum():
            word = _with_soft_hyphens(word)
        self._write(drawer, word, start, (first, end))

    def _write(
        self, drawer: int, word: str, start: int, boxes: tuple[LetterBox, LetterBox]
    ) -> None:
        if not (self._joins and self.writer.join(drawer, word, start, boxes)):
            self.writer.write_word(drawer, word, start, boxes)

    def _take_mixed_word(self, word: str, start: int) -> None:
        """Letters of several text objects that PDFium took for one word."""
        places = range(start, start + len(word))
        drawers = [text_object_of(self._handle, place) for place in places]
        boxes = self._boxes(places)
        bounds = [place for place in range(1, len(word)) if drawers[place] != drawers[place - 1]]
        is_plain = _is_level(boxes) and _with_soft_hyphens(word) == word
        for begin, end in pairwise([0, *bounds, len(word)]):
            drawer, piece = drawers[begin], word[begin:end]
            first, last = boxes[begin], boxes[end - 1]
            if drawer and is_plain and first is not None and last is not None:
                self._write(drawer, piece, start + begin, (first, last))
            elif drawer:
                self._take_word(drawer, piece, start + begin, first, last)

    def _take_odd_word(self, drawer: int, word: str, start: int) -> None:
        """Letters that PDFium took for one word and that may jump ahead or back."""
        run, left = self.writer.run_for(drawer, start), self._frame.left
        part, part_x0, last = "", 0.0, (0.0, 0.0)
        boxes = self._boxes(range(start, start + len(word)))
        for letter, box in zip(word, boxes, strict=True):
            x0, x1 = (box[0] - left, box[2] - left) if box else last
            jump = x0 < last[0] - _JUMP_EM * run.size or x0 > last[1] + run.size
            if part and jump:
                run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))
                part = ""
            part_x0 = part_x0 if part else x0
            part, last = part + letter, (x0, x1)
        run.chunks.append(Chunk(_with_soft_hyphens(part), part_x0, last[1]))

    def _take_spaces(self, first: int, end: int) -> None:
        self.take_letters(first, end, " ")

    def take_letters(self, first: int, end: int, known: str | None = None) -> None:
        """One by one; those that PDFium made up itself are left out."""
        for index in range(first, end):
            drawer = text_object_of(self._handle, index)
            if not drawer:
                continue
            letter = known or self._letter(index)
            box = self._boxes([index])[0] if letter != "\x00" else None
            if box is None:
                self.writer.unmapped += letter == "\x00"
            else:
                self.writer.write_letter(drawer, index, _with_soft_hyphens(letter), box)

    def _letter(self, index: int) -> str:
        code = character_at(self._handle, index)
        return chr(code) if code <= 0x10FFFF else "\ufffd"

    def _boxes(self, places: Iterable[int]) -> list[LetterBox | None]:
        handle, box = self._handle, self._box
        boxes = [box[:] if get_loose_box(handle, place, box) else None for place in places]
        return boxes if self._frame.rotation == 0 else [self._turn(found) for found in boxes]

    def _turn(self, box: LetterBox | None) -> LetterBox | None:
        if box is None:
            return None
        left, upper, right, lower = box
        corners = ((x, y) for x in (left, right) for y in (lower, upper))
        x0, top, x1, bottom = self._frame.place_box(corners)
        return [x0 + self._frame.left, -top, x1 + self._frame.left, -bottom]


def _is_word(first: LetterBox, end: LetterBox, length: int) -> bool:
    """Whether the letters from the first to the end stand as those of a word do."""
    if length == 1:
        return True
    x0, upper, _, lower = first
    height = upper - lower
    width = (end[2] - x0) / (height * length or 1.0)
    return (
        _MIN_WIDTH < width < _MAX_WIDTH
        and end[0] > x0
        and abs(end[3] - lower) <= _SAME_LEVEL * height
    )


def _is_level(boxes: Sequence[LetterBox | None]) -> bool:
    """Whether letters, one by one, go from left to right on a level, none far from the last."""
    first = boxes[0]
    if first is None:
        return False
    x0, upper, x1, lower = first
    slack = _SAME_LEVEL * (upper - lower)
    for box in boxes[1:]:
        if box is None or abs(box[3] - lower) > slack or abs(box[1] - upper) > slack:
            return False
        if not x0 < box[0] < x1 + (upper - lower):
            return False
        x0, x1 = box[0], box[2]
    return True


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
