"""Jobs of free-form resumes: dates are the anchors, the lines about them are the heads."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from domain.resume import Job
from parsers.fields.jobs.bounds import (
    DUTIES,
    Habit,
    is_duration,
    is_next_head,
    may_be_head,
    rows_above_first,
    top_of,
)
from parsers.fields.jobs.grid import with_cells
from parsers.fields.jobs.head import Head, read_head
from parsers.fields.jobs.labels import ANY_LABEL, NAME_LABEL
from parsers.fields.jobs.parts import is_noise, is_place
from parsers.fields.jobs.preparing import prepared
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
from parsers.fields.jobs.told import read_told_jobs, with_told
from parsers.fields.jobs.typed_table import with_typed_cells
from parsers.fields.words import company_strength, role_strength, tells_a_duty
from parsers.layouts.row import Row

_MAX_ROWS_BELOW: Final = 4


def read_free_jobs(
    rows: Sequence[Row], *, title_first: bool = False, carries_company: bool = False
) -> list[Job]:
    """Jobs in the document's order, each from its dates, its head and its text."""
    tabled = read_jobs_of_tables(rows)
    if tabled:
        return tabled
    rows = prepared(rows, by_size=carries_company)
    told = read_told_jobs(rows)
    sentences = {id(rows[index]) for job in told for index in range(job.rows[0], job.rows[1] + 1)}
    dated = _read_dated_jobs(
        rows, sentences, title_first=title_first, carries_company=carries_company
    )
    return with_told(dated, told)


def read_jobs_of_tables(rows: Sequence[Row]) -> list[Job]:
    """Jobs of tables whose header names period and employer or title, drawn or typed."""
    return read_table_jobs(with_typed_cells(with_cells(rows)))


def _read_dated_jobs(
    rows: Sequence[Row], sentences: AbstractSet[int], *, title_first: bool, carries_company: bool
) -> list[Job]:
    """`sentences` are the ids of rows that tell of jobs in prose."""
    rows = _without_pauses(rows)
    may_start = _list_habit(rows)
    spans = find_spans(rows, lambda row: id(row) not in sentences and may_start(row))
    if not spans:
        return []
    habit = _habit_of(rows, spans, title_first, carries_company)
    tops = [top_of(rows, spans, number, habit) for number in range(len(spans))]
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


def _without_pauses(rows: Sequence[Row]) -> list[Row]:
    """Leaves and conscription go with their dates, named on their row or on the one above."""
    dropped: set[int] = set()
    for span in find_spans(rows):
        if any(is_leave_row(row) for row in span.beside):
            dropped.update(range(span.first, span.last + 1))
        elif span.is_alone and span.first > 0 and is_leave_row(rows[span.first - 1]):
            dropped.update(range(span.first - 1, span.last + 1))
    return [row for index, row in enumerate(rows) if index not in dropped]


def _habit_of(
    rows: Sequence[Row], spans: Sequence[Span], title_first: bool, carries_company: bool
) -> Habit:
    above = rows_above_first(rows, spans)
    below = [
        may_be_head(rows, span.last + 1) and not is_next_head(rows, spans, number, above)
        for number, span in enumerate(spans)
    ]
    below_is_head = sum(below) >= 0.7 * len(spans)
    habit = Habit(above, below_is_head, False if title_first else None, carries_company)
    votes = []
    for number, span in enumerate(spans):
        top = top_of(rows, spans, number, habit)
        head, _ = _head_of(rows, span, top, len(rows), habit)
        votes.append(head.company_first)
    company, title = votes.count(True), votes.count(False)
    if title_first or company == title == 0:
        company_first = not title_first and above != 1
    else:
        company_first = company >= title
    return Habit(above, below_is_head, company_first, carries_company)


def _job_of(
    rows: Sequence[Row], span: Span, bounds: tuple[int, int], habit: Habit, previous: str | None
) -> Job:
    top, until = bounds
    head, used = _head_of(rows, span, top, until, habit)
    company = head.company
    if company is None and head.position is not None:
        company = previous
    body = list(rows[span.last + 1 + used : until])
    while body and (
        is_place(body[0].text)
        or (is_noise(body[0].text) and len(body[0].text) < 40 and not DUTIES.match(body[0].text))
    ):
        body = body[1:]
    return span.job(company, head.position, description_of(body))


def _head_of(
    rows: Sequence[Row], span: Span, top: int, until: int, habit: Habit
) -> tuple[Head, int]:
    """(head, how many rows under the dates belong to it)."""
    texts = [row.text for row in rows[top : span.first]] + [row.text for row in span.beside]
    texts = [text for text in texts if not is_duration(text)]
    head = read_head(texts, company_first=habit.company_first)
    used = 0
    for step in range(_MAX_ROWS_BELOW):
        index = span.last + 1 + step
        if head.is_whole or index >= until:
            break
        if not _has_label(rows[index].bare) and _names_follow(rows, index, until):
            used = step + 1
            continue
        if not _joins_head(rows, index, texts, head, habit):
            break
        texts.append(rows[index].bare if _has_label(rows[index].bare) else rows[index].text)
        used = step + 1
        head = read_head(texts, company_first=habit.company_first)
    return head, used


def _joins_head(
    rows: Sequence[Row], index: int, texts: Sequence[str], head: Head, habit: Habit
) -> bool:
    """Does a row under the dates still name the job?"""
    if not may_be_head(rows, index):
        return _has_label(rows[index].bare)
    text = rows[index].text
    named = [text for text in texts if not is_place(text)]
    if is_place(text) or not named or _has_label(text):
        return True
    if head.company is None and role_strength(head.position or "") < role_strength(text) == 2:
        return True  # `Golden Acres Senior Living` was no title.
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
    return bool(NAME_LABEL.match(text))


def _names_follow(rows: Sequence[Row], index: int, until: int) -> bool:
    """Is the row one of a form's labels, with the title or the company further down?"""
    if not (ANY_LABEL.match(rows[index].bare) or is_noise(rows[index].text)):
        return False
    below = rows[index + 1 : min(until, index + 4)]
    return any(_has_label(row.bare) for row in below)
