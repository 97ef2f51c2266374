"""Which text a person can't see: a resume may carry words that only a machine would read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from parsers.text.document import Hidden, HiddenText
from parsers.text.pdf.rows import group_rows, row_text
from parsers.text.pdf.runs import (
    CLIPPING_RENDER_MODE,
    INVISIBLE_RENDER_MODE,
    WHITE,
    Backdrop,
    Chunk,
    Colour,
    DrawnPage,
    Run,
)

_TINY_POINTS = 3.0
_TINY_SHARE = 0.5
"""A page drawn small as a whole is no secret: tiny is also small beside its neighbours."""
_SAME_COLOUR = 0.08
_SCAN_SHARE = 0.5
_MIN_OPACITY = 0.1
_UNPAINTED = frozenset({INVISIBLE_RENDER_MODE, CLIPPING_RENDER_MODE})
_MIN_GROUND_WIDTH = 6.0
_MIN_GROUND_HEIGHT = 3.0
_MIN_HIDDEN_LETTERS = 2
_BY_LOOKING = frozenset({Hidden.BACKGROUND_COLOUR, Hidden.COVERED})


class View(Protocol):
    """The page as it is drawn."""

    def is_seen(self, run: Run, reason: Hidden) -> bool:
        """Of a run that seems to be hidden."""
        ...

    def not_drawn(self, runs: Sequence[Run]) -> list[Run]:
        """Those of which nothing can be seen."""
        ...


class Sorting(NamedTuple):
    """A page's runs to read, and what is hidden on it. `is_layer` says that they were laid
    over or under one big picture of the whole page."""

    shown: list[Run]
    hidden: list[HiddenText]
    is_layer: bool = False


def split_hidden(
    page: DrawnPage, number: int, view: View, *, has_layers: bool = False, trusts: bool = True
) -> Sorting:
    """Of page `number`. The view is asked about runs that seem to be hidden, and about all where
    text is clipped or may be on layers (`has_layers`).

    `trusts` takes any text under a picture for a scanner's; otherwise only invisible text is.
    """
    is_layer = _is_scan_with_text_layer(page)
    if is_layer and (trusts or _is_all_invisible(page.runs)):
        return Sorting(list(page.runs), [], is_layer)
    usual_size = _usual_size(page.runs)
    grounds = [backdrop for backdrop in page.backdrops if _can_hold_text(backdrop)]
    shown: list[Run] = []
    hidden: dict[Hidden, list[Run]] = {}
    for whole in page.runs:
        for run in _parts(whole, grounds):
            reason = _why_hidden(run, page, grounds, usual_size)
            if reason is None or (_needs_a_look(run, reason) and view.is_seen(run, reason)):
                shown.append(run)
            else:
                hidden.setdefault(reason, []).append(run)
    if page.has_clipped_text or has_layers:
        unseen = {id(run) for run in view.not_drawn(shown)}
        if unseen:
            hidden[Hidden.NOT_DRAWN] = [run for run in shown if id(run) in unseen]
            shown = [run for run in shown if id(run) not in unseen]
    found = [HiddenText(_text_of(runs), number, reason) for reason, runs in hidden.items()]
    return Sorting(shown, [text for text in found if _holds_words(text.text)])


def _needs_a_look(run: Run, reason: Hidden) -> bool:
    return reason in _BY_LOOKING or run.render_mode == CLIPPING_RENDER_MODE


def _parts(run: Run, grounds: Sequence[Backdrop]) -> list[Run]:
    """The run, or its words where an area that was painted ends within it."""
    low, high = run.baseline - run.size, run.baseline
    edges = [
        edge
        for _, (x0, top, x1, bottom), _ in grounds
        if top < high and low < bottom
        for edge in (x0, x1)
    ]
    slack = run.size / 2
    if not any(run.x0 + slack < edge < run.x1 - slack for edge in edges):
        return [run]
    return [replace(run, chunks=[word]) for chunk in run.chunks for word in _words(chunk)]


def _words(chunk: Chunk) -> Iterator[Chunk]:
    """About where they stand: letters are taken to be equally wide."""
    letter = (chunk.x1 - chunk.x0) / len(chunk.text)
    for match in re.finditer(r" +|[^ ]+", chunk.text):
        yield Chunk(match[0], chunk.x0 + match.start() * letter, chunk.x0 + match.end() * letter)


def _why_hidden(
    run: Run, page: DrawnPage, grounds: Sequence[Backdrop], usual_size: float
) -> Hidden | None:
    if run.render_mode in _UNPAINTED or run.opacity < _MIN_OPACITY:
        return Hidden.INVISIBLE_MODE
    if run.size < _TINY_POINTS and run.size < usual_size * _TINY_SHARE:
        return Hidden.TINY
    middle = (run.x0 + run.x1) / 2
    height = run.baseline - run.size / 3
    if not (0 <= middle <= page.width and 0 <= height <= page.height):
        return Hidden.OFF_PAGE
    if grounds and _is_covered(middle, height, run.order, grounds):
        return Hidden.COVERED
    behind = _colour_behind(middle, height, run.order, grounds) if grounds else WHITE
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


def _is_all_invisible(runs: Sequence[Run]) -> bool:
    return all(run.render_mode == INVISIBLE_RENDER_MODE for run in runs if run.text.strip())


def _text_of(runs: Sequence[Run]) -> str:
    return " ".join(row_text(row)[0] for row in group_rows(runs))


def _holds_words(text: str) -> bool:
    return sum(char.isalnum() for char in text) >= _MIN_HIDDEN_LETTERS
