"""A walk over the blocks of a Word part that gives lines in the order of reading."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from domain.errors import TooComplexError
from parsers.files.elements import attribute, child, children, local
from parsers.files.limits import ParsingLimits
from parsers.files.xml import Element
from parsers.text.document import Hidden, HiddenText, Line
from parsers.text.docx.boxes import is_off_page, text_of_box
from parsers.text.docx.styles import WHITE, Look, Rgb, StyleSheet, shade_of

_SAME_COLOUR = 0.08
_TINY_POINTS = 3.0
_DELETED = frozenset({"del", "moveFrom", "rPr", "pPr", "instrText", "delText"})
_LIST_STYLE = "List Paragraph"
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands. `background` is None where a shape may lie behind the text."""

    background: Rgb | None = WHITE
    cell: tuple[int, int, int] | None = None
    style: str | None = None


@dataclass(slots=True)
class _Paragraph:
    """What a paragraph gathers: characters with looks, lines at breaks, boxes anchored in it."""

    parts: list[list[tuple[str, Look]]] = field(default_factory=lambda: [[]])
    boxes: list[Element] = field(default_factory=list)


class BlockWalker:
    """Collects lines and hidden texts over the parts of one file."""

    def __init__(self, styles: StyleSheet, limits: ParsingLimits) -> None:
        self.lines: list[Line] = []
        self.hidden: list[HiddenText] = []
        self._styles = styles
        self._limits = limits
        self._characters = 0
        self._tables = 0

    def walk(self, block: Element, place: Place) -> None:
        for element in block:
            match local(element):
                case "p":
                    self._take_paragraph(element, place)
                case "tbl":
                    self._take_table(element, place)
                case "AlternateContent":
                    self.walk(_alternative(element), place)
                case "sdt":
                    content = child(element, "sdtContent")
                    if content is not None:
                        self.walk(content, place)
                case "ins" | "moveTo" | "customXml" | "smartTag":
                    self.walk(element, place)

    def _take_table(self, table: Element, place: Place) -> None:
        number = self._tables
        self._tables += 1
        style = attribute(child(child(table, "tblPr"), "tblStyle"), "val")
        background = None if self._styles.shades_cells(style) else place.background
        for row_number, row in enumerate(_nested(table, "tr")):
            column = 0
            for cell in _nested(row, "tc"):
                properties = child(cell, "tcPr")
                shade = shade_of(properties) or background
                self.walk(cell, replace(place, background=shade, cell=(number, row_number, column)))
                column += _span(properties)

    def _take_paragraph(self, element: Element, place: Place) -> None:
        properties = child(element, "pPr")
        style = attribute(child(properties, "pStyle"), "val")
        base = self._styles.paragraph_look(style)
        paragraph = _Paragraph()
        self._gather(element, base, base, paragraph)
        name = self._styles.name(style)
        if child(properties, "numPr") is not None and not (name or "").startswith("List"):
            name = _LIST_STYLE
        background = shade_of(properties) or place.background
        for part in paragraph.parts:
            self._take_line(part, replace(place, background=background, style=place.style or name))
        for box in paragraph.boxes:
            if is_off_page(box):
                self.hidden.append(HiddenText(text_of_box(box), 1, Hidden.OFF_PAGE))
            else:
                self.walk(box, replace(place, background=None))

    def _gather(self, element: Element, base: Look, look: Look, into: _Paragraph) -> None:
        """Runs nest in links, insertions, fields and content controls."""
        for inner in element:
            name = local(inner)
            if name in _DELETED:
                continue
            if name == "r":
                self._gather(inner, base, self._styles.run_look(base, child(inner, "rPr")), into)
            elif name == "t":
                self._add(inner.text or "", look, into)
            elif name in _CHARACTERS:
                self._add(_CHARACTERS[name], look, into)
            elif name in {"br", "cr"}:
                into.parts.append([])
            elif name == "AlternateContent":
                self._gather(_alternative(inner), base, look, into)
            elif name == "txbxContent":
                into.boxes.append(inner)
            else:
                self._gather(inner, base, look, into)

    def _add(self, text: str, look: Look, into: _Paragraph) -> None:
        self._characters += len(text)
        if self._characters > self._limits.max_characters:
            raise TooComplexError("characters", self._limits.max_characters)
        into.parts[-1].append((text, look))

    def _take_line(self, part: list[tuple[str, Look]], place: Place) -> None:
        shown: list[tuple[str, Look]] = []
        for text, look in part:
            reason = _why_hidden(look, place.background)
            if reason is None or not text.strip():
                shown.append((text, look))
            else:
                self.hidden.append(HiddenText(text=text, page=1, reason=reason))
        look = _usual_look(shown)
        self.lines.append(
            Line(
                text="".join(text for text, _ in shown),
                font_size=look.size,
                is_bold=look.is_bold,
                colour=look.colour,
                cell=place.cell,
                style=place.style,
            )
        )


_CHARACTERS = {"tab": "\t", "noBreakHyphen": "-", "sym": _BULLET}


def _alternative(element: Element) -> Element:
    """The newer of two forms of the same drawing; the older where only it holds text."""
    choices = [*children(element, "Choice"), *children(element, "Fallback")]
    with_text = (choice for choice in choices if next(choice.iter("{*}t"), None) is not None)
    return next(with_text, choices[0] if choices else element)


def _nested(element: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also inside content controls."""
    for inner in element:
        kind = local(inner)
        if kind == name:
            yield inner
        elif kind in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _nested(inner, name)


def _span(properties: Element | None) -> int:
    value = attribute(child(properties, "gridSpan"), "val") or "1"
    return int(value) if value.isdecimal() and len(value) < 4 else 1


def _why_hidden(look: Look, background: Rgb | None) -> Hidden | None:
    if look.is_hidden:
        return Hidden.INVISIBLE_MODE
    if look.size < _TINY_POINTS:
        return Hidden.TINY
    behind = look.shade or background
    if behind is None:
        return None
    difference = max(abs(a - b) for a, b in zip(look.colour, behind, strict=True))
    return Hidden.BACKGROUND_COLOUR if difference < _SAME_COLOUR else None


def _usual_look(part: list[tuple[str, Look]]) -> Look:
    """The look of most of the characters."""
    count: Counter[Look] = Counter()
    for text, look in part:
        count[look] += len(text.strip())
    return count.most_common(1)[0][0] if count else Look()
