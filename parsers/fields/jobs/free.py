"""Jobs of free-form resumes: dates are the anchors, the lines about them are the heads."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from domain.resume import Job
from parsers.fields.durations import duration_at_start
from parsers.fields.jobs.grid import with_cells
from parsers.fields.jobs.head import Head, is_noise, is_place, read_head
from parsers.fields.jobs.items import with_items_marked
from parsers.fields.jobs.preparing import (
    with_marked_gaps,
    with_wrapped_heads,
    without_table_headers,
)
from parsers.fields.jobs.screening import (
    is_leave,
    is_leave_row,
    is_project,
    listed_projects,
    with_shared_companies,
)
from parsers.fields.jobs.spans import Span, find_spans
from parsers.fields.jobs.table import read_table_jobs
from parsers.fields.jobs.text import description_of
from parsers.fields.words import company_strength, is_sentence, role_strength, tells_a_duty
from parsers.layouts.row import Row

_MAX_HEAD_ROWS: Final = 4
_BLIND_REACH: Final = 2
_MAX_HEAD_LENGTH: Final = 110
_DUTIES: Final = re.compile(
    r"^(?:основные\s+|ключевые\s+|должностные\s+|мои\s+)?(?:обязанности|задачи|функции|"
    r"функционал|достижения|результаты|проекты?|стек|технологии|"
    r"чем занимал\w*|что делал\w*|описание|инструменты|duties|responsibilities|key "
    r"responsibilities|achievements|"
    r"accomplishments|project|environment|tech(?:nologies| stack)?|stack|tools|description|"
    r"summary|roles? (?:and|&) responsibilities)\b",
    re.I,
)
_SEPARATED: Final = re.compile(r"\s[@|]\s")
_ENDS: Final = (".", ";", ":")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|г|s\.a|llc|др|jr|sr|dept|т\.ч|u\.s)\.)$", re.I
)


@dataclass(frozen=True, slots=True)
class _Habit:
    """How this document writes its jobs.

    `above` is how many head rows stand above the dates. `below_is_head` tells that the row
    under the dates belongs to the head too. `company_first` is the usual order.
    """

    above: int
    below_is_head: bool
    company_first: bool | None
    carries_company: bool


def read_free_jobs(
    rows: Sequence[Row], *, title_first: bool = False, carries_company: bool = False
) -> list[Job]:
    """Jobs in the document's order, each from its dates, its head and its text."""
    tabled = read_table_jobs(with_cells(rows))
    if tabled:
        return tabled
    rows = [with_marked_gaps(row) for row in without_table_headers(rows)]
    rows = with_wrapped_heads(with_items_marked(rows, by_size=carries_company))
    spans = find_spans(rows, _list_habit(rows))
    spans = [span for span in spans if not _is_pause(rows, span)]
    if not spans:
        return []
    habit = _habit_of(rows, spans, title_first, carries_company)
    tops = [_top_of(rows, spans, number, habit) for number in range(len(spans))]
    jobs: list[Job] = []
    for number, span in enumerate(spans):
        until = tops[number + 1] if number + 1 < len(spans) else len(rows)
        previous = jobs[-1].company if jobs and habit.carries_company else None
        jobs.append(_job_of(rows, span, (tops[number], until), habit, previous))
    kept = [job for job in jobs if not is_leave(job)]
    return with_shared_companies(kept)


def _list_habit(rows: Sequence[Row]) -> Callable[[Row], bool]:
    """Jobs are items of a list where the first of them is; else lists are what was done."""
    spans = find_spans(rows)
    projects = listed_projects(rows, rows[spans[0].first] if spans else None)
    if not spans or rows[spans[0].first].is_bullet:
        return lambda row: not is_project(row)
    return lambda row: (
        not (row.is_bullet or tells_a_duty(row.text) or is_project(row) or id(row) in projects)
    )


