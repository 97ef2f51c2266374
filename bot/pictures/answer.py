"""The picture of one answer: the score, its place in the reference set, and its reasons."""

from dataclasses import dataclass

from bot.pictures.lettering import number, signed
from bot.pictures.sheet import (
    BLUE,
    GREY,
    INK,
    LINE,
    MARGIN,
    NOISE,
    ORANGE,
    PALE_INK,
    Sheet,
    label,
    line_height,
    lines_of,
)

_WIDTH = 3.7
"""Narrower than other pictures, so that its letters are larger: a chat shows it beside a margin.

The phone's preview is at most 4:3 high (300 by 400 of 430 px), so nothing here takes room freely.
"""
_ROW = 0.27
_STRIP = 0.8
_NAMES = 1.55
_VALUES = 0.5
_SMALL = 8.5


@dataclass(frozen=True)
class ContributionBar:
    """One field: its name, and the percentage points of probability that it brings."""

    name: str
    points: float
    is_noise: bool = False


@dataclass(frozen=True)
class AnswerWords:
    """What the picture says, in the person's language. `title` and `change` may be empty.

    `of_hundred` follows the score ("of 100"); `change` is the difference to an earlier score;
    `footers` are lines of small print at the end.
    """

    title: str
    of_hundred: str
    change: str
    place: str
    you: str
    middle: str
    reasons: str
    footers: tuple[str, ...] = ()
    decimal_mark: str = "."


@dataclass(frozen=True)
class AnswerFacts:
    """`score` and `percentile` are 0..100; `noise_points` None where nobody measured it."""

    words: AnswerWords
    score: float
    percentile: float
    bars: tuple[ContributionBar, ...]
    noise_points: float | None = None


def draw_answer(facts: AnswerFacts) -> bytes:
    """A PNG, 925 px wide."""
    words = facts.words
    width = _WIDTH - 2 * MARGIN
    small_print = [line for text in words.footers for line in lines_of(text, width, _SMALL)]
    rows = len(facts.bars)
    height = 0.75 + 0.32 * bool(words.title) + 0.28 + _STRIP + 0.02 + 0.32 + rows * _ROW
    sheet = Sheet(height + 0.12 + len(small_print) * line_height(_SMALL), _WIDTH)
    top = 0.1
    if words.title:
        top += 0.18
        sheet.write(words.title, MARGIN, top, size=12, bold=True, width=width)
        top += 0.14
    top = _score(sheet, facts, top)
    top = _place(sheet, facts, top)
    top = _reasons(sheet, facts, top)
    top += 0.14
    for line in small_print:
        sheet.write(line, MARGIN, top, size=_SMALL, color=PALE_INK)
        top += line_height(_SMALL)
    return sheet.png()


def _score(sheet: Sheet, facts: AnswerFacts, top: float) -> float:
    middle = top + 0.3
    taken = sheet.write(number(facts.score, digits=0), MARGIN, middle, size=34, bold=True)
    left = MARGIN + taken + 0.1
    if facts.words.change:
        sheet.write(facts.words.of_hundred, left, middle - 0.13, size=12, color=PALE_INK)
        room = _WIDTH - MARGIN - left
        sheet.write(facts.words.change, left, middle + 0.13, size=10, bold=True, width=room)
    else:
        sheet.write(facts.words.of_hundred, left, middle + 0.06, size=13, color=PALE_INK)
    return top + 0.62


def _place(sheet: Sheet, facts: AnswerFacts, top: float) -> float:
    """The strip of the reference set from its lowest to its highest resume."""
    sheet.write(
        facts.words.place, MARGIN, top + 0.12, size=10, bold=True, width=_WIDTH - 2 * MARGIN
    )
    top += 0.28
    strip = sheet.axes(MARGIN + 0.1, top, _WIDTH - 2 * MARGIN - 0.2, _STRIP)
    strip.set_xlim(0, 100)
    strip.set_ylim(0, _STRIP)
    here = min(100.0, max(0.0, facts.percentile))
    strip.barh(0.36, 100, height=0.16, color=NOISE)
    strip.barh(0.36, here, height=0.16, color=BLUE)
    strip.plot([50, 50], [0.24, 0.48], color=INK, linewidth=1.2)
    for place, words in ((0, "0"), (50, f"50 · {facts.words.middle}"), (100, "100")):
        label(strip, place, 0.1, words, 2.6, color=PALE_INK, ha="center", va="center")
    strip.plot([here], [0.52], marker="v", markersize=9, color=INK, clip_on=False)
    side = "left" if here < 25 else "right" if here > 75 else "center"
    inward = {"left": -3, "center": 0, "right": 3}[side]
    label(
        strip, here + inward, 0.73, facts.words.you, 3.6, size=10, bold=True, ha=side, va="center"
    )
    return top + _STRIP + 0.04


def _reasons(sheet: Sheet, facts: AnswerFacts, top: float) -> float:
    if not facts.bars:
        return top
    words = facts.words
    sheet.write(words.reasons, MARGIN, top + 0.12, size=10, bold=True, width=_WIDTH - 2 * MARGIN)
    top += 0.3
    height = len(facts.bars) * _ROW
    width = _WIDTH - 2 * MARGIN - _NAMES - _VALUES
    panel = sheet.axes(MARGIN + _NAMES, top, width, height)
    noise = facts.noise_points or 0.0
    panel.set_xlim(*_reach([bar.points for bar in facts.bars], noise))
    panel.set_ylim(len(facts.bars) - 0.5, -0.5)
    if noise:
        panel.axvspan(-noise, noise, color=NOISE, linewidth=0)
    panel.axvline(0, color=LINE if noise else GREY, linewidth=1)
    for row, bar in enumerate(facts.bars):
        color = GREY if bar.is_noise else BLUE if bar.points > 0 else ORANGE
        ink = PALE_INK if bar.is_noise else INK
        panel.barh(row, bar.points, height=0.6, color=color)
        middle = top + (row + 0.5) * _ROW
        sheet.write(bar.name, MARGIN, middle, size=10, width=_NAMES - 0.08, color=ink)
        sheet.write(
            signed(bar.points, words.decimal_mark),
            *(_WIDTH - MARGIN, middle),
            size=10,
            bold=not bar.is_noise,
            color=ink,
            side="right",
        )
    return top + height


def _reach(points: list[float], noise: float) -> tuple[float, float]:
    """Limits with zero inside; a side without a bar keeps a little room."""
    low, high = min([-noise, *points]), max([noise, *points])
    room = (high - low) * 0.06 or 1.0
    return low - room, high + room
