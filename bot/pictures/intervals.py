"""Figures with their intervals as dots and lines, one group a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.pictures.lettering import number
from bot.pictures.sheet import BLUE, GREY, LINE, NOISE, PALE_INK, Sheet, label, lettering

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_HEAD = 0.3
_TICKS = 0.3


@dataclass(frozen=True)
class Interval:
    """A figure and the ends of its interval, all in the same unit; low <= value <= high."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class IntervalColumn:
    """One figure of all groups; None where a group has too few rows for it.

    `overall` is the figure over all groups, drawn as a line. `unit` follows numbers, e.g. " %".
    """

    title: str
    values: tuple[Interval | None, ...]
    overall: float | None
    too_few: str
    unit: str = ""
    color: str = BLUE
    decimal_mark: str = "."


@dataclass(frozen=True)
class Place:
    """Where a column stands on its sheet, in inches; `figures` is the room for figures in words."""

    left: float
    top: float
    width: float
    row: float
    figures: float = 0.0


def column_height(rows: int, row: float) -> float:
    """Inches from the column's title to below its ticks."""
    return _HEAD + rows * row + _TICKS


def first_row_middle(place: Place) -> float:
    return place.top + _HEAD + place.row / 2


def draw_column(sheet: Sheet, column: IntervalColumn, place: Place) -> None:
    """The title, dots with their lines, and ticks at round figures below."""
    sheet.write(column.title, place.left, place.top + 0.1, size=9, bold=True, width=place.width)
    width = place.width - place.figures
    axes = sheet.axes(place.left, place.top + _HEAD, width, len(column.values) * place.row)
    low, high = _limits(column)
    axes.set_xlim(low, high)
    axes.set_ylim(len(column.values) - 0.5, -0.5)
    ticks = _round_ticks(low, high)
    for tick in ticks:
        axes.axvline(tick, color=NOISE, linewidth=0.8)
    if column.overall is not None:
        axes.axvline(column.overall, color=GREY, linewidth=1.2, linestyle="--")
    texts = [number(tick, column.decimal_mark) + column.unit for tick in ticks]
    axes.set_xticks(ticks, texts, **lettering(8, color=PALE_INK))
    axes.tick_params(length=0, pad=3)
    axes.axhline(len(column.values) - 0.5, color=LINE, linewidth=1)
    for row, interval in enumerate(column.values):
        _draw_row(axes, column, row, interval, width)
        if place.figures and interval is not None:
            middle = first_row_middle(place) + row * place.row
            left = place.left + width + 0.1
            sheet.write(_in_words(column, interval), left, middle, size=8.5, width=place.figures)


def _draw_row(
    axes: "Axes", column: IntervalColumn, row: int, interval: Interval | None, width: float
) -> None:
    if interval is None:
        low, high = axes.get_xlim()
        about = {"ha": "center", "va": "center", "size": 8, "color": PALE_INK}
        label(axes, (low + high) / 2, row, column.too_few, width, **about)
        return
    axes.plot([interval.low, interval.high], [row, row], color=column.color, linewidth=2)
    axes.plot([interval.value], [row], "o", markersize=5.5, color=column.color, clip_on=False)


def _in_words(column: IntervalColumn, interval: Interval) -> str:
    value, low, high = (
        number(part, column.decimal_mark) for part in (interval.value, interval.low, interval.high)
    )
    return f"{value} ({low}–{high}){column.unit}"


def _limits(column: IntervalColumn) -> tuple[float, float]:
    known = [end for one in column.values if one is not None for end in (one.low, one.high)]
    known += [] if column.overall is None else [column.overall]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = (high - low) * 0.08 or 1.0
    return low - room, high + room


def _round_ticks(low: float, high: float) -> Sequence[float]:
    """Two to four round figures between the limits."""
    from matplotlib.ticker import MaxNLocator

    found = MaxNLocator(nbins=3).tick_values(low, high)
    return [float(tick) for tick in found if low <= tick <= high]
