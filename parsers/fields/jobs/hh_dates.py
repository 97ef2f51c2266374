"""hh.ru's date cells: `Декабрь 2023 —` / `настоящее время` / `1 год 6 месяцев`.

Extractors put the three on one to three rows and words of the right column among them
(FORMATS.md 1). Ranges that a person typed into a description have no length under them.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final

from parsers.fields.dates import DateRange, find_end, read_point
from parsers.fields.durations import duration_at_start
from parsers.fields.jobs.hh_blocks import is_site
from parsers.fields.jobs.spans import Span
from parsers.fields.months import MONTH
from parsers.layouts.row import Row

_YEAR: Final = r"(?:19|20)\d\d(?!\d)(?:\s*г(?:од[ау]?)?\.?(?!\w))?"
_START: Final = re.compile(
    rf"^\W{{0,2}}(?P<start>{MONTH}\s+{_YEAR})\s*(?:[-–—]{{1,2}}\s*(?:по(?=\s|$)\s*)?|$)",
    re.IGNORECASE,
)
"""A full month and a year, first on their row."""
_HALF_END: Final = re.compile(rf"(?:{MONTH}|по|настоящее|по настоящее|present|till|until)", re.I)
"""An end that a narrow cell broke."""
_RUN_INTO: Final = re.compile(
    r"(?P<end>(?:Январь|Февраль|Март|Апрель|Май|Июнь|Июль|Август|Сентябрь|Октябрь|Ноябрь|Декабрь"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|по)(?P<rest>\s+\S.*|[А-ЯЁA-Z«\"].*)"
)
"""`Июль Компания`, `поКомпания`: the narrow cell touches the right column."""
_YEAR_ROW: Final = re.compile(rf"{_YEAR}$", re.IGNORECASE)
_DASHES: Final = "-–—"
_TELLS: Final = re.compile(r"[а-яё]")
"""`Январь 2020 — повышение`: a line of a description."""
_WIDE_GAP: Final = re.compile(r"\s{2,}|\t")
_CELL_SLACK: Final = 12.0
_END_REACH: Final = 6
_LENGTH_REACH: Final = 4
_TRIM: Final = " \t,;|•·:–—-"


def read_date_cells(rows: Sequence[Row]) -> list[Span]:
    """Every job's dates in order. Where lengths are written, a range without one is no job's."""
    may_start = _place_of_cells(rows)
    spans: list[Span] = []
    index = 0
    while index < len(rows):
        span = _cell_at(rows, index) if may_start(rows[index]) else None
        if span is None:
            index += 1
        else:
            spans.append(span)
            index = span.last + 1
    if any(span.has_length for span in spans):
        return [span for span in spans if span.has_length]
    return spans


def _place_of_cells(rows: Sequence[Row]) -> Callable[[Row], bool]:
    """Date cells stand in the table column, or at the edge, of the first one."""
    first = next((row for row in rows if _is_dated(row)), None)
    return lambda row: first is not None and _is_dated(row) and _shares_column(first, row)


def _is_dated(row: Row) -> bool:
    return not row.is_bullet and _START.match(row.text) is not None


def _shares_column(first: Row, row: Row) -> bool:
    if first.line.cell is not None and row.line.cell is not None:
        return first.line.cell[2] == row.line.cell[2]
    if first.line.x0 is None or row.line.x0 is None:
        return True
    return abs(first.line.x0 - row.line.x0) < _CELL_SLACK


def _cell_at(rows: Sequence[Row], index: int) -> Span | None:
    match = _START.match(rows[index].text)
    start = read_point(match["start"]) if match else None
    if match is None or start is None:
        return None
    if match.end() == len(rows[index].text) and not _has_dash(rows, index):
        return None
    rest = rows[index].text[match.end() :].strip()
    found = _end_of(rest, rows, index)
    return _with_length(rows, index, start, found) if found else None


def _has_dash(rows: Sequence[Row], index: int) -> bool:
    if rows[index].text[-1] in _DASHES or rows[index].text.lower().endswith(" по"):
        return True
    return index + 1 < len(rows) and rows[index + 1].text[:1] in _DASHES


class _End:
    """Where a range ends: `tail` is what follows on that row, `beside` the rows before it."""

    def __init__(
        self, point: str | None, is_current: bool, last: int, tail: str, beside: list[Row]
    ) -> None:
        self.point, self.is_current = point, is_current
        self.last, self.tail, self.beside = last, tail, beside


def _end_of(rest: str, rows: Sequence[Row], index: int) -> _End | None:
    """The end on the start's own row, broken at its edge, or on one of the next rows."""
    end = find_end(rest)
    if end is not None:
        return _End(end[0], end[1], index, rest[end[2] :], [])
    if rest and _HALF_END.fullmatch(rest) and index + 1 < len(rows):
        whole = f"{rest} {rows[index + 1].text}"
        end = find_end(whole)
        if end is not None and end[2] > len(rest):
            return _End(end[0], end[1], index + 1, whole[end[2] :], [])
    run_into = _run_into(rest, rows, index)
    if run_into is not None or _TELLS.match(rest):
        return run_into
    return _end_below([rows[index].cut(rest)] if rest else [], rows, index)


