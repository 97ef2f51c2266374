"""Two to five candidates side by side: their scores, and what each field brings to each."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.pictures.lettering import number, percent, signed
from bot.pictures.sheet import (
    BLUE,
    INK,
    LINE,
    MARGIN,
    NOISE,
    ORANGE,
    PALE_INK,
    SERIES,
    WIDTH,
    Sheet,
    label,
    line_height,
    lines_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LETTERS = "ABCDE"
MOST_CANDIDATES = len(LETTERS)
_ROW = 0.34
_SMALL = 8.5
_NAMES = 1.4
_STRONGEST_ALPHA = 0.55


@dataclass(frozen=True)
class Candidate:
    """One column. `name` is what tells the candidate apart, e.g. position and city.

    `points` are the contributions in percentage points of probability, one a field of the
    picture and in the same order; None where the resume lacks the field.
    """

    name: str
    score: float
    percentile: float
    points: tuple[float | None, ...]
    is_noise: tuple[bool, ...] = ()


@dataclass(frozen=True)
class CompareWords:
    """`place` is a column's heading for the percentile, `missing` stands for a field not given."""

    title: str
    score: str
    place: str
    reasons: str
    missing: str = "—"
    footers: tuple[str, ...] = ()
    decimal_mark: str = "."


@dataclass(frozen=True)
class CompareFacts:
    """`fields` are the names of the rows; candidates come in the order that they are shown in."""

    words: CompareWords
    fields: tuple[str, ...]
    candidates: tuple[Candidate, ...]


def draw_compare(facts: CompareFacts) -> bytes:
    """A PNG. Raises ValueError for fewer than two or more than MOST_CANDIDATES candidates."""
    count = len(facts.candidates)
    if not 2 <= count <= MOST_CANDIDATES:
        raise ValueError(f"{count} candidates can't stand side by side")
    width = WIDTH - 2 * MARGIN
    small_print = [line for text in facts.words.footers for line in lines_of(text, width, _SMALL)]
    height = 1.15 + count * 2 * _ROW + 0.75 + len(facts.fields) * _ROW
    sheet = Sheet(height + 0.25 + len(small_print) * line_height(_SMALL))
    sheet.write(facts.words.title, MARGIN, 0.25, size=12, bold=True, width=width)
    top = _scores(sheet, facts, 0.5)
    top = _reasons(sheet, facts, top + 0.15)
    top += 0.18
    for line in small_print:
        sheet.write(line, MARGIN, top, size=_SMALL, color=PALE_INK)
        top += line_height(_SMALL)
    return sheet.png()


def _scores(sheet: Sheet, facts: CompareFacts, top: float) -> float:
    """A name and a bar for each; the percentile is a figure at the right."""
    words = facts.words
    right = WIDTH - MARGIN
    sheet.write(words.score, MARGIN, top + 0.12, size=10, bold=True, width=2.2)
    sheet.write(words.place, right, top + 0.12, size=8.5, color=PALE_INK, width=1.7, side="right")
    top += 0.3
    height = len(facts.candidates) * 2 * _ROW
    panel = sheet.axes(MARGIN, top, WIDTH - 2 * MARGIN - 1.15, height)
    panel.set_xlim(0, 100)
    panel.set_ylim(height, 0)
    for place, candidate in enumerate(facts.candidates):
        line = top + place * 2 * _ROW + _ROW * 0.5
        letter = f"{LETTERS[place]}."
        sheet.write(letter, MARGIN, line, size=10, bold=True, color=SERIES[place])
        sheet.write(candidate.name, MARGIN + 0.25, line, size=10, width=WIDTH - 2 * MARGIN - 0.25)
        middle = place * 2 * _ROW + _ROW * 1.35
        panel.barh(middle, 100, height=0.2, color=NOISE)
        panel.barh(middle, candidate.score, height=0.2, color=SERIES[place])
        panel.plot([50, 50], [middle - 0.14, middle + 0.14], color=INK, linewidth=1)
        score = number(candidate.score, digits=0)
        sheet.write(score, right - 1.05, top + middle, size=12, bold=True)
        percentile = percent(candidate.percentile, words.decimal_mark, digits=0)
        sheet.write(percentile, right, top + middle, size=10, color=PALE_INK, side="right")
    return top + height


def _reasons(sheet: Sheet, facts: CompareFacts, top: float) -> float:
    """A table whose cells are the more coloured the more they bring."""
    words, count, rows = facts.words, len(facts.candidates), len(facts.fields)
    if not rows:
        return top
    sheet.write(words.reasons, MARGIN, top + 0.1, size=10, bold=True, width=WIDTH - 2 * MARGIN)
    top += 0.28
    panel = sheet.axes(MARGIN + _NAMES, top + 0.25, WIDTH - 2 * MARGIN - _NAMES, rows * _ROW)
    panel.set_xlim(0, count)
    panel.set_ylim(rows, 0)
    room = (WIDTH - 2 * MARGIN - _NAMES) / count
    for column in range(count):
        left = MARGIN + _NAMES + (column + 0.5) * room
        letter = LETTERS[column]
        sheet.write(letter, left, top + 0.12, bold=True, color=SERIES[column], side="center")
    top += 0.25
    known = [abs(p) for candidate in facts.candidates for p in candidate.points if p is not None]
    largest = max(known, default=0.0) or 1.0
    for row, field in enumerate(facts.fields):
        sheet.write(field, MARGIN, top + (row + 0.5) * _ROW, size=9, width=_NAMES - 0.06)
        for column, candidate in enumerate(facts.candidates):
            _cell(panel, words, candidate, (row, column, count), largest)
    for line, _ in pairwise(range(rows + 1)):
        panel.axhline(line, color=LINE, linewidth=0.5)
    return top + rows * _ROW


def _cell(
    panel: "Axes",
    words: CompareWords,
    candidate: Candidate,
    place: tuple[int, int, int],
    largest: float,
) -> None:
    """`place` is the row, the column and how many columns there are."""
    row, column, count = place
    points = candidate.points[row] if row < len(candidate.points) else None
    is_noise = row < len(candidate.is_noise) and candidate.is_noise[row]
    if points is not None and not is_noise:
        panel.axhspan(
            row + 0.04,
            row + 0.96,
            (column + 0.03) / count,
            (column + 0.97) / count,
            facecolor=BLUE if points > 0 else ORANGE,
            alpha=_STRONGEST_ALPHA * abs(points) / largest,
            linewidth=0,
        )
    text = words.missing if points is None else signed(points, words.decimal_mark)
    room = (WIDTH - 2 * MARGIN - _NAMES) / count
    about = {"ha": "center", "va": "center", "bold": not is_noise and points is not None}
    ink = PALE_INK if points is None or is_noise else INK
    label(panel, column + 0.5, row + 0.5, text, room, color=ink, size=9.5, **about)
