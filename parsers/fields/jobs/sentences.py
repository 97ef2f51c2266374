"""Rows as the sentences that a person wrote, whatever lines they were set in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.layouts.row import Row

_BORDER: Final = re.compile(
    r"(?<=[.!?…])\s+(?=[«\"(]?[А-ЯЁA-Z])"
    r"|(?P<then>,)\s+(?=(?:(?:а|и|and)\s+)?(?:потом|затем|после|then)\s)"
)
_ABBREVIATION: Final = re.compile(
    r"(?:(?:^|[\s(«\"])(?:[А-ЯЁA-Zа-яё]|гг|ул|им|т\.\s?[дпеч]|кат|разр|пос|обл|мес|р|стр|тыс|"
    r"St|Pvt|Pte|Inc|Ltd|Co|Corp|Dr|Mr|Ms|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_LONGEST_WORD: Final = 12
_MOST_ROWS: Final = 40
"""No paragraph that a person wrote has more; each costs its square."""
_YEAR_MARK: Final = re.compile(r"\d\s?гг?\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`rows` are the indices (first, last) of the rows that it stands on."""

    text: str
    rows: tuple[int, int]
    starts_paragraph: bool


def sentences_of(rows: Sequence[Row]) -> Iterator[Sentence]:
    """All sentences in order; a list item or a gap begins a new paragraph."""
    for first, last in _paragraphs(rows):
        yield from _split(rows, first, last)


def _paragraphs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(1, len(rows) + 1):
        is_long = index - first >= _MOST_ROWS
        if index == len(rows) or is_long or _is_border(rows[index - 1], rows[index]):
            yield first, index - 1
            first = index


def _is_border(above: Row, row: Row) -> bool:
    """Dates on a row of their own are no part of the sentences about them."""
    if row.after_gap or row.is_bullet:
        return True
    if row.text[:1].islower():
        return False
    return bool(find_ranges(row.text) or find_ranges(above.text))


def _split(rows: Sequence[Row], first: int, last: int) -> Iterator[Sentence]:
    starts, text = [], ""
    for row in rows[first : last + 1]:
        text += " " if text else ""
        starts.append(len(text))
        text += row.bare if row.is_bullet else row.text
    for begin, end in _borders(text):
        touched = [
            first + number
            for number, start in enumerate(starts)
            if start < end and (number + 1 == len(starts) or starts[number + 1] > begin)
        ]
        if touched:
            yield Sentence(text[begin:end].strip(), (touched[0], touched[-1]), begin == 0)


def _borders(text: str) -> Iterator[tuple[int, int]]:
    """(begin, end) of each sentence; a period of an abbreviation ends none."""
    begin = 0
    for border in _BORDER.finditer(text):
        before = text[max(begin, border.start() - _LONGEST_WORD) : border.start()]
        if _ABBREVIATION.search(before) and not _YEAR_MARK.search(before):
            continue
        if border["then"] and not find_ranges(text[begin : border.start()]):
            continue  # One job, told in two parts.
        yield begin, border.start()
        begin = border.end()
    if begin < len(text):
        yield begin, len(text)
