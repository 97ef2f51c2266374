"""Figures over time: small panels below each other that share their days, weeks or months."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bot.pictures.lettering import number
from bot.pictures.sheet import (
    LINE,
    MARGIN,
    PALE_INK,
    SERIES,
    WIDTH,
    Sheet,
    label,
    lettering,
    line_height,
    lines_of,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_PANEL = 0.68
"""Low panels: a phone shows a tall picture small."""
_HEAD = 0.3
_GAP = 0.22
_SMALL = 8.5
_AXIS = 0.5
_TICKS = 6


@dataclass(frozen=True)
class Series:
    """One figure a bucket; None where there is none. `name` is shown where a panel has several."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Panel:
    """`summary` stands at the right of the title, e.g. the total or the last figure with unit."""

    title: str
    series: tuple[Series, ...]
    kind: Literal["bars", "lines"] = "bars"
    summary: str = ""


@dataclass(frozen=True)
class StatisticsFacts:
    """`buckets` label the time axis, oldest first; each series has as many values.

    `nothing` is what a panel without a single figure says.
    """

    title: str
    buckets: tuple[str, ...]
    panels: tuple[Panel, ...]
    nothing: str
    footers: tuple[str, ...] = ()
    decimal_mark: str = "."


def draw_statistics(facts: StatisticsFacts) -> bytes:
    """A PNG. Raises ValueError for a series of another length than `buckets`."""
    for panel in facts.panels:
        for series in panel.series:
            if len(series.values) != len(facts.buckets):
                raise ValueError(f"{len(series.values)} values in {len(facts.buckets)} buckets")
    width = WIDTH - 2 * MARGIN
    small_print = [line for text in facts.footers for line in lines_of(text, width, _SMALL)]
    height = 0.5 + len(facts.panels) * (_HEAD + _PANEL + _GAP)
    sheet = Sheet(height + 0.1 + len(small_print) * line_height(_SMALL))
    sheet.write(facts.title, MARGIN, 0.25, size=12, bold=True, width=width)
    top = 0.5
    for panel in facts.panels:
        _draw_panel(sheet, facts, panel, top)
        top += _HEAD + _PANEL + _GAP
    top += 0.05
    for line in small_print:
        sheet.write(line, MARGIN, top, size=_SMALL, color=PALE_INK)
        top += line_height(_SMALL)
    return sheet.png()


def _draw_panel(sheet: Sheet, facts: StatisticsFacts, panel: Panel, top: float) -> None:
    right = WIDTH - MARGIN
    taken = sheet.write(
        panel.summary, right, top + 0.1, size=10, bold=True, width=1.8, side="right"
    )
    sheet.write(
        panel.title, MARGIN, top + 0.1, size=10, bold=True, width=right - MARGIN - taken - 0.1
    )
    if len(panel.series) > 1:
        _legend(sheet, panel.series, top + 0.29)
        top += 0.15
    axes = sheet.axes(MARGIN + _AXIS, top + _HEAD, WIDTH - 2 * MARGIN - _AXIS - 0.1, _PANEL - 0.15)
    known = [value for series in panel.series for value in series.values if value is not None]
    if not known:
        label(axes, 0.5, 0.5, facts.nothing, 3, color=PALE_INK, ha="center", va="center")
        return
    _draw_series(axes, panel)
    top_value = max(known) or 1.0
    axes.set_xlim(-0.6, len(facts.buckets) - 0.4)
    axes.set_ylim(0, top_value * 1.12)
    axes.axhline(0, color=LINE, linewidth=1)
    style = lettering(8.5, color=PALE_INK)
    axes.set_yticks([0], ["0"], **style)
    if max(known):
        axes.axhline(top_value, color=LINE, linewidth=0.6, linestyle=":")
        axes.set_yticks([0, top_value], ["0", number(top_value, facts.decimal_mark)], **style)
    shown = _spread(len(facts.buckets))
    axes.set_xticks(shown, [facts.buckets[place] for place in shown], **style)
    axes.tick_params(length=0, pad=3)


def _draw_series(axes: "Axes", panel: Panel) -> None:
    count = len(panel.series)
    for place, series in enumerate(panel.series):
        color = SERIES[place % len(SERIES)]
        points = [(x, value) for x, value in enumerate(series.values) if value is not None]
        if panel.kind == "bars":
            width = 0.8 / count
            shift = (place - (count - 1) / 2) * width
            axes.bar([x + shift for x, _ in points], [y for _, y in points], width, color=color)
        else:
            # A gap stays a gap: nothing was measured there.
            gaps = [float("nan") if value is None else value for value in series.values]
            axes.plot(range(len(gaps)), gaps, "o-", color=color, markersize=3.5, linewidth=1.6)


def _legend(sheet: Sheet, series: Sequence[Series], top: float) -> None:
    left = MARGIN
    room = (WIDTH - 2 * MARGIN) / len(series) - 0.3
    for place, one in enumerate(series):
        left += sheet.write("■", left, top, size=9, color=SERIES[place % len(SERIES)]) + 0.06
        left += sheet.write(one.name, left, top, size=9, color=PALE_INK, width=room) + 0.2


def _spread(count: int) -> list[int]:
    """Places of at most _TICKS labels, evenly, with the last one."""
    step = max(1, -(-count // _TICKS))
    return list(range(count - 1, -1, -step))[::-1]
