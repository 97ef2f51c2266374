"""The text of a file with its looks: what the readers of every format give and sections read."""

from dataclasses import dataclass, field
from enum import StrEnum

READ_BY_OCR = "read_by_ocr"
"""The warning on documents whose letters were recognised in a picture."""


class Hidden(StrEnum):
    """Why a person who looks at the page does not see a text."""

    BACKGROUND_COLOUR = "background_colour"
    TINY = "tiny"
    OFF_PAGE = "off_page"
    INVISIBLE_MODE = "invisible_mode"
    COVERED = "covered"
    NOT_DRAWN = "not_drawn"
    """Clipped away, or on a layer that is switched off."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of text without a wide gap inside; x0, x1 in points from the page's left edge."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line, or one table cell's line, in reading order.

    `text` keeps its spaces (runs of six spaces separate hh.ru's skill tags) with U+00A0 as it
    was; readers of fields normalise. Coordinates are points from the page's top left and are
    None, as are `font_size` and `colour`, where the format has none. `is_bold` is False where
    unknown. `colour` is (red, green, blue) in 0..1. `words` carry x positions for columns and
    tags. `cell` is (table, row, column) for a line inside a table, from 0.
    """

    text: str
    page: int = 1
    number: int = 1
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None
    font_size: float | None = None
    is_bold: bool = False
    colour: tuple[float, float, float] | None = None
    words: tuple[Word, ...] = ()
    cell: tuple[int, int, int] | None = None
    style: str | None = None
    """The format's own word for the line, e.g. "Heading 1" or "List Bullet" in DOCX."""


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text that was kept out of the lines because nobody sees it."""

    text: str
    page: int
    reason: Hidden


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file as text. `media_type` is by content; `producer` is a PDF's own word."""

    lines: tuple[Line, ...]
    media_type: str
    page_count: int = 1
    page_size: tuple[float, float] | None = None
    producer: str | None = None
    hidden: tuple[HiddenText, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    layered_pages: tuple[int, ...] = ()
    """Pages of one big picture, whose text a scanner, or anybody, laid over or under it."""

    @property
    def text(self) -> str:
        """All visible lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)
