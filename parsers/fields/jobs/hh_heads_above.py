"""hh.ru's printed page: company, place and industries stand above the dates, the title below."""

from collections.abc import Sequence
from typing import Final

from parsers.fields.jobs.hh_blocks import is_place_row, is_site, names_industry
from parsers.fields.jobs.hh_wraps import is_open
from parsers.fields.jobs.spans import Span
from parsers.fields.words import company_strength, role_strength
from parsers.layouts.row import Row

_HIGHEST_HEAD: Final = 10
_LONGEST_TOWN: Final = 3
_GAP_REACH: Final = 3
_SURE: Final = 2


def content_of_heads_above(rows: Sequence[Row], spans: Sequence[Span]) -> list[Sequence[Row]]:
    """Each job's rows as if its dates stood first: the head above, then what follows."""
    tops = [_head_top(rows, spans, number) for number in range(len(spans))]
    contents: list[Sequence[Row]] = []
    for number, span in enumerate(spans):
        until = tops[number + 1] if number + 1 < len(spans) else len(rows)
        head = rows[tops[number] : span.first]
        contents.append([*head, *span.beside, *rows[span.last + 1 : until]])
    return contents


def _head_top(rows: Sequence[Row], spans: Sequence[Span], number: int) -> int:
    """The row of the company above a range: past place and industries, at a gap near by."""
    first = spans[number].first
    floor = spans[number - 1].last + 2 if number else 0
    if number == 0 and first <= _HIGHEST_HEAD:
        return 0
    index = first - 1
    while index > floor and _belongs_to_block(rows, index):
        index -= 1
    while (
        index > floor
        and not rows[index].after_gap
        and is_open(rows[index - 1].text)
        and not rows[index - 1].is_bullet
    ):
        index -= 1
    gaps = (top for top in range(index, max(floor, index - _GAP_REACH) - 1, -1))
    return max(next((top for top in gaps if rows[top].after_gap), index), floor)


def _belongs_to_block(rows: Sequence[Row], index: int) -> bool:
    row = rows[index]
    if row.is_bullet or names_industry(row.text) or is_place_row(row.text):
        return True
    if row.text[:1].islower():
        return True
    return _is_town_of_company_above(rows, index)


def _is_town_of_company_above(rows: Sequence[Row], index: int) -> bool:
    """An unknown town between its company and an industry or a site."""
    text, below, above = rows[index].text, rows[index + 1].text, rows[index - 1]
    if rows[index].after_gap or len(text.split()) > _LONGEST_TOWN or not text.istitle():
        return False
    if role_strength(text) or not (names_industry(below) or is_site(below)):
        return False
    return above.after_gap or company_strength(above.text) == _SURE
