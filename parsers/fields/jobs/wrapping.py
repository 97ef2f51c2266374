"""Heads that a narrow column broke where the next word did not fit."""

from collections.abc import Mapping, Sequence
from typing import Final

from parsers.fields.dates import find_half_range, find_open_range, find_ranges
from parsers.fields.jobs.labels import DUTY_LABEL
from parsers.fields.words import LEGAL_FORM, company_strength, is_sentence, role_strength
from parsers.layouts.row import Row

_SAME_EDGE: Final = 2.0
_SURE: Final = 2
_LONGEST_HEAD: Final = 160
_NARROW: Final = 330.0
"""Points: in a wider column heads end where their writer wanted."""


def right_edges(rows: Sequence[Row]) -> Mapping[int, float]:
    """How far the rows that begin at an x reach, by that x in whole points."""
    edges: dict[int, float] = {}
    for row in rows:
        if row.line.x0 is not None and row.line.x1 is not None and row.line.cell is None:
            left = round(row.line.x0)
            edges[left] = max(edges.get(left, 0.0), row.line.x1)
    return edges


def is_forced_wrap(above: Row, row: Row, edges: Mapping[int, float]) -> bool:
    """Had the first word of the row no room behind the head above?"""
    x0, x1, left = above.line.x0, above.line.x1, row.line.x0
    if x0 is None or x1 is None or left is None or abs(x0 - left) > _SAME_EDGE:
        return False
    if above.is_bullet or row.is_bullet or row.after_gap or above.line.page != row.line.page:
        return False
    if above.size != row.size or len(above.text) + len(row.text) > _LONGEST_HEAD:
        return False
    edge = edges.get(round(x0), 0.0)
    if edge - x0 > _NARROW or not _may_go_on(above.text, row.text):
        return False
    letter = (x1 - x0) / max(1, len(above.text))
    first = row.text.split(maxsplit=1)[0]
    return x1 + letter * (len(first) + 1) > edge


def _may_go_on(above: str, row: str) -> bool:
    """A title over a company, or the other way round, are two names."""
    if above.endswith((".", ":", ";")) or is_sentence(above) or is_sentence(row):
        return False
    if any(find_ranges(text) or find_half_range(text) for text in (above, row)):
        return False
    if company_strength(above) and not role_strength(above) and role_strength(row) == _SURE:
        return False  # A title under its company.
    if find_open_range(row) or DUTY_LABEL.match(row):
        return False
    if not (role_strength(above) or company_strength(above)):
        return False
    if "«" in row or '"' in row or LEGAL_FORM.match(row):
        return False
    if row[:1].isupper() and row.endswith("."):
        return False  # A sentence of its own: `Suppliers, travel, archive.`
    return row[:1].islower() or ", " in above