def _is_pause(rows: Sequence[Row], span: Span) -> bool:
    """A leave with dates: named on their row or, where they stand alone, on the one above."""
    if any(is_leave_row(row) for row in span.beside):
        return True
    return span.is_alone and span.first > 0 and is_leave_row(rows[span.first - 1])


def _habit_of(
    rows: Sequence[Row], spans: Sequence[Span], title_first: bool, carries_company: bool
) -> _Habit:
    above = _rows_above_first(rows, spans)
    below = [
        _may_be_head(rows, span.last + 1) and not _is_next_head(rows, spans, number, above)
        for number, span in enumerate(spans)
    ]
    below_is_head = sum(below) >= 0.7 * len(spans)
    habit = _Habit(above, below_is_head, False if title_first else None, carries_company)
    votes = []
    for number, span in enumerate(spans):
        top = _top_of(rows, spans, number, habit)
        head, _ = _head_of(rows, span, top, len(rows), habit)
        votes.append(head.company_first)
    company, title = votes.count(True), votes.count(False)
    if title_first or company == title == 0:
        company_first = not title_first and above != 1
    else:
        company_first = company >= title
    return _Habit(above, below_is_head, company_first, carries_company)


def _rows_above_first(rows: Sequence[Row], spans: Sequence[Span]) -> int:
    """Head rows over the first dates; an introduction above them is not counted."""
    first = spans[0].first
    if first == 0:
        return 0
    above = 0
    while above < min(first, _MAX_HEAD_ROWS) and _may_be_head(rows, first - above - 1):
        above += 1
    if first > _MAX_HEAD_ROWS or above < first:
        # Prose stands above: only rows that read as a title or a company count.
        named = [_is_named(rows[first - step - 1]) for step in range(above)]
        above = max((step + 1 for step, is_named in enumerate(named) if is_named), default=0)
    return above


def _is_named(row: Row) -> bool:
    return role_strength(row.text) == 2 or company_strength(row.text) > 0 or row.is_bold


def _may_be_head(rows: Sequence[Row], index: int) -> bool:
    if not 0 <= index < len(rows):
        return False
    row = rows[index]
    text = row.text
    if row.is_bullet or _DUTIES.match(text):
        return False
    if _SEPARATED.search(text) and role_strength(_SEPARATED.split(text)[0]) == 2:
        return len(text) <= 2 * _MAX_HEAD_LENGTH
    if len(text) > _MAX_HEAD_LENGTH:
        return False
    if text.endswith(_ENDS) and not _ABBREVIATED.search(text):
        return False
    return (
        not is_sentence(text)
        and any(letter.isalpha() for letter in text)
        and (row.line.cell is not None or not text[:1].islower() or _is_short_title(text))
    )


def _is_short_title(text: str) -> bool:
    """Titles in lower case are titles; lower case otherwise goes on with a sentence."""
    first = re.split(r"[|@/,(]|\s[—–-]\s", text, maxsplit=1)[0].strip()
    return len(first.split()) <= 4 and role_strength(first) == 2


def _is_next_head(rows: Sequence[Row], spans: Sequence[Span], number: int, above: int) -> bool:
    """Is the row under these dates already the head of the next ones?"""
    if number + 1 >= len(spans):
        return False
    return spans[number].last + 1 >= spans[number + 1].first - above


def _top_of(rows: Sequence[Row], spans: Sequence[Span], number: int, habit: _Habit) -> int:
    """The first row of a job's block: its highest head row."""
    span = spans[number]
    floor = spans[number - 1].last + 1 if number else 0
    if number and habit.below_is_head and not spans[number - 1].beside:
        floor = min(floor + 1, span.first)
    index = span.first
    reach = habit.above or (_BLIND_REACH if _needs_head_above(rows, span) else 0)
    while index > floor and span.first - index < reach and _may_be_head(rows, index - 1):
        if habit.carries_company and _is_duration(rows[index - 1].text):
            return max(floor, index - 2)
        if index < span.first and rows[index].after_gap and not rows[span.first].after_gap:
            break
        if index < span.first and _is_whole_already(rows[index : span.first], span):
            break
        index -= 1
    if index > floor and index < span.first and _company_stands_above(rows, index, span):
        index -= 1
    return index


