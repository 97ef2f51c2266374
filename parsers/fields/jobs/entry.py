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
    is_next_head,
    may_be_head,
    rows_above_first,
    top_of,
)
from parsers.fields.jobs.employer import company_of
from parsers.fields.jobs.head import Head, read_head
from parsers.fields.jobs.labels import ANY_LABEL, COMPANY_LABEL, NAME_LABEL, TITLE_LABEL
from parsers.fields.jobs.parts import is_noise, is_on_ones_own, is_place
from parsers.fields.jobs.span import Span
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.fields.words import company_strength, is_sentence, role_strength
from parsers.layouts.row import Row

_MAX_ROWS_BELOW: Final = 4
_MAX_GAP_MONTHS: Final = 2
_SURE: Final = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """`title_alone` is the head as one title, where its words leave that open.

    `has_rows_above` tells that head rows stand over the dates, `is_lent` that the company is
    that of the job before.
    """

    job: Job
    title_alone: str | None = None
    has_rows_above: bool = False
    is_lent: bool = False


def habit_of(
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


def entry_of(rows: Sequence[Row], span: Span, bounds: tuple[int, int], habit: Habit) -> Entry:
    """The job whose rows are `bounds` (first, behind the last)."""
    top, until = bounds
    head, used = _head_of(rows, span, top, until, habit)
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
        has_rows_above=top < span.first,
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
        not entry.has_rows_above
        and (above.has_rows_above or above.is_lent)
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


def _head_of(
    rows: Sequence[Row], span: Span, top: int, until: int, habit: Habit
) -> tuple[Head, int]:
    """(head, how many rows under the dates belong to it)."""
    texts = [row.bare for row in (*rows[top : span.first], *span.beside)]
    texts = [text for text in texts if not is_duration(text)]
    head = read_head(texts, company_first=habit.company_first)
    used = 0
    for step in range(_MAX_ROWS_BELOW):
        index = span.last + 1 + step
        if index >= until:
            break
        if head.is_whole:
            better = _bettered(rows, index, head, texts)
            return (head, used) if better is None else (better, step + 1)
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
            habit.below_is_head
            or company_strength(head.company or "") > 0
            or _stands_over_a_text(rows, index)
        )
    if role_strength(text) == 2:
        return False
    if index + 1 < len(rows) and _is_proper_name(text):
        return True
    if company_strength(text) > 0 or rows[index].is_bold:
        return True
    return habit.below_is_head and len(text.split()) <= 6 and not rows[index].after_gap


def _stands_over_a_text(rows: Sequence[Row], index: int) -> bool:
    """A short row between the dates and what was done names the job."""
    if not rows[index].text[:1].isupper() or index + 1 >= len(rows):
        return rows[index].text[:1].isupper() and not rows[index].after_gap
    below = rows[index + 1]
    return below.is_bullet or is_sentence(below.text) or bool(DUTIES.match(below.text))


def _bettered(rows: Sequence[Row], index: int, head: Head, texts: Sequence[str]) -> Head | None:
    """A head that was split wrongly, because the row below is its other half.

    `ГБУЗ «Больница», терапевтическое отделение` / `Медицинская сестра`;
    `Инженер поддержки, 2 линия` / `Провайдер «Луч»`.
    """
    if not may_be_head(rows, index) or len(texts) != 1:
        return None
    text = rows[index].text
    role, company = role_strength(text), company_strength(text)
    if role == _SURE and not company and not role_strength(head.position or ""):
        return replace(head, position=tidy_name(text))
    if company == _SURE and not role and not company_strength(head.company or ""):
        return Head(tidy_name(texts[0]), company_of(text), company_first=False)
    return None


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
