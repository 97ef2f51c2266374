"""What a page draws, before it is text: runs of letters and the areas painted behind them."""

from dataclasses import dataclass, field
from typing import NamedTuple

Colour = tuple[float, float, float]
Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in points from the page's top left."""

WHITE: Colour = (1.0, 1.0, 1.0)
BLACK: Colour = (0.0, 0.0, 0.0)

WIDE_GAP = 1.2
"""In em: more than a space between words, even in justified text."""
TAG_GAP = 0.75
"""In em: words that stand so far apart may be tags, with two spaces between them."""
UNEVEN_GAP, EVEN_GAP = 0.5, 1.0
"""In em: narrower gaps in the row tell wider ones apart; without them, only those so wide."""
LETTER_GAP = 0.17
"""In em: letters of one word stand closer."""

INVISIBLE_RENDER_MODE, CLIPPING_RENDER_MODE = 3, 7
"""ISO 32000-1 table 106: neither fill nor stroke; only a clip for what is painted later."""


class Chunk(NamedTuple):
    """A word, or words with usual spaces between them, with their advance box along the line.

    A space that had to be looked at is a chunk of its own.
    """

    text: str
    x0: float
    x1: float


@dataclass(slots=True)
class Run:
    """Chunks that one operator of the page's stream drew on one baseline.

    `order` is the place in the stream, `size` the drawn font size in points, `opacity` 0..1.
    """

    order: int
    baseline: float
    size: float
    is_bold: bool
    colour: Colour | None
    opacity: float
    render_mode: int
    chunks: list[Chunk] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.chunks[0].x0

    @property
    def x1(self) -> float:
        return self.chunks[-1].x1

    @property
    def text(self) -> str:
        return "".join(chunk.text for chunk in self.chunks)

    @property
    def length(self) -> int:
        """In characters."""
        return sum(len(chunk.text) for chunk in self.chunks)


class Backdrop(NamedTuple):
    """An area painted at `order`; `colour` is None where it is not one flat colour."""

    order: int
    box: Box
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Everything on a page that matters for its text, in stream order.

    `characters` counts those in runs, `unmapped` those whose font has no way to Unicode.
    """

    width: float
    height: float
    runs: tuple[Run, ...]
    backdrops: tuple[Backdrop, ...]
    characters: int
    unmapped: int = 0
    has_clipped_text: bool = False