def _needs_head_above(rows: Sequence[Row], span: Span) -> bool:
    """Dates alone over a list have their head above, whatever the others do."""
    return span.is_alone and not span.beside and not _may_be_head(rows, span.last + 1)


def _company_stands_above(rows: Sequence[Row], index: int, span: Span) -> bool:
    """A title alone whose company is the row over it, in the same block."""
    if rows[index].after_gap or not _may_be_head(rows, index - 1):
        return False
    head = read_head([row.text for row in (*rows[index : span.first], *span.beside)])
    above = rows[index - 1].text
    return head.company is None and company_strength(above) > 0 and not role_strength(above)


def _is_whole_already(above: Sequence[Row], span: Span) -> bool:
    texts = [row.text for row in (*above, *span.beside)]
    head = read_head(texts)
    return (
        head.is_whole
        and bool(role_strength(head.position or ""))
        and bool(company_strength(head.company or ""))
    )


def _job_of(
    rows: Sequence[Row], span: Span, bounds: tuple[int, int], habit: _Habit, previous: str | None
) -> Job:
    top, until = bounds
    head, used = _head_of(rows, span, top, until, habit)
    company = head.company
    if company is None and head.position is not None:
        company = previous
    body = list(rows[span.last + 1 + used : until])
    while body and (
        is_place(body[0].text)
        or (is_noise(body[0].text) and len(body[0].text) < 40 and not _DUTIES.match(body[0].text))
    ):
        body = body[1:]
    return span.job(company, head.position, description_of(body))


def _head_of(
    rows: Sequence[Row], span: Span, top: int, until: int, habit: _Habit
) -> tuple[Head, int]:
    """(head, how many rows under the dates belong to it)."""
    texts = [row.text for row in rows[top : span.first]] + [row.text for row in span.beside]
    texts = [text for text in texts if not _is_duration(text)]
    head = read_head(texts, company_first=habit.company_first)
    used = 0
    for step in range(3):
        index = span.last + 1 + step
        if head.is_whole or index >= until or not _joins_head(rows, index, texts, head, habit):
            break
        texts.append(rows[index].text)
        used = step + 1
        head = read_head(texts, company_first=habit.company_first)
    return head, used


def _is_duration(text: str) -> bool:
    duration = duration_at_start(text)
    return bool(duration and duration[1] >= len(text) - 2)


def _joins_head(
    rows: Sequence[Row], index: int, texts: Sequence[str], head: Head, habit: _Habit
) -> bool:
    """Does a row under the dates still name the job?"""
    if not _may_be_head(rows, index):
        return _has_label(rows[index].text)
    text = rows[index].text
    named = [text for text in texts if not is_place(text)]
    if is_place(text) or not named or _has_label(text):
        return True
    if head.position is None:
        if role_strength(text) or rows[index].is_bold:
            return True
        return len(text.split()) <= 6 and (
            habit.below_is_head or company_strength(head.company or "") > 0
        )
    if role_strength(text) == 2:
        return False
    if index + 1 < len(rows) and _is_proper_name(text):
        return True
    if company_strength(text) > 0 or rows[index].is_bold:
        return True
    return habit.below_is_head and len(text.split()) <= 6 and not rows[index].after_gap


def _is_proper_name(text: str) -> bool:
    """`Harbour Distribution`: all words but the small ones begin with a capital."""
    words = [word for word in text.split() if word not in ("&", "and", "of", "the")]
    return 2 <= len(words) <= 4 and all(
        word[0].isupper() and word[0].isascii() and word.isalpha() for word in words
    )


def _has_label(text: str) -> bool:
    return bool(
        re.match(
            r"^(?:должность|компания|организация|место работы|position|company|title|role|"
            r"employer)\s*:",
            text,
            re.I,
        )
    )
