"""Runs to rows: pieces of one visual line that belong together."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.text.document import Word
from parsers.text.pdf.runs import LETTER_GAP, WIDE_GAP, Chunk, Colour, Run

_COLUMN_GAP = 2.5
_COLUMN_GAP_OF_OTHER_LOOK = 1.0
_COLUMN_GAP_IN_RUN = 8.0
_MAX_OVERLAP = 0.5
_WORD_GAP = 0.6
_MIN_LETTER_SPACING = 0.08
_MIN_SPACED_LETTERS = 4
_SPACED_SHARE = 0.7
_USUAL_SPACE = 0.28
_SAME_BASELINE = 0.3
_MAX_SPACES = 40


@dataclass(slots=True)
class Row:
    """A piece of a line without a column gap inside. `chunks` go from left to right."""

    chunks: list[Chunk]
    baseline: float
    size: float
    is_bold: bool
    colour: Colour | None
    length: int
    """In characters."""

    @property
    def x0(self) -> float:
        return self.chunks[0].x0

    @property
    def x1(self) -> float:
        last = self.chunks[-1].x1
        return last if len(self.chunks) == 1 else max(last, self.chunks[-2].x1)

    @property
    def top(self) -> float:
        return self.baseline - self.size * 0.8

    @property
    def bottom(self) -> float:
        return self.baseline + self.size * 0.2

    def on_same_baseline(self, other: "Row") -> bool:
        tolerance = _SAME_BASELINE * min(self.size, other.size)
        return abs(self.baseline - other.baseline) <= tolerance

    def overlaps_across(self, other: "Row") -> bool:
        return min(self.x1, other.x1) > max(self.x0, other.x0)


def group_rows(runs: Iterable[Run]) -> list[Row]:
    """Rows in the stream's order; words that were drawn apart (links) are put back."""
    rows: list[Row] = []
    for run in runs:
        for piece in _split_at_columns(run):
            if rows and _continues(rows[-1], piece):
                _append(rows[-1], piece)
            else:
                rows.append(piece)
    return _rejoin([row for row in rows if any(g.text.strip() for g in row.chunks)])


def _split_at_columns(run: Run) -> list[Row]:
    if len(run.chunks) == 1:
        alone = run.chunks[0]
        return [Row([alone], run.baseline, run.size, run.is_bold, run.colour, len(alone.text))]
    pieces: list[list[Chunk]] = []
    for chunk in run.chunks:
        if pieces and chunk.x0 - pieces[-1][-1].x1 <= _COLUMN_GAP_IN_RUN * run.size:
            pieces[-1].append(chunk)
        else:
            pieces.append([chunk])
    looks = (run.baseline, run.size, run.is_bold, run.colour)
    return [Row(piece, *looks, sum(len(chunk.text) for chunk in piece)) for piece in pieces]


def _continues(row: Row, piece: Row) -> bool:
    if not row.on_same_baseline(piece):
        return False
    gap = (piece.x0 - row.x1) / max(row.size, piece.size)
    alike = abs(row.size - piece.size) < 0.5 and row.colour == piece.colour
    return -_MAX_OVERLAP <= gap <= (_COLUMN_GAP if alike else _COLUMN_GAP_OF_OTHER_LOOK)


def _append(row: Row, piece: Row) -> None:
    """The longer part gives the row its looks."""
    if piece.length > row.length:
        row.size, row.is_bold, row.colour = piece.size, piece.is_bold, piece.colour
        row.baseline = piece.baseline
    row.chunks.extend(piece.chunks)
    row.length += piece.length


def _rejoin(rows: list[Row]) -> list[Row]:
    """Joins rows that stand one word apart on a baseline, wherever the stream drew them."""
    place = {id(row): index for index, row in enumerate(rows)}
    joined: list[Row] = []
    open_rows: list[Row] = []
    for row in sorted(rows, key=lambda row: (round(row.baseline), row.x0)):
        open_rows = [other for other in open_rows if other.on_same_baseline(row)]
        left = next((other for other in open_rows if _stands_beside(other, row)), None)
        if left is None:
            joined.append(row)
            open_rows.append(row)
        else:
            first = min(place[id(left)], place[id(row)])
            _append(left, row)
            place[id(left)] = first
    return sorted(joined, key=lambda row: place[id(row)])


def _stands_beside(left: Row, right: Row) -> bool:
    gap = (right.x0 - left.x1) / max(left.size, right.size)
    return -_MAX_OVERLAP / 2 <= gap <= _WORD_GAP


def row_text(row: Row) -> tuple[str, tuple[Word, ...]]:
    """The text with as many spaces as its gaps are wide, and the parts between wide gaps."""
    text, part, part_x0 = "", "", row.x0
    words: list[Word] = []
    previous: Chunk | None = None
    space: Chunk | None = None
    spacing = _letter_spacing(row)
    for chunk in row.chunks:
        if chunk.text in " \t\r\n":
            space = chunk
            continue
        spaces = _count_spaces(previous, space, chunk, row.size, spacing)
        if spaces > 1 and previous is not None:
            words.append(Word(part, part_x0, previous.x1))
            text, part, part_x0 = text + part + " " * spaces, "", chunk.x0
        elif previous is None:
            part_x0 = chunk.x0
        part += " " * (spaces == 1) + chunk.text
        previous, space = chunk, None
    if previous is not None:
        words.append(Word(part, part_x0, previous.x1))
    return text + part, tuple(words)


def _letter_spacing(row: Row) -> float:
    """What a designer put between all letters of a heading, in points; mostly nothing."""
    letters = [chunk for chunk in row.chunks if chunk.text.strip()]
    alone = sum(len(chunk.text) == 1 for chunk in letters)
    if alone < _MIN_SPACED_LETTERS or alone < _SPACED_SHARE * len(letters):
        return 0.0
    gap = median(after.x0 - before.x1 for before, after in pairwise(letters))
    return gap if gap > _MIN_LETTER_SPACING * row.size else 0.0


def _count_spaces(
    previous: Chunk | None, space: Chunk | None, chunk: Chunk, size: float, spacing: float
) -> int:
    if previous is None:
        return 0
    gap = chunk.x0 - previous.x1 - spacing
    if gap > WIDE_GAP * size + spacing:
        space_width = space.x1 - space.x0 if space is not None else 0.0
        if not 0.1 * size < space_width < size:
            space_width = _USUAL_SPACE * size
        return min(_MAX_SPACES, max(2, round(gap / space_width)))
    return 1 if space is not None or gap > LETTER_GAP * size else 0
