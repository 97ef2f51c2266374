"""Which text a person can't see: a resume may carry words that only a machine would read."""

from collections.abc import Callable, Sequence

from parsers.text.document import Hidden, HiddenText
from parsers.text.pdf.rows import group_rows, row_text
from parsers.text.pdf.runs import (
    INVISIBLE_RENDER_MODE,
    WHITE,
    Backdrop,
    Colour,
    DrawnPage,
    Run,
)

_TINY_POINTS = 3.0
_TINY_SHARE = 0.5
"""A page drawn small as a whole is no secret: tiny is also small beside its neighbours."""
_SAME_COLOUR = 0.08
_SCAN_SHARE = 0.5
_MIN_GROUND_WIDTH = 6.0
_MIN_GROUND_HEIGHT = 3.0
_MIN_HIDDEN_LETTERS = 2
_BY_LOOKING = frozenset({Hidden.BACKGROUND_COLOUR, Hidden.COVERED})


def split_hidden(
    page: DrawnPage, number: int, is_seen: Callable[[Run, Hidden], bool]
) -> tuple[list[Run], list[HiddenText]]:
    """Runs to read, and what was hidden on page `number`.

    `is_seen` is asked of runs that seem to have their ground's colour or to be painted over.
    """
    if _is_scan_with_text_layer(page):
        return list(page.runs), []
    usual_size = _usual_size(page.runs)
    grounds = [backdrop for backdrop in page.backdrops if _can_hold_text(backdrop)]
    shown: list[Run] = []
    hidden: dict[Hidden, list[Run]] = {}
    for run in page.runs:
        reason = _why_hidden(run, page, grounds, usual_size)
        if reason is None or (reason in _BY_LOOKING and is_seen(run, reason)):
            shown.append(run)
        else:
            hidden.setdefault(reason, []).append(run)
    found = [HiddenText(_text_of(runs), number, reason) for reason, runs in hidden.items()]
    return shown, [text for text in found if _holds_words(text.text)]


def _why_hidden(
    run: Run, page: DrawnPage, grounds: Sequence[Backdrop], usual_size: float
) -> Hidden | None:
    if run.render_mode == INVISIBLE_RENDER_MODE or run.opacity == 0:
        return Hidden.INVISIBLE_MODE
    if run.size < _TINY_POINTS and run.size < usual_size * _TINY_SHARE:
        return Hidden.TINY
    middle = (run.x0 + run.x1) / 2
    height = run.baseline - run.size / 3
    if not (0 <= middle <= page.width and 0 <= height <= page.height):
        return Hidden.OFF_PAGE
    if _is_covered(middle, height, run.order, grounds):
        return Hidden.COVERED
    behind = _colour_behind(middle, height, run.order, grounds)
    if (
        behind is not None
        and run.colour is not None
        and _distance(run.colour, behind) < _SAME_COLOUR
    ):
        return Hidden.BACKGROUND_COLOUR
    return None


def _colour_behind(x: float, y: float, order: int, backdrops: Sequence[Backdrop]) -> Colour | None:
    """Of the last area painted there before the text; the bare page is white."""
    for backdrop in reversed(backdrops):
        x0, top, x1, bottom = backdrop.box
        if backdrop.order < order and x0 <= x <= x1 and top <= y <= bottom:
            return backdrop.colour
    return WHITE


def _is_covered(x: float, y: float, order: int, backdrops: Sequence[Backdrop]) -> bool:
    """By something painted after the text; only looking tells whether it can be seen through."""
    return any(
        backdrop.order > order
        and backdrop.box[0] <= x <= backdrop.box[2]
        and backdrop.box[1] <= y <= backdrop.box[3]
        for backdrop in backdrops
    )


def _can_hold_text(backdrop: Backdrop) -> bool:
    """Rules, bullets and icons are no ground, and a page may have thousands of them."""
    x0, top, x1, bottom = backdrop.box
    return x1 - x0 >= _MIN_GROUND_WIDTH and bottom - top >= _MIN_GROUND_HEIGHT


def _distance(one: Colour, other: Colour) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def _usual_size(runs: Sequence[Run]) -> float:
    sizes = sorted(run.size for run in runs)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _is_scan_with_text_layer(page: DrawnPage) -> bool:
    """A scanner's own OCR: all text invisible, or painted over, with one big picture."""
    area = page.width * page.height
    pictures = [
        backdrop.order
        for backdrop in page.backdrops
        if backdrop.colour is None
        and (backdrop.box[2] - backdrop.box[0]) * (backdrop.box[3] - backdrop.box[1])
        > area * _SCAN_SHARE
    ]
    return bool(pictures) and all(
        run.render_mode == INVISIBLE_RENDER_MODE or run.order < pictures[-1]
        for run in page.runs
        if run.text.strip()
    )


def _text_of(runs: Sequence[Run]) -> str:
    return " ".join(row_text(row)[0] for row in group_rows(runs))


def _holds_words(text: str) -> bool:
    return sum(char.isalnum() for char in text) >= _MIN_HIDDEN_LETTERS
