"""A walk over the blocks of an ODT part that gives lines."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from domain.errors import TooComplexError
from parsers.files.elements import attribute, children, local
from parsers.files.limits import ParsingLimits
from parsers.files.xml import Element
from parsers.text.document import Hidden, HiddenText, Line
from parsers.text.odt.styles import Look, StyleSheet

_SAME_COLOUR: Final = 0.08
_TINY_POINTS: Final = 3.0
_MAX_DEPTH: Final = 250
_MAX_SPACES: Final = 200
_SPACES: Final = re.compile(r"[ \t\r\n]+")
_UNREAD: Final = frozenset(
    {"tracked-changes", "annotation", "note", "image", "object", "script", "binary-data"}
    | {"sequence-decls", "forms", "variable-decls", "user-field-decls", "table-column"}
)
_INLINE: Final = frozenset({"span", "a", "meta", "meta-field", "ruby", "ruby-base", "bookmark-ref"})
_BLOCKS: Final = frozenset({"p", "h", "list", "table", "section", "frame", "text-box"})


@dataclass(frozen=True, slots=True)
class Place:
    look: Look
    cell: tuple[int, int, int] | None = None
    style: str | None = None
    depth: int = 0

    def deeper(self) -> "Place":
        if self.depth >= _MAX_DEPTH:
            raise TooComplexError("nesting", _MAX_DEPTH)
        return replace(self, depth=self.depth + 1)


@dataclass(slots=True)
class _Paragraph:
    """Characters with looks, and the boxes that are anchored in it."""

    parts: list[list[tuple[str, Look]]] = field(default_factory=lambda: [[]])
    boxes: list[Element] = field(default_factory=list)


class OdtWalker:
    """Collects lines and hidden texts over the parts of one file."""

    def __init__(self, styles: StyleSheet, limits: ParsingLimits) -> None:
        self.lines: list[Line] = []
        self.hidden: list[HiddenText] = []
        self._styles = styles
        self._limits = limits
        self._characters = 0
        self._tables = 0

    def walk(self, block: Element, place: Place) -> None:
        place = place.deeper()
        for element in block:
            match local(element):
                case "p" | "h":
                    self._take_paragraph(element, place)
                case "table":
                    self._take_table(element, place)
                case "list-item" | "list-header":
                    self.walk(element, replace(place, style="List Bullet"))
                case name if name not in _UNREAD:
                    self.walk(element, place)

    def _take_table(self, table: Element, place: Place) -> None:
        number, self._tables = self._tables, self._tables + 1
        look = self._styles.look("table", attribute(table, "style-name"), place.look)
        rows = [row for row in table.iter("{*}table-row") if _owner(row, "table") is table]
        for row_number, row in enumerate(rows):
            column = 0
            for cell in row:
                if local(cell) not in {"table-cell", "covered-table-cell"}:
                    continue
                own = self._styles.look("table-cell", attribute(cell, "style-name"), look)
                self.walk(cell, replace(place, look=own, cell=(number, row_number, column)))
                column += _repeated(cell)

    def _take_paragraph(self, element: Element, place: Place) -> None:
        style = attribute(element, "style-name")
        look = self._styles.look("paragraph", style, place.look)
        name = place.style or self._styles.name(style)
        if local(element) == "h":
            name = f"Heading {attribute(element, 'outline-level') or 1}"
        paragraph = _Paragraph()
        self._gather(element, look, paragraph, place)
        for part in paragraph.parts:
            self._take_line(part, replace(place, look=look, style=name))
        for box in paragraph.boxes:
            # What a box lies on is not known: its colours hide nothing.
            self.walk(box, replace(place.deeper(), look=replace(place.look, background=None)))

    def _gather(self, element: Element, look: Look, into: _Paragraph, place: Place) -> None:
        place = place.deeper()
        self._add(_collapse(element.text), look, into)
        for inner in element:
            name = local(inner)
            if name == "s":
                count = attribute(inner, "c") or "1"
                spaces = int(count) if count.isdecimal() and len(count) < 4 else 1
                self._add(" " * min(spaces, _MAX_SPACES), look, into)
            elif name == "tab":
                self._add("\t", look, into)
            elif name == "line-break":
                into.parts.append([])
            elif name in _BLOCKS:
                into.boxes.append(inner)
            elif name in _INLINE:
                own = self._styles.look("text", attribute(inner, "style-name"), look)
                self._gather(inner, own, into, place)
            elif name not in _UNREAD:
                self._gather(inner, look, into, place)
            self._add(_collapse(inner.tail), look, into)

    def _add(self, text: str | None, look: Look, into: _Paragraph) -> None:
        if not text:
            return
        self._characters += len(text)
        if self._characters > self._limits.max_characters:
            raise TooComplexError("characters", self._limits.max_characters)
        into.parts[-1].append((text, look))

    def _take_line(self, part: list[tuple[str, Look]], place: Place) -> None:
        shown: list[tuple[str, Look]] = []
        for text, look in part:
            reason = _why_hidden(look)
            if reason is None or not text.strip():
                shown.append((text, look))
            else:
                self.hidden.append(HiddenText(text=text, page=1, reason=reason))
        look = _usual_look(shown) or place.look
        self.lines.append(
            Line(
                text="".join(text for text, _ in shown).strip(" "),
                font_size=look.size,
                is_bold=look.is_bold,
                colour=look.colour,
                cell=place.cell,
                style=place.style,
            )
        )


def _collapse(text: str | None) -> str | None:
    """White space in the source is one space (ODF 1.3, part 3, 6.1.2)."""
    return _SPACES.sub(" ", text) if text else None


def _owner(element: Element, name: str) -> Element | None:
    return next((above for above in element.iterancestors() if local(above) == name), None)


def _repeated(cell: Element) -> int:
    value = attribute(cell, "number-columns-repeated") or "1"
    return int(value) if value.isdecimal() and len(value) < 4 else 1


def _why_hidden(look: Look) -> Hidden | None:
    if look.is_hidden:
        return Hidden.INVISIBLE_MODE
    if look.size < _TINY_POINTS:
        return Hidden.TINY
    if look.background is None:
        return None
    far = max(abs(a - b) for a, b in zip(look.colour, look.background, strict=True))
    return Hidden.BACKGROUND_COLOUR if far < _SAME_COLOUR else None


def _usual_look(part: list[tuple[str, Look]]) -> Look | None:
    count: Counter[Look] = Counter()
    for text, look in part:
        count[look] += len(text.strip())
    return count.most_common(1)[0][0] if count else None


def text_body(root: Element) -> Element | None:
    body = next(root.iter("{*}body"), None)
    return None if body is None else next(children(body, "text"), None)