def _end_below(beside: list[Row], rows: Sequence[Row], index: int) -> _End | None:
    for number in range(index + 1, min(index + _END_REACH, len(rows))):
        row = rows[number]
        if _is_dated_anew(row):
            return None
        text = row.text.lstrip(_TRIM).removeprefix("по ")
        is_broken = number + 1 < len(rows) and _HALF_END.fullmatch(row.text.strip(_TRIM))
        if is_broken:
            text = f"{text} {rows[number + 1].text}"
        end = find_end(text)
        if end is not None:
            return _End(end[0], end[1], number + bool(is_broken), text[end[2] :], beside)
        if row.text.strip(_TRIM):
            beside.append(row)
    return None


def _run_into(rest: str, rows: Sequence[Row], index: int) -> _End | None:
    """The first word of an end and the company in one line, the rest of the end below."""
    match = _RUN_INTO.fullmatch(rest)
    if match is None or index + 1 >= len(rows):
        return None
    below = rows[index + 1].text
    end = find_end(f"{match['end']} {below}")
    if end is None or not (end[1] or _YEAR_ROW.match(below)):
        return None
    beside = [rows[index].cut(match["rest"].strip())]
    return _End(end[0], end[1], index + 1, "", beside)


def _is_dated_anew(row: Row) -> bool:
    """Does another range begin here? A month alone is an end."""
    match = _START.match(row.text)
    return match is not None and any(dash in match[0][match.end("start") :] for dash in _DASHES)


def _with_length(rows: Sequence[Row], index: int, start: str, end: _End) -> Span:
    beside, last = list(end.beside), end.last
    tail = end.tail.lstrip(" ,;|)(·•:–—-г.")
    length = duration_at_start(tail)
    has_length = length is not None
    rest = (tail[length[1] :] if length else end.tail).strip(" ,;|)·•:")
    if rest:
        beside.append(rows[last].cut(rest))
    if not has_length:
        reach = 1 if end.last == index and not beside else _LENGTH_REACH
        last, more, has_length = _length_below(rows, last, reach)
        beside += more
    ordered = DateRange(start, end.point, end.is_current, (0, 0)).ordered()
    return Span(
        ordered.start,
        ordered.end,
        end.is_current,
        index,
        last,
        tuple(beside),
        is_alone=not beside,
        has_length=has_length,
    )


def _length_below(rows: Sequence[Row], index: int, reach: int) -> tuple[int, list[Row], bool]:
    """(last row taken, rows beside the dates, is there a length?)."""
    between: list[Row] = []
    for offset in range(1, reach + 1):
        if index + offset >= len(rows) or _is_dated(rows[index + offset]):
            break
        row = rows[index + offset]
        length = duration_at_start(row.text)
        rest = row.text[length[1] :].strip() if length else ""
        if length and _stands_apart(row, rest):
            rest = rest.strip(_TRIM)
            return index + offset, [*between, *([row.cut(rest)] if rest else [])], True
        between.append(row)
    return index, [], False


def _stands_apart(row: Row, rest: str) -> bool:
    """Is `7 месяцев` alone, or before something else, and not `3 года опыта`?"""
    if not rest or rest[0].isupper() or not rest[0].isalpha() or is_site(rest):
        return True
    first = _WIDE_GAP.split(row.raw.strip(), maxsplit=1)[0]
    return len(first.split()) == len(row.text.split()) - len(rest.split())
