"""The paper that pictures are drawn on. The only module that loads matplotlib, and late.

Sizes are inches of a sheet that is 4.3 inches wide; on a phone of 430 px an inch is 100 px and a
letter of 9 points is 12.5 px high. No global state of matplotlib is touched: neither pyplot nor
rcParams.
"""

import io
import textwrap
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from bot.pictures.lettering import clean

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH: Final = 4.3
MARGIN: Final = 0.18
DOTS_PER_INCH: Final = 250

INK: Final = "#1a1a1a"
PALE_INK: Final = "#595959"
LINE: Final = "#c8c8c8"
PAPER: Final = "#ffffff"
NOISE: Final = "#e4e4e4"
GREY: Final = "#9a9a9a"
BLUE: Final = "#0072b2"
ORANGE: Final = "#d55e00"
SERIES: Final = (BLUE, ORANGE, "#009e73", "#9c4a7d", "#7a5c00")
"""Told apart by the colour-blind too (after Okabe and Ito 2008), dark enough on white."""

_FAMILY: Final = "DejaVu Sans"
_LONGEST_UNITS: Final = 300
_ELLIPSIS: Final = "…"
_SMALLEST_SHARE: Final = 0.85

Side = Literal["left", "center", "right"]


class Sheet:
    """A picture of a fixed width; every place is given from its top left corner."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        self.width, self.height = width, height
        self.figure: Figure = Figure(figsize=(width, height), dpi=DOTS_PER_INCH, facecolor=PAPER)
        FigureCanvasAgg(self.figure)

    def write(
        self,
        text: str,
        left: float,
        top: float,
        *,
        size: float = 10,
        width: float | None = None,
        bold: bool = False,
        color: str = INK,
        side: Side = "left",
    ) -> float:
        """One line, cut to `width`; returns how wide it came out. `top` is the line's middle."""
        artist = self.figure.text(
            left / self.width,
            1 - top / self.height,
            printable(text),
            ha=side,
            va="center_baseline",
            **lettering(size, bold=bold, color=color),
        )
        room = width if width is not None else self.width - left
        return _fit(artist, room if side == "left" or width is not None else self.width)

    def axes(self, left: float, top: float, width: float, height: float) -> "Axes":
        """An empty panel without frame and ticks."""
        panel = self.figure.add_axes(
            (
                left / self.width,
                1 - (top + height) / self.height,
                width / self.width,
                height / self.height,
            )
        )
        panel.set_facecolor("none")
        panel.set_xticks([])
        panel.set_yticks([])
        for spine in panel.spines.values():
            spine.set_visible(False)
        return panel

    def png(self) -> bytes:
        content = io.BytesIO()
        # Without the library's version the same facts give the same bytes.
        self.figure.savefig(content, format="png", metadata={"Software": None})
        return content.getvalue()


def pdf_of(sheets: Sequence[Sheet], title: str) -> bytes:
    """The sheets as pages; the same sheets give the same bytes."""
    from matplotlib.backends.backend_pdf import PdfPages

    content = io.BytesIO()
    about = {"Title": printable(title), "CreationDate": None, "Creator": None, "Producer": None}
    with PdfPages(content, metadata=about) as pages:
        for sheet in sheets:
            pages.savefig(sheet.figure)
    return content.getvalue()


def lettering(size: float, *, bold: bool = False, color: str = INK) -> dict[str, Any]:
    """Keyword arguments of a matplotlib text. `$` is a dollar, never the start of a formula."""
    return {
        "family": _FAMILY,
        "fontsize": size,
        "fontweight": "bold" if bold else "normal",
        "color": color,
        "parse_math": False,
    }


def label(axes: "Axes", x: float, y: float, text: str, room: float, **about: Any) -> None:
    """A text at data coordinates, cut to `room` inches. `about`: size, bold, color, ha, va."""
    style = {name: about.pop(name) for name in ("size", "bold", "color") if name in about}
    artist = axes.text(
        x, y, printable(text), clip_on=False, **(lettering(style.pop("size", 9), **style) | about)
    )
    _fit(artist, room)


def printable(text: str) -> str:
    return clean(text, _LONGEST_UNITS, _shapes())


def lines_of(text: str, width: float, size: float) -> list[str]:
    """Our own words in lines that fit `width` inches, by the font's mean width of a letter."""
    letters = max(8, int(width * 72 / (size * 0.59)))
    return textwrap.wrap(printable(text), letters)


def line_height(size: float) -> float:
    return size * 1.45 / 72


@lru_cache(maxsize=1)
def _shapes() -> frozenset[int]:
    """The code points that the font can draw, in bold too."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    plain, bold = (
        get_font(findfont(FontProperties(family=_FAMILY, weight=weight))).get_charmap()
        for weight in ("normal", "bold")
    )
    return frozenset(plain) & frozenset(bold)


def _fit(artist: Any, room: float) -> float:
    """Makes the text a little smaller, then cuts it, until it is no wider than `room` inches.

    Returns its width in inches.
    """
    text: str = artist.get_text()
    width = _width(artist)
    if width > room:
        artist.set_fontsize(artist.get_fontsize() * max(_SMALLEST_SHARE, room / width * 0.99))
        width = _width(artist)
    while width > room and len(text) > 1:
        keep = min(len(text) - 1, int(len(text) * room / width))
        text = text[: max(keep, 1)].rstrip()
        artist.set_text(text + _ELLIPSIS)
        width = _width(artist)
    return width


def _width(artist: Any) -> float:
    extent = artist.get_window_extent(artist.get_figure(root=True).canvas.get_renderer())
    return float(extent.width) / DOTS_PER_INCH
