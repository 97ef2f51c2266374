"""A walk over an HTML tree that gives the lines a browser would show."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from domain.errors import TooComplexError
from parsers.files.limits import ParsingLimits
from parsers.text.document import HiddenText, Line
from parsers.text.html.css import Look, StyleSheet
from parsers.text.html.tree import Element, local

_LEFT_OUT: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "svg", "math", "canvas"}
    | {"iframe", "object", "embed", "select", "datalist", "button", "nav", "dialog", "audio"}
    | {"video", "map", "picture"}
)
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li"}
    | {"main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"}
    | {"thead", "tr", "ul", "caption", *(f"h{level}" for level in range(1, 7))}
)
_BOLD: Final = frozenset({"b", "strong", "th", *(f"h{level}" for level in range(1, 7))})
_STYLES: Final = {"li": "List Bullet", **{f"h{n}": f"Heading {n}" for n in range(1, 7)}}
_TAG: Final = re.compile(r"(?:^|[\s_-])(?:tag|chip|badge|label|pill)(?:$|[\s_-])", re.I)
_CHIPS: Final = frozenset({"kbd", "code", "samp", "mark"})
_BETWEEN_TAGS: Final = " " * 6
_POINTS_OF_PIXEL: Final = 0.75
_MAX_DEPTH: Final = 250
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Place:
    look: Look
    cell: tuple[int, int, int] | None = None
    style: str | None = None
    keeps_lines: bool = False
    depth: int = 0


@dataclass(slots=True)
class HtmlWalker:
    """Collects lines and hidden texts; one walker a page."""

    sheet: StyleSheet
    limits: ParsingLimits
    lines: list[Line] = field(default_factory=list)
    hidden: list[HiddenText] = field(default_factory=list)
    _pieces: list[tuple[str, _Place]] = field(default_factory=list)
    _characters: int = 0
    _tables: int = 0

    def walk(self, element: Element) -> None:
        """Adds the lines of the element and of all in it."""
        self._take(element, self._place_of_parents(element))
        self._end_line()

    def _place_of_parents(self, element: Element) -> _Place:
        look = Look()
        for above in reversed(list(element.iterancestors())):
            look = self.sheet.look(above, look)
        return _Place(look)

    def _take(self, element: Element, outer: _Place) -> None:
        name = local(element)
        if not name or name in _LEFT_OUT:
            return
        place = self._place_of(element, name, outer)
        if place.look.is_left_out:
            return
        is_block, is_tag = name in _BLOCKS or place.look.is_block, _is_tag(element)
        if is_block or name == "br":
            self._end_line()
        if is_tag and self._pieces:
            self._pieces.append((_BETWEEN_TAGS, place))
        self._add(element.text, place)
        if name == "table":
            self._take_table(element, place)
        else:
            self._take_all(element, place)
        if is_tag and not is_block:
            self._pieces.append((_BETWEEN_TAGS, place))
        if is_block:
            self._end_line()

    def _take_all(self, elements: Iterable[Element], place: _Place) -> None:
        for inner in elements:
            self._take(inner, place)
            self._add(inner.tail, place)

    def _take_table(self, table: Element, place: _Place) -> None:
        number, self._tables = self._tables, self._tables + 1
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        for caption in table.iterchildren("caption"):
            self._take(caption, place)
        for row_number, row in enumerate(rows):
            row_place = replace(place, look=self.sheet.look(row, place.look))
            for column, cell in enumerate(row.iterchildren("td", "th")):
                self._take(cell, replace(row_place, cell=(number, row_number, column)))

    def _place_of(self, element: Element, name: str, outer: _Place) -> _Place:
        if outer.depth >= _MAX_DEPTH:
            raise TooComplexError("nesting", _MAX_DEPTH)
        look = self.sheet.look(element, outer.look)
        return replace(
            outer,
            depth=outer.depth + 1,
            look=replace(look, is_bold=look.is_bold or name in _BOLD),
            style=_STYLES.get(name, outer.style),
            keeps_lines=outer.keeps_lines or name == "pre",
        )

    def _add(self, text: str | None, place: _Place) -> None:
        if not text:
            return
        self._characters += len(text)
        if self._characters > 4 * self.limits.max_characters:  # most of it is white space
            raise TooComplexError("characters", self.limits.max_characters)
        if not place.keeps_lines:
            self._pieces.append((_SPACES.sub(" ", text), place))
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                self._end_line()
            self._pieces.append((line, place))

    def _end_line(self) -> None:
        shown: list[tuple[str, _Place]] = []
        for text, place in self._pieces:
            reason = place.look.hidden
            if reason is None:
                shown.append((text, place))
            elif text.strip():
                self.hidden.append(HiddenText(text=text.strip(), page=1, reason=reason))
        self._pieces.clear()
        joined = _join(text for text, _ in shown)
        if not joined:
            return
        place = max(shown, key=lambda piece: len(piece[0].strip()))[1]
        self.lines.append(
            Line(
                text=joined,
                font_size=place.look.pixels * _POINTS_OF_PIXEL,
                is_bold=place.look.is_bold,
                colour=place.look.colour,
                cell=place.cell,
                style=place.style,
            )
        )


def _is_tag(element: Element) -> bool:
    """Skills that a page shows as separate chips on one line."""
    if (element.get("data-qa") or "").endswith("tag__text"):
        return True
    name = local(element)
    if name in _CHIPS and any(_stands_beside(element, way) for way in (False, True)):
        return True
    return name in {"span", "a", "li"} and bool(_TAG.search(element.get("class") or ""))


def _stands_beside(element: Element, is_before: bool) -> bool:
    """Is the next or the last element alike, with nothing but space between the two?"""
    other = element.getprevious() if is_before else element.getnext()
    if other is None or local(other) != local(element):
        return False
    between = other.tail if is_before else element.tail
    return not (between or "").strip()


def _join(texts: Iterable[str]) -> str:
    """Pieces of a line; a space at a seam counts once, the gap between tags stays."""
    line = ""
    for text in texts:
        if text == _BETWEEN_TAGS:
            line = line.rstrip(" ") + _BETWEEN_TAGS if line.strip() else line
        elif line.endswith(" "):
            line += text.lstrip(" ")
        else:
            line += text
    return line.strip(" ")
