"""Runs as they come together from the words that text objects drew."""

from collections.abc import Callable, Mapping
from operator import attrgetter

from parsers.text.pdf.frame import Frame
from parsers.text.pdf.looks import LevelReader, Look, TextLooks
from parsers.text.pdf.native import TextPageHandle, font_of
from parsers.text.pdf.runs import LETTER_GAP, TAG_GAP, WIDE_GAP, Chunk, Run

_SAME_POINTS = 0.05
_SAME_LEVEL = 0.06
_NEAR = 3
"""In the order of objects: there may be texts between, such as spaces, but nothing painted."""
_MAX_PIECE_GAP, _MAX_PIECE_OVERLAP = 0.06, 0.04
"""Of a letter's height: between pieces of a word that no designer spaced."""

LetterBox = list[float]
"""Left, upper, right and lower edge of a letter in points; up is up as the page is shown."""


class RunWriter:
    """Gathers words into runs. Objects that go on with the line of the one drawn before them,
    and look the same, belong to its run.

    `take_spaces(first, end)` is asked for the spaces of a run that are not usual ones.
    Where `is_doubled` ends up true, letters were drawn over each other, and pieces of words must
    not be joined before that is seen to.
    """

    def __init__(
        self,
        text_page: TextPageHandle,
        frame: Frame,
        order_of: Mapping[int, int],
        take_spaces: Callable[[int, int], None],
    ) -> None:
        self.unmapped = 0
        self.is_doubled = False
        self._left = frame.left
        self._order_of = order_of
        self._take_spaces = take_spaces
        self._looks = TextLooks(text_page)
        self._levels = LevelReader(text_page, frame)
        self._runs: list[Run] = []
        self._run_of: dict[int, Run] = {}
        self._without_unicode: set[int] = set()
        self._last = _LastWord()

    def runs_in_order(self) -> tuple[Run, ...]:
        """A text object whose letters have no place is no run."""
        return tuple(sorted((run for run in self._runs if run.chunks), key=attrgetter("order")))

    def write_word(
        self, drawer: int, word: str, start: int, boxes: tuple[LetterBox, LetterBox]
    ) -> None:
        """Letters of one object, with the boxes of the first and the last."""
        last, first = self._last, boxes[0]
        x0, x1 = first[0] - self._left, boxes[1][2] - self._left
        if drawer != last.drawer:
            self._enter(drawer, start, x0)
            last.run.chunks.append(Chunk(word, x0, x1))
        else:
            self._go_on(word, start, x0, x1)
        self._count_unmapped(drawer, len(word))
        last.x0, last.x1, last.end, last.length = x0, x1, start + len(word), len(word)
        last.upper, last.lower = first[1], first[3]

    def join(self, drawer: int, word: str, start: int, boxes: tuple[LetterBox, LetterBox]) -> bool:
        """Adds a word, or a piece of one, of the next object to the last word; False where it
        does not belong there."""
        last, first = self._last, boxes[0]
        height = last.upper - last.lower
        gap = first[0] - self._left - last.x1
        if start == last.end:
            fits = -_MAX_PIECE_OVERLAP * height < gap < _MAX_PIECE_GAP * height
        else:
            fits = start == last.end + 1 and last.is_usual_space(gap, len(word))
        if not (
            fits
            and 0 < (order := self._order_of.get(drawer, 0)) - last.order <= _NEAR
            and abs(first[1] - last.upper) < _SAME_LEVEL * height
            and abs(first[3] - last.lower) < _SAME_LEVEL * height
            and last.look is not None
            and self._looks.is_alike(last.look, drawer, font_of(drawer), start)
            and last.drawer not in self._without_unicode
            and drawer not in self._run_of
        ):
            return False
        chunks = last.run.chunks
        text, x0, _ = chunks[-1]
        last.x1 = boxes[1][2] - self._left
        if start == last.end:
            chunks[-1] = Chunk(text + word, x0, last.x1)
            last.length += len(word)
        else:
            chunks[-1] = Chunk(f"{text} {word}", x0, last.x1)
            last.length, last.x0 = len(word), first[0] - self._left
        last.drawer, last.order, last.end = drawer, order, start + len(word)
        self._run_of[drawer] = last.run
        return True

    def run_for(self, drawer: int, index: int) -> Run:
        """That of a letter that may stand anyhow, and that nothing goes on with."""
        if drawer != self._last.drawer:
            self._last = _LastWord()
            self._enter(drawer, index, 0.0)
        run, self._last = self._last.run, _LastWord()
        return run

    def write_letter(self, drawer: int, index: int, letter: str, box: LetterBox) -> None:
        """Of any object."""
        chunk = Chunk(letter, box[0] - self._left, box[2] - self._left)
        self.run_for(drawer, index).chunks.append(chunk)
        self._count_unmapped(drawer, len(letter))

    def _count_unmapped(self, drawer: int, length: int) -> None:
        if self._without_unicode and drawer in self._without_unicode:
            self.unmapped += length

    def _go_on(self, word: str, start: int, x0: float, x1: float) -> None:
        """With the object of the last word."""
        last = self._last
        chunks = last.run.chunks
        if start == last.end + 1 and last.is_usual_space(x0 - last.x1, len(word)):
            before = chunks[-1]
            chunks[-1] = Chunk(f"{before.text} {word}", before.x0, x1)
        else:
            self._take_spaces(last.end, start)
            self._last = last
            chunks.append(Chunk(word, x0, x1))

    def _enter(self, drawer: int, start: int, x0: float) -> None:
        """Makes `drawer` the last object."""
        last = self._last
        run = self._run_of.get(drawer)
        if run is None:
            font = font_of(drawer)
            look = self._looks.look_at(drawer, font, start)
            baseline, size = self._levels.level_at(start)
            if not self._looks.has_unicode(font, start):
                self._without_unicode.add(drawer)
            order = self._order_of.get(drawer, start)
            self.is_doubled = self.is_doubled or last.is_drawn_over(baseline, size, x0)
            if 0 < order - last.order <= _NEAR and last.is_continued(look, baseline, size, x0):
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
            last.order = -_NEAR
        last.drawer, last.run = drawer, run


class _LastWord:
    """What the next word may go on with."""

    __slots__ = (
        *("drawer", "end", "length", "look", "lower", "order", "run", "upper", "x0", "x1"),
    )

    def __init__(self) -> None:
        self.drawer = self.end = self.length = 0
        self.order = -_NEAR
        self.run = Run(-1, 0.0, 0.0, False, None, 1.0, 0)
        self.look: Look | None = None
        self.x0 = self.x1 = self.upper = self.lower = 0.0

    def is_continued(self, look: Look, baseline: float, size: float, x0: float) -> bool:
        """By a word of the next object, with such a look and at such a place."""
        run = self.run
        return (
            abs(baseline - run.baseline) < _SAME_POINTS
            and abs(size - run.size) < _SAME_POINTS
            and -LETTER_GAP * size < x0 - self.x1 < WIDE_GAP * size
            and look[:4] == (self.look or look)[:4]
        )

    def is_usual_space(self, gap: float, length: int) -> bool:
        """Between this word and the next of so many letters. Of single letters, which may be
        spaced by design, more has to be known."""
        size = self.run.size
        return LETTER_GAP * size < gap <= TAG_GAP * size and (length > 1 or self.length > 1)

    def is_drawn_over(self, baseline: float, size: float, x0: float) -> bool:
        """By a word of another object that starts where this one does."""
        shift = LETTER_GAP * size
        return abs(x0 - self.x0) < shift and abs(baseline - self.run.baseline) < shift
