"""Jobs of free-form resumes: dates are the anchors, the lines about them are the heads."""

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from domain.resume import Job
from parsers.fields.jobs.bounds import top_of
from parsers.fields.jobs.entry import Entry, entry_of, in_the_same_company
from parsers.fields.jobs.grid import with_cells
from parsers.fields.jobs.labels import DUTY_LABEL, NAME_LABEL
from parsers.fields.jobs.naming import habit_of
from parsers.fields.jobs.preparing import prepared
from parsers.fields.jobs.screening import (
    is_award,
    is_leave,
    is_leave_row,
    is_project,
    listed_projects,
    listed_roles,
    with_shared_companies,
    without_parts,
)
from parsers.fields.jobs.spans import find_spans, without_coarse_dates
from parsers.fields.jobs.table import read_table_jobs
from parsers.fields.jobs.told import read_told_jobs, with_told
from parsers.fields.jobs.typed_table import with_typed_cells
from parsers.fields.words import tells_a_duty
from parsers.layouts.row import Row

_MAX_JOBS: Final = 120
"""Nobody had more; what looks like more is no career."""


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
    rows = without_coarse_dates(_without_pauses(rows))
    may_start = _list_habit(rows)
    spans = find_spans(
        rows,
        lambda row: id(row) not in sentences and may_start(row) and not is_award(row),
        with_points=True,
    )
    spans = spans[:_MAX_JOBS]
    if not spans:
        return []
    habit = habit_of(rows, spans, title_first, carries_company)
    tops = [top_of(rows, spans, number, habit) for number in range(len(spans))]
    entries: list[Entry] = []
    for number, span in enumerate(spans):
        until = tops[number + 1] if number + 1 < len(spans) else len(rows)
        entry = entry_of(rows, span, (tops[number], until), habit)
        above = entries[-1] if entries else None
        entries.append(in_the_same_company(entry, above, habit) if above else entry)
    kept = [entry for entry in entries if not is_leave(entry.job)]
    return with_shared_companies(without_parts(kept))


def _list_habit(rows: Sequence[Row]) -> Callable[[Row], bool]:
    """Jobs are items of a list where the first of them is; else lists are what was done."""
    spans = find_spans(rows)
    projects = listed_projects(rows, rows[spans[0].first] if spans else None)
    roles = listed_roles(rows)
    if all(is_project(rows[span.first]) for span in spans):
        return lambda row: not row.is_bullet  # `Client: ...` is how some write their jobs.
    if rows[spans[0].first].is_bullet:
        return lambda row: not (is_project(row) or DUTY_LABEL.match(row.bare))
    return lambda row: (
        id(row) in roles
        or not (
            row.is_bullet
            or tells_a_duty(row.text)
            or is_project(row)
            or id(row) in projects
            or DUTY_LABEL.match(row.text)
        )
    )


def _without_pauses(rows: Sequence[Row]) -> list[Row]:
    """Leaves and conscription go with their dates, named on their row or on the one above."""
    dropped: set[int] = set()
    for span in find_spans(rows):
        below = rows[span.last + 1] if span.last + 1 < len(rows) else None
        if below is not None and NAME_LABEL.match(below.bare):
            continue  # A soldier's trade is named: it is a job.
        if any(is_leave_row(row) for row in span.beside):
            dropped.update(range(span.first, span.last + 1))
        elif span.is_alone and span.first > 0 and is_leave_row(rows[span.first - 1]):
            dropped.update(range(span.first - 1, span.last + 1))
    return [row for index, row in enumerate(rows) if index not in dropped]
