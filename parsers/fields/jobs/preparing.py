"""Rows of an experience section, ready for the search of jobs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from parsers.fields.dates import find_half_range, find_ranges
from parsers.fields.jobs.borders import without_other_sections
from parsers.fields.jobs.items import with_items_marked
from parsers.fields.jobs.joining import (
    with_hyphenated_words,
    with_values_beside_labels,
    with_whole_dates,
)
from parsers.fields.jobs.labels import DUTY_LABEL, PERIOD_BEFORE
from parsers.fields.jobs.markup import without_markup
from parsers.fields.jobs.wrapping import is_forced_wrap, right_edges
from parsers.layouts.normalise import one_spaced
from parsers.layouts.row import Row

_MAX_HEAD_LENGTH: Final = 110

_TABLE_HEADER: Final = re.compile(
    r"^(?:(?:период|дат[аы]|срок|годы|компания|организация|место работы|должность|обязанности|"
    r"работодатель|"
    r"наименование|работы|period|company|position|employer|dates?|duties|title|[/|,\s])+)$",
    re.I,
)
_WIDE_GAP: Final = re.compile(r"(?: {3,}|\t+ *)")
_LEADER: Final = re.compile(r"\s*(?:[-–—_]{4,}|\.{4,})\s*")
"""Dashes or dots that lead the eye over the line."""
_OPENS: Final = re.compile(r"^(?:[/|@–—&]\s|и\s|and\s)|^[а-яёa-z]")
_BREAKS_OFF: Final = re.compile(r"(?:[,/|&@–—-]|\s(?:и|of|and|в|по|на|для|at|for))$")
_LONGEST_HEAD: Final = 180
_DUTIES_BEHIND: Final = re.compile(
    r"[.;,]?\s+(?P<text>(?:(?:основные |должностные )?обязанности|функции|задачи|"
    r"responsibilities|duties)\s*:)",
    re.IGNORECASE,
)
_LIST_HEADING: Final = re.compile(
    r"^(?:опыт(?: работы)?|места работы|стаж|(?:work )?experience)\s*:\s*", re.IGNORECASE
)
_TOTAL: Final = re.compile(r"^(?:общий|трудовой|total|стаж)(?!\w)", re.I)


def prepared(rows: Sequence[Row], *, by_size: bool) -> list[Row]:
    """Rows whose heads and dates are whole; `by_size` tells items of lists by their type."""
    rows = without_other_sections(without_markup(rows))
    rows = [_without_label(row) for row in _without_table_headers(rows)]
    rows = [part for row in rows for part in _with_listed_jobs(row)]
    rows = with_values_beside_labels(with_whole_dates(rows))
    rows = with_items_marked([_with_marked_gaps(row) for row in rows], by_size=by_size)
    rows = _with_wrapped_heads(with_hyphenated_words(rows))
    return [part for row in rows for part in _with_duties_apart(row)]


def _without_label(row: Row) -> Row:
    """`Период работы: с 2015 по 2019` without its label."""
    label = PERIOD_BEFORE.match(row.text)
    if label is None:
        return row
    text = row.text[label.end() :]
    return replace(row, text=text, raw=text)


def _with_listed_jobs(row: Row) -> list[Row]:
    """`Опыт: 2013-2016 – продавец, «Луч»; 2016-2020 – ...`: a job between two semicolons."""
    parts = [part.strip(" .") for part in _LIST_HEADING.sub("", row.bare).split(";")]
    parts = [part for part in parts if part]
    if len(parts) < 2 or not all(len(find_ranges(part)) == 1 for part in parts):
        return [row]
    return [row.cut(part) for part in parts]


def _with_duties_apart(row: Row) -> list[Row]:
    """`ООО «Луч». Прораб. 2016 - 2021 гг. Обязанности: ...` is a head and its text."""
    duties = _DUTIES_BEHIND.search(row.text)
    ranges = find_ranges(row.text) if duties else []
    if duties is None or not ranges or ranges[0].span[1] > duties.start("text"):
        return [row]
    return [row.cut(row.text[: duties.start()].rstrip()), row.cut(row.text[duties.start("text") :])]


def _without_table_headers(rows: Sequence[Row]) -> list[Row]:
    return [
        row
        for row in rows
        if not (_TABLE_HEADER.match(row.text) and (len(row.text.split()) > 1 or row.line.cell))
        and not (_TOTAL.match(row.text) and len(row.text) < 60)
    ]


def _with_wrapped_heads(rows: Sequence[Row]) -> list[Row]:
    """Heads that wrap, and names whose quotes close on the next line, become one row."""
    joined: list[Row] = []
    edges = right_edges(rows)
    for row in rows:
        above = joined[-1] if joined else None
        if above is not None and (_wraps(above, row) or is_forced_wrap(above, row, edges)):
            text = f"{above.text} {row.text}"
            line = replace(above.line, x1=row.line.x1, bottom=row.line.bottom)
            joined[-1] = replace(above, text=text, raw=f"{above.raw} {row.raw}", line=line)
        else:
            joined.append(row)
    return joined


def _wraps(above: Row, row: Row) -> bool:
    if above.is_bullet or row.is_bullet or row.after_gap or above.is_bold != row.is_bold:
        return False
    if DUTY_LABEL.match(row.bare):
        return False
    if above.size != row.size or len(above.text) + len(row.text) > _LONGEST_HEAD:
        return False
    if any(find_ranges(text) or find_half_range(text) for text in (above.text, row.text)):
        return False
    is_open = above.text.count("«") > above.text.count("»") and not above.text.endswith("»")
    if is_open or _BREAKS_OFF.search(above.text):
        return True
    return above.is_bold and bool(_OPENS.match(row.text))


def _with_marked_gaps(row: Row) -> Row:
    """Wide gaps of a head line (`Acme      2019 - 2021`) become bars; justified text stays."""
    if _LEADER.search(row.text):
        text = _LEADER.sub(" | ", row.text).strip(" |")
        return replace(row, text=text, raw=text)
    gaps = len(_WIDE_GAP.findall(row.raw.strip()))
    if (
        not 1 <= gaps <= 3
        or row.is_bullet
        or len(row.text) > _MAX_HEAD_LENGTH
        or gaps * 2 > len(row.text.split())
    ):
        return row
    text = one_spaced(_WIDE_GAP.sub(" | ", row.raw.strip()))
    is_half = find_half_range(row.text) and not find_ranges(row.text)
    return row if is_half else replace(row, text=text)
