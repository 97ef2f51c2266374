"""RTF's marks and text apart (Rich Text Format specification 1.9.1)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<hexadecimal>[0-9A-Fa-f]{2})"
    r"|\\(?P<symbol>[^A-Za-z])"
    r"|(?P<brace>[{}])"
    r"|[\r\n]+"
    r"|(?P<text>[^\\{}\r\n]+)"
    r"|(?P<stray>\\)",
    re.S,
)


class Token(NamedTuple):
    """`kind` is the group of the pattern: word, symbol, brace, hexadecimal or text."""

    kind: str
    value: str
    number: int | None = None


def read_tokens(source: str) -> Iterator[Token]:
    """`source` is the file read as Latin-1, so that a character is a byte."""
    place = 0
    while place < len(source):
        match = _TOKEN.match(source, place)
        if match is None:  # nothing but the pattern's own gaps, which it has none of
            return
        place = match.end()
        kind = match.lastgroup
        if kind == "number" or match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                place += max(0, number or 0)
            yield Token("word", match["word"], number)
        elif kind is not None and kind != "stray":
            yield Token(kind, match[kind])
