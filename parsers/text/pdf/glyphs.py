"""What a page draws, before it is text: runs of glyphs and the areas painted behind them."""

from dataclasses import dataclass, field
from typing import NamedTuple

Colour = tuple[float, float, float]
Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in points from the page's top left."""

WHITE: Colour = (1.0, 1.0, 1.0)

INVISIBLE_RENDER_MODE = 3
"""ISO 32000-1 table 106: neither fill nor stroke."""


class Glyph(NamedTuple):
    """One character with its advance box along the line."""

    char: str
    x0: float
    x1: float


@dataclass(slots=True)
class Run:
    """Glyphs that one operator of the page's stream drew on one baseline.

    `order` is the place in the stream, `size` the drawn font size in points, `opacity` 0..1.
    """

    order: int
    baseline: float
    size: float
    is_bold: bool
    colour: Colour | None
    opacity: float
    render_mode: int
    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        return self.glyphs[-1].x1

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)


class Backdrop(NamedTuple):
    """An area painted at `order`; `colour` is None where it is not one flat colour."""

    order: int
    box: Box
    colour: Colour | None


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """Everything on a page that matters for its text, in stream order.

    `unmapped` counts characters whose font has no way to Unicode.
    """

    width: float
    height: float
    runs: tuple[Run, ...]
    backdrops: tuple[Backdrop, ...]
    unmapped: int = 0
