"""Whether probabilities come true: what was promised against what interviews showed."""

from dataclasses import dataclass

from bot.pictures.intervals import Interval
from bot.pictures.lettering import number, percent
from bot.pictures.sheet import (
    BLUE,
    GREY,
    LINE,
    MARGIN,
    NOISE,
    PALE_INK,
    WIDTH,
    Sheet,
    label,
    lettering,
    line_height,
    lines_of,
)

_SIDE = 3.0
_AXIS = 0.7
_COUNTS = 0.75
_SMALL = 8.5


@dataclass(frozen=True)
class CalibrationBin:
    """Answers of similar probability, all figures in per cent (0..100).

    `promised` is their mean probability, `confirmed` the share that interviews confirmed with its
    interval, `count` how many interviews there were.
    """

    promised: float
    confirmed: Interval
    count: int


@dataclass(frozen=True)
class CalibrationWords:
    """`promised` and `confirmed` name the axes, `ideal` the diagonal, `counts` the bars below."""

    title: str
    promised: str
    confirmed: str
    ideal: str
    counts: str
    footers: tuple[str, ...] = ()
    decimal_mark: str = "."


@dataclass(frozen=True)
class CalibrationFacts:
    words: CalibrationWords
    bins: tuple[CalibrationBin, ...]


def draw_calibration(facts: CalibrationFacts) -> bytes:
    """A PNG. Both axes end at the same figure, a little above the largest one."""
    words = facts.words
    width = WIDTH - 2 * MARGIN
    notes = [line for text in words.footers for line in lines_of(text, width, _SMALL)]
    sheet = Sheet(0.8 + _SIDE + 0.6 + 0.3 + _COUNTS + 0.25 + len(notes) * line_height(_SMALL))
    sheet.write(words.title, MARGIN, 0.25, size=12, bold=True, width=width)
    taken = sheet.write(words.confirmed, MARGIN, 0.57, size=9, bold=True, width=2.2)
    ideal, room = f"╌╌ {words.ideal}", width - taken - 0.15
    sheet.write(ideal, WIDTH - MARGIN, 0.57, size=8.5, color=PALE_INK, width=room, side="right")
    reach = _reach(facts)
    _dots(sheet, facts, 0.75, reach)
    top = 0.75 + _SIDE + 0.4
    sheet.write(words.promised, WIDTH - MARGIN, top, size=9, bold=True, width=width, side="right")
    top += 0.3
    sheet.write(words.counts, MARGIN, top, size=9, bold=True, width=width)
    _counts(sheet, facts, top + 0.15, reach)
    top += 0.15 + _COUNTS + 0.2
    for line in notes:
        sheet.write(line, MARGIN, top, size=_SMALL, color=PALE_INK)
        top += line_height(_SMALL)
    return sheet.png()


def _reach(facts: CalibrationFacts) -> float:
    largest = max([max(one.promised, one.confirmed.high) for one in facts.bins], default=100.0)
    return min(100.0, max(5.0, largest * 1.08))


def _dots(sheet: Sheet, facts: CalibrationFacts, top: float, reach: float) -> None:
    from matplotlib.ticker import MaxNLocator

    mark = facts.words.decimal_mark
    axes = sheet.axes(MARGIN + _AXIS, top, WIDTH - 2 * MARGIN - _AXIS - 0.1, _SIDE)
    axes.set_xlim(0, reach)
    axes.set_ylim(0, reach)
    ticks = [float(t) for t in MaxNLocator(nbins=5).tick_values(0, reach) if 0 <= t <= reach]
    texts = [percent(tick, mark) for tick in ticks]
    for tick in ticks:
        axes.axhline(tick, color=NOISE, linewidth=0.8)
        axes.axvline(tick, color=NOISE, linewidth=0.8)
    axes.set_xticks(ticks, texts, **lettering(8.5, color=PALE_INK))
    axes.set_yticks(ticks[1:], texts[1:], **lettering(8.5, color=PALE_INK))
    axes.tick_params(length=0, pad=3)
    axes.plot([0, reach], [0, reach], color=GREY, linewidth=1.2, linestyle="--")
    for one in facts.bins:
        x = [one.promised, one.promised]
        axes.plot(x, [one.confirmed.low, one.confirmed.high], color=BLUE, linewidth=2)
        axes.plot(x[:1], [one.confirmed.value], "o", color=BLUE, markersize=7, clip_on=False)


def _counts(sheet: Sheet, facts: CalibrationFacts, top: float, reach: float) -> None:
    """How many interviews stand behind each dot, right below it."""
    axes = sheet.axes(MARGIN + _AXIS, top, WIDTH - 2 * MARGIN - _AXIS - 0.1, _COUNTS)
    axes.set_xlim(0, reach)
    largest = max((one.count for one in facts.bins), default=1)
    axes.set_ylim(0, largest * 1.45)
    axes.axhline(0, color=LINE, linewidth=1)
    for one in facts.bins:
        axes.bar(one.promised, one.count, width=reach * 0.035, color=GREY)
        text = number(one.count, facts.words.decimal_mark)
        about = {"ha": "center", "va": "bottom", "size": 8.5, "color": PALE_INK}
        label(axes, one.promised, one.count + largest * 0.05, text, 0.6, **about)
