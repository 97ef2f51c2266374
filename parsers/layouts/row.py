"""A row: one line of a document with clean text, ready to be read."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from parsers.layouts.markup import without_markup
from parsers.layouts.normalise import (
    has_bullet,
    keep_spaces,
    one_spaced,
    undouble,
    without_bullet,
)
from parsers.text.document import Document, Line

_MAX_ROW = 1500
_MARKDOWN = re.compile(r"^\s*(?:(?P<level>#{1,6})\s+(?P<plain>\S.*?)|\*\*(?P<bold>[^*]+)\*\*)\s*$")
"""`## Heading` and `**bold**`, whole lines only."""


@dataclass(frozen=True, slots=True)
class Row:
    """`text` has single ordinary spaces; `raw` keeps runs of spaces and U+00A0.

    `after_gap` tells that a blank line or a clearly larger distance stands before the row.
    `line` is where it was read; rows cut out of one line share it. `is_item` tells that the
    place of the row shows an item of a list, whose mark the extractor lost.
    """

    text: str
    raw: str
    line: Line
    after_gap: bool = False
    is_item: bool = False

    @property
    def is_bullet(self) -> bool:
        if self.is_item:
            return True
        style = (self.line.style or "").lower()
        return has_bullet(self.text) or style.startswith(("list bullet", "list number"))

    @property
    def bare(self) -> str:
        """The text without its list mark."""
        return without_bullet(self.text)

    @property
    def size(self) -> float | None:
        return self.line.font_size

    @property
    def is_bold(self) -> bool:
        return self.line.is_bold

    def cut(self, text: str) -> "Row":
        """The same place with a part of the text."""
        return replace(self, text=text, raw=text)


def row_of(line: Line, *, after_gap: bool = False, raw: str | None = None) -> Row:
    kept = without_markup(keep_spaces(line.text if raw is None else raw))
    marked = _MARKDOWN.match(kept)
    if marked is not None:
        kept = marked["plain"] or marked["bold"]
        style = line.style or (f"Heading {len(marked['level'])}" if marked["level"] else None)
        line = replace(line, is_bold=True, style=style)
    text = undouble(one_spaced(kept)).strip("|").strip()
    return Row(text=text, raw=kept, line=line, after_gap=after_gap)


def rows_of(document: Document) -> tuple[Row, ...]:
    """All lines that say something; empty ones are left as `after_gap` of the next."""
    rows: list[Row] = []
    gap = False
    for line, wide in zip(document.lines, _wide_distances(document.lines), strict=True):
        pieces = [row_of(line, after_gap=gap or wide, raw=raw) for raw in _pieces(line.text)]
        rows.extend(row for row in pieces if row.text)
        gap = not any(row.text for row in pieces)
    return tuple(rows)


def _pieces(text: str) -> list[str]:
    """A line too long for a page is cut, so that no pattern meets an endless text."""
    if len(text) <= _MAX_ROW:
        return [text]
    return [text[start : start + _MAX_ROW] for start in range(0, len(text), _MAX_ROW)]


def _wide_distances(lines: Sequence[Line]) -> list[bool]:
    """For each line: is the white space above it clearly more than the usual one?"""
    distances = [_distance(above, below) for above, below in itertools.pairwise(lines)]
    known = sorted(distance for distance in distances if distance is not None and distance >= 0)
    usual = known[len(known) // 3] if known else 0.0
    wide = [
        distance > usual + 4.0 if distance is not None else _skips_a_number(above, below)
        for distance, (above, below) in zip(distances, itertools.pairwise(lines), strict=True)
    ]
    return [False, *wide][: len(lines)]


def _skips_a_number(above: Line, below: Line) -> bool:
    """Empty lines are counted but left out by readers of formats without geometry."""
    return above.page == below.page and below.top is None and below.number - above.number > 1


def _distance(above: Line, below: Line) -> float | None:
    if above.bottom is None or below.top is None or above.page != below.page:
        return None
    return below.top - above.bottom


def rows_of_text(text: str) -> tuple[Row, ...]:
    """Rows of a text that has no file."""
    lines = tuple(
        Line(text=line, number=number) for number, line in enumerate(text.splitlines(), 1)
    )
    return rows_of(Document(lines=lines, media_type="text/plain"))
