"""DOC of Word 97-2003 to a document, through antiword's DocBook output."""

import re
from collections.abc import Iterator

from domain.errors import EmptyDocumentError, TooComplexError
from parsers.files.elements import child, children, local
from parsers.files.limits import ParsingLimits
from parsers.files.programs import Program, RunProgram
from parsers.files.xml import Element, parse_xml
from parsers.text.cleaning import clean_lines
from parsers.text.document import Document, Line

MEDIA_TYPE = "application/msword"
_DOCTYPE = re.compile(rb"<!DOCTYPE book PUBLIC [^\[\]<>]*>")
_TITLES = frozenset({"title", "subtitle"})
_LISTS = frozenset({"itemizedlist", "orderedlist"})


def read_doc(content: bytes, limits: ParsingLimits, run: RunProgram) -> Document:
    """Raises what `run` raises, DamagedFileError, EmptyDocumentError or TooComplexError."""
    book = parse_xml(_DOCTYPE.sub(b"", run(Program.ANTIWORD, content), count=1))
    found = list(_Walker().lines(book))
    if sum(len(line.text) for line in found) > limits.max_characters:
        raise TooComplexError("characters", limits.max_characters)
    lines, warnings = clean_lines(found)
    if not lines:
        raise EmptyDocumentError
    return Document(lines=lines, media_type=MEDIA_TYPE, warnings=warnings)


class _Walker:
    """Lines in order; cells know their places."""

    def __init__(self) -> None:
        self._tables = 0

    def lines(
        self,
        element: Element,
        cell: tuple[int, int, int] | None = None,
        style: str | None = None,
    ) -> Iterator[Line]:
        for inner in element:
            name = local(inner)
            if name == "informaltable":
                yield from self._table(inner)
            elif name == "para" or name in _TITLES:
                own = "Heading 1" if name in _TITLES else style
                yield from _paragraph(inner, cell, own)
                yield from self.lines(inner, cell, own)
            else:
                yield from self.lines(inner, cell, "List Bullet" if name in _LISTS else style)

    def _table(self, table: Element) -> Iterator[Line]:
        number, self._tables = self._tables, self._tables + 1
        for row_number, row in enumerate(table.iter("{*}row")):
            for column, entry in enumerate(children(row, "entry")):
                place = (number, row_number, column)
                if child(entry, "para") is None:
                    yield from _paragraph(entry, place, None)
                yield from self.lines(entry, place)


def _paragraph(
    element: Element, cell: tuple[int, int, int] | None, style: str | None
) -> Iterator[Line]:
    is_bold = any(mark.get("role") == "bold" for mark in children(element, "emphasis"))
    for text in _own_text(element).strip().splitlines():
        yield Line(text=text.strip(), cell=cell, style=style, is_bold=is_bold)


def _own_text(element: Element) -> str:
    """Without the blocks inside, which are lines of their own."""
    parts = [element.text or ""]
    for inner in element:
        if local(inner) not in _LISTS | {"informaltable", "para"}:
            parts.append(_own_text(inner))
        parts.append(inner.tail or "")
    return "".join(parts)
