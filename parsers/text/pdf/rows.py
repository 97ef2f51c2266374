"""Runs to rows: pieces of one visual line that belong together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter

from parsers.text.document import Word
from parsers.text.pdf.runs import (
    EVEN_GAP,
    LETTER_GAP,
    TAG_GAP,
    UNEVEN_GAP,
    WIDE_GAP,
    Chunk,
    Colour,
    Run,
)

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
_SOFT_HYPHEN = "\u00ad"
_INNER_HYPHEN = re.compile(rf"(?<=\w){_SOFT_HYPHEN}(?=\w)")
"""One that is drawn inside a line parts nothing: `email-маркетинг` in letters drawn one by one."""
_SPACES = frozenset(" \t\r\n")


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
    weight: int = field(init=False)
    """How many more letters look so than not."""

    def __post_init__(self) -> None:
        self.weight = self.length

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


def group_rows(runs: Iterable[Run]) -> list[Row]:
    """Rows in the stream's order; words that were drawn apart (links) are put back."""
    rows: list[Row] = []
    for run in runs:
        for piece in _split_at_columns(run):
            if rows and _continues(rows[-1], piece):
                _append(rows[-1], piece)
            else:
                rows.append(piece)
    return _rejoin([row for row in rows if any(not chunk.text.isspace() for chunk in row.chunks)])


def _split_at_columns(run: Run) -> list[Row]:
    chunks, widest = run.chunks, _COLUMN_GAP_IN_RUN * run.size
    cuts = [
        place
        for place, (before, after) in enumerate(pairwise(chunks), start=1)
        if after.x0 - before.x1 > widest
    ]
    if not cuts:
        return [Row(chunks, run.baseline, run.size, run.is_bold, run.colour, run.length)]
    pieces = [chunks[start:end] for start, end in pairwise([0, *cuts, len(chunks)])]
    looks = (run.baseline, run.size, run.is_bold, run.colour)
    return [Row(piece, *looks, sum(len(chunk.text) for chunk in piece)) for piece in pieces]


def _continues(row: Row, piece: Row) -> bool:
    if abs(row.baseline - piece.baseline) > _SAME_BASELINE * min(row.size, piece.size):
        return False
    gap = (piece.x0 - row.x1) / (max(row.size, piece.size) or 1.0)
    alike = abs(row.size - piece.size) < 0.5 and row.colour == piece.colour
    return -_MAX_OVERLAP <= gap <= (_COLUMN_GAP if alike else _COLUMN_GAP_OF_OTHER_LOOK)


def _append(row: Row, piece: Row) -> None:
    """The look of most letters is the row's."""
    row.chunks.extend(piece.chunks)
    row.length += piece.length
    if piece.is_bold == row.is_bold and piece.colour == row.colour and piece.size == row.size:
        row.weight += piece.length
    elif piece.length <= row.weight:
        row.weight -= piece.length
    else:
        row.size, row.is_bold, row.colour = piece.size, piece.is_bold, piece.colour
        row.baseline = piece.baseline
        row.weight = piece.length - row.weight


def _rejoin(rows: list[Row]) -> list[Row]:
    """Joins rows that stand one word apart on a baseline, wherever the stream drew them."""
    keyed = sorted((round(row.baseline), row.x0, place) for place, row in enumerate(rows))
    joined: list[tuple[int, Row]] = []
    open_rows: list[int] = []
    """Places in `joined`."""
    for _, _, place in keyed:
        row = rows[place]
        open_rows = [other for other in open_rows if joined[other][1].on_same_baseline(row)]
        left = next((one for one in open_rows if _stands_beside(joined[one][1], row)), None)
        if left is None:
            open_rows.append(len(joined))
            joined.append((place, row))
        else:
            first, beside = joined[left]
            _append(beside, row)
            joined[left] = (min(first, place), beside)
    return [row for _, row in sorted(joined, key=itemgetter(0))]


def _stands_beside(left: Row, right: Row) -> bool:
    gap = (right.x0 - left.x1) / (max(left.size, right.size) or 1.0)
    return -_MAX_OVERLAP / 2 <= gap <= _WORD_GAP


def row_text(row: Row) -> tuple[str, tuple[Word, ...]]:
    """The text with as many spaces as its gaps are wide, and the parts between wide gaps."""
    if len(row.chunks) == 1:
        alone = row.chunks[0]
        text = _INNER_HYPHEN.sub("-", alone.text)
        return text, (Word(text, alone.x0, alone.x1),)
    parts: list[str] = []
    words: list[Word] = []
    start, part_x0 = 0, row.x0
    previous: Chunk | None = None
    space: Chunk | None = None
    spacing = _letter_spacing(row)
    tag_gap = _gap_of_tags(row) + spacing
    for chunk in row.chunks:
        if chunk.text in _SPACES:
            space = chunk
            continue
        if previous is None:
            part_x0 = chunk.x0
        elif spaces := _count_spaces(previous, space, chunk, row.size, spacing):
            if spaces > 1:
                words.append(Word("".join(parts[start:]), part_x0, previous.x1))
                start, part_x0 = len(parts) + 1, chunk.x0
            if spaces == 1 and chunk.x0 - previous.x1 > tag_gap:
                spaces = 2
            parts.append(" " * spaces)
        parts.append(chunk.text)
        previous, space = chunk, None
    if previous is not None:
        words.append(Word("".join(parts[start:]), part_x0, previous.x1))
    text = "".join(parts)
    if _SOFT_HYPHEN in text[:-1]:
        words = [replace(word, text=_INNER_HYPHEN.sub("-", word.text)) for word in words]
        text = _INNER_HYPHEN.sub("-", text)
    return text, tuple(words)


def _gap_of_tags(row: Row) -> float:
    """The points from which on a gap parts tags. Justified text has even gaps, tags of several
    words have uneven ones."""
    letters = [chunk for chunk in row.chunks if chunk.text not in _SPACES]
    gaps = [after.x0 - before.x1 for before, after in pairwise(letters)]
    narrow, widest = LETTER_GAP * row.size, UNEVEN_GAP * row.size
    is_uneven = any(" " in chunk.text for chunk in letters) or any(
        narrow < gap < widest for gap in gaps
    )
    return (TAG_GAP if is_uneven else EVEN_GAP) * row.size


def _letter_spacing(row: Row) -> float:
    """What a designer put between all letters of a heading, in points; mostly nothing."""
    alone = sum([len(chunk.text) == 1 for chunk in row.chunks])
    if alone < _MIN_SPACED_LETTERS:
        return 0.0
    letters = [chunk for chunk in row.chunks if chunk.text not in _SPACES]
    alone = sum([len(chunk.text) == 1 for chunk in letters])
    if alone < _MIN_SPACED_LETTERS or alone < _SPACED_SHARE * len(letters):
        return 0.0
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(letters))
    gap = gaps[len(gaps) // 4]
    return gap if gap > _MIN_LETTER_SPACING * row.size else 0.0


def _count_spaces(
    previous: Chunk, space: Chunk | None, chunk: Chunk, size: float, spacing: float
) -> int:
    gap = chunk.x0 - previous.x1 - spacing
    if gap > WIDE_GAP * size + spacing:
        space_width = space.x1 - space.x0 if space is not None else 0.0
        if not 0.1 * size < space_width < size:
            space_width = _USUAL_SPACE * size
        return min(_MAX_SPACES, max(2, round(gap / (space_width or 1.0))))
    return 1 if space is not None or gap > LETTER_GAP * size else 0
