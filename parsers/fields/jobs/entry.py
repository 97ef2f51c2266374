"""One job of a free-form resume: its dates, the rows that name it, the rows that describe it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from domain.career import month_index
from domain.resume import Job
from parsers.fields.jobs.bounds import (
    DUTIES,
    Habit,
    is_duration,
)
from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.head import Head
from parsers.fields.jobs.labels import COMPANY_LABEL, TITLE_LABEL
from parsers.fields.jobs.naming import head_of
from parsers.fields.jobs.parts import is_noise, is_on_ones_own, is_place
from parsers.fields.jobs.span import Span
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.fields.words import company_strength, role_strength
from parsers.layouts.row import Row

_MAX_GAP_MONTHS: Final = 2
_SURE: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """`title_alone` is the head as one title, where its words leave that open.

    `rows_above` is how many head rows stand over the dates, `is_lent` tells that the company is
    that of the job before, `is_alone` that the dates fill their row.
    """

    job: Job
    title_alone: str | None = None
    rows_above: int = 0
    is_lent: bool = False
    is_alone: bool = False


def entry_of(rows: Sequence[Row], span: Span, bounds: tuple[int, int], habit: Habit) -> Entry:
    """The job whose rows are `bounds` (first, behind the last)."""
    top, until = bounds
    head, used = head_of(rows, span, top, until, habit)
    position, company = _completed(head, rows[top:until])
    body = list(rows[span.last + 1 + used : until])
    while body and (
        is_place(body[0].text)
        or (is_noise(body[0].text) and len(body[0].text) < 40 and not DUTIES.match(body[0].text))
    ):
        body = body[1:]
    return Entry(
        job=span.job(company, position, description_of(body)),
        title_alone=_title_alone(rows, span, top, head),
        rows_above=span.first - top,
        is_alone=span.is_alone,
    )


def _completed(head: Head, rows: Sequence[Row]) -> tuple[str | None, str | None]:
    """What the head lacks, from labelled rows anywhere in the job."""
    position, company = head.position, head.company
    if role_strength(position or "") < _SURE:
        labelled = _labelled(TITLE_LABEL, rows)
        position = tidy_name(labelled) if labelled else position
    if company is None:
        labelled = _labelled(COMPANY_LABEL, rows)
        company = company_of(labelled) if labelled else None
    return position, company


def _labelled(label: re.Pattern[str], rows: Sequence[Row]) -> str | None:
    for row in rows:
        match = label.match(row.bare)
        if match is not None and ":" in row.bare[: match.start("value")]:
            return match["value"]
    return None


def _title_alone(rows: Sequence[Row], span: Span, top: int, head: Head) -> str | None:
    """The whole of a one-row head, as a title that a comma or dash may have split."""
    texts = [row.text for row in rows[top : span.first]] + [row.text for row in span.beside]
    named = [text for text in texts if not (is_duration(text) or is_noise(text) or is_place(text))]
    if len(named) != 1 or role_strength(named[0]) < _SURE or company_strength(head.company or ""):
        return None
    return tidy_name(named[0])


def in_the_same_company(entry: Entry, above: Entry, habit: Habit) -> Entry:
    """A role without a row of its own above its dates belongs to the company over the last one."""
    job, company = entry.job, above.job.company
    if job.company is not None or job.position is None or company is None:
        return entry
    lends = habit.carries_company or (
        (entry.rows_above < above.rows_above or above.is_lent)
        and not is_on_ones_own(job.position)
        and _touch(job, above.job)
    )
    if not lends:
        return entry
    return replace(entry, job=job.model_copy(update={"company": company}), is_lent=True)


def _touch(one: Job, other: Job) -> bool:
    """Does one job begin about when the other ends?"""
    starts = [job.start for job in (one, other) if job.start]
    ends = [job.end for job in (one, other) if job.end]
    months = [
        abs(month_index(start, year_only_month=1) - month_index(end, year_only_month=1))
        for start in starts
        for end in ends
    ]
    return min(months, default=_MAX_GAP_MONTHS + 1) <= _MAX_GAP_MONTHS
