"""Does a name or title of hh.ru's go on in the next row? By the page's edge, or by the words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parsers.fields.jobs.parts import is_on_ones_own
from parsers.fields.words import role_strength
from parsers.layouts.row import Row

_OPEN_ENDS: Final = (
    ",", "/", "-", "–", "—", "&", "+", " и", " или", " по", " с", " со", " в", " во", " на",
    " для", " при", " от", " к", " of", " and", " for", " the", " to", " имени", " им.",
)  # fmt: skip
_CLOSED: Final = ("»", "”", '"', ")")
_LATIN_END: Final = re.compile(r"[A-Za-z]$")
_LATIN_START: Final = re.compile(r"[A-Za-z]+(?:[ /-]+[A-Za-z]+){0,3}")
_BRACKETS: Final = ("()", "«»", "“”", "„“")
_PAIRED: Final = '"'
_UNWRAPPED: Final = 120
"""Longer rows than hh.ru's column holds: the text is not cut into lines."""
_FULL_ROW: Final = 57
_FULLEST_ROW: Final = 72
"""hh.ru's 12-point rows hold 58 to 72 letters."""
_HALF_ROW: Final = 38
_SHORT_NAME: Final = 24
_LONGEST_REST: Final = 4
_FULL_WIDTH: Final = 0.75
_FULL_SHARE: Final = 0.9
_MIN_FULL: Final = 3
_EDGE_SLACK: Final = 4.0
_SURE: Final = 2


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What the whole section tells of its lines: `right` edge in points, None where unknown."""

    right: float | None
    is_cut: bool

    @classmethod
    def of(cls, rows: Sequence[Row]) -> "Wrapping":
        edges = [row.line.x1 for row in rows if row.line.x1 is not None]
        longest = max((len(row.text) for row in rows), default=0)
        return cls(_right_edge(edges) if len(edges) == len(rows) else None, longest <= _UNWRAPPED)

    def goes_on(self, row: Row, below: Row) -> bool:
        """Is `below` the rest of the name in `row`?"""
        if below.is_bullet or row.line.cell != below.line.cell:
            return False
        if is_open(row.text) and not _closes_nothing(row.text, below.text):
            return True
        if not self._ran_out(row, below):
            return False
        if row.text.endswith(_CLOSED):
            return below.text[:1].islower()
        return below.text[:1].islower() or role_strength(below.text) < _SURE

    def name_goes_on(self, row: Row, below: Row) -> bool:
        """The same for a company: what follows it begins with a capital letter."""
        if is_on_ones_own(row.text) and not is_open(row.text):
            return False
        if self.goes_on(row, below):
            return True
        is_rest = below.text[:1].islower() and role_strength(below.text) < _SURE
        return is_rest and not below.is_bullet and len(row.text) > _SHORT_NAME

    def title_goes_on(self, row: Row, below: Row) -> bool:
        """The same for a title: what follows it is often a sentence."""
        if below.text.endswith((".", ";", ":")) or not self.goes_on(row, below):
            return False
        if is_open(row.text) or below.text[:1].islower():
            return True
        if self._is_full(row) and not self._is_full(below):
            return len(below.text.split()) <= _LONGEST_REST
        return bool(_LATIN_END.search(row.text) and _LATIN_START.fullmatch(below.text))

    def _ran_out(self, row: Row, below: Row) -> bool:
        """Would the next word not have fitted?"""
        word = below.text.split()[0]
        if self.right is not None and row.line.x0 is not None and row.line.x1 is not None:
            letter = (row.line.x1 - row.line.x0) / max(len(row.text), 1)
            return row.line.x1 + letter * (len(word) + 1) > self.right - _EDGE_SLACK
        longer = len(row.text) + 1 + len(word)
        return self.is_cut and len(row.text) <= _FULLEST_ROW and longer > _FULL_ROW

    def _is_full(self, row: Row) -> bool:
        """Does the row fill its column? In a narrow one any word may not fit."""
        x0, x1 = row.line.x0, row.line.x1
        if self.right is None or x0 is None or x1 is None:
            return False
        return x1 - x0 > _FULL_WIDTH * (self.right - x0)

    def may_go_on(self, row: Row, below: Row) -> bool:
        """A weaker sign, enough where the rows around tell where the name ends."""
        if below.is_bullet:
            return False
        return self.goes_on(row, below) or (
            self.is_cut and len(row.text) >= _HALF_ROW and self.right is None
        )


def _right_edge(edges: Sequence[float]) -> float | None:
    """Where the column ends, if enough lines reach it."""
    right = max(edges, default=0.0)
    full = sum(edge > _FULL_SHARE * right for edge in edges)
    return right if full >= _MIN_FULL else None


def is_open(text: str) -> bool:
    """Quotes or brackets that nothing closes, or an end that asks for more."""
    if any(text.count(left) > text.count(right) for left, right in _BRACKETS if left != right):
        return True
    return text.count(_PAIRED) % 2 == 1 or text.lower().endswith(_OPEN_ENDS)


def _closes_nothing(text: str, below: str) -> bool:
    """An open bracket or quote whose other half is not below: a slip of the writer."""
    if text.lower().endswith(_OPEN_ENDS):
        return False
    if text.count("(") > text.count(")"):
        return ")" not in below
    return text.count(_PAIRED) % 2 == 1 and _PAIRED not in below
