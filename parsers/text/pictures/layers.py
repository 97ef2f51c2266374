"""Whether the text that lies on a page's picture says what the picture shows."""

import re
from collections.abc import Iterable
from dataclasses import replace

from parsers.text.document import READ_BY_OCR, Document, Hidden, HiddenText, Line

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHOWN_SHARE = 0.4
"""A scanner's words and ours differ by their slips; of other words hardly any are the same."""
_HIDDEN_TEXT = "hidden_text"


def check_layers(document: Document, seen: Document) -> Document:
    """`seen` is what was recognised on the drawn pages. A layer that says something else is
    hidden text, and what was recognised takes its place."""
    fakes = {
        page
        for page in document.layered_pages
        if page <= seen.page_count
        and not _says_the_same(_of_page(document.lines, page), _of_page(seen.lines, page))
    }
    if not fakes:
        return document
    hidden = [
        HiddenText(
            "\n".join(line.text for line in _of_page(document.lines, page)), page, Hidden.COVERED
        )
        for page in sorted(fakes)
    ]
    lines = [line for line in document.lines if line.page not in fakes]
    lines += [line for line in seen.lines if line.page in fakes]
    warnings = dict.fromkeys((_HIDDEN_TEXT, READ_BY_OCR, *document.warnings))
    return replace(
        document,
        lines=tuple(sorted(lines, key=lambda line: line.page)),
        hidden=(*document.hidden, *hidden),
        warnings=tuple(warnings),
    )


def _of_page(lines: Iterable[Line], page: int) -> list[Line]:
    return [line for line in lines if line.page == page]


def _says_the_same(layer: list[Line], picture: list[Line]) -> bool:
    said, shown = _words(layer), _words(picture)
    return not said or len(said & shown) >= _SHOWN_SHARE * len(said)


def _words(lines: Iterable[Line]) -> set[str]:
    return {word.casefold() for line in lines for word in _WORD.findall(line.text)}
