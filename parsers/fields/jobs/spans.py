"""Where a job's dates stand, whatever stands between their halves.

A range may be whole on one line, or be taken apart by an extractor that reads across columns:
`Декабрь 2023 — Компания` / `настоящее время` / `Город` / `1 год 6 месяцев` (FORMATS.md 1).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.fields.dates import (
    DateRange,
    find_half_range,
    find_open_range,
    find_points,
    find_ranges,
)
from parsers.fields.durations import duration_at_start
from parsers.fields.jobs.halves import halved_span
from parsers.fields.jobs.span import Span, take_duration, trimmed, without_duration
from parsers.fields.words import company_strength, role_strength, tells_a_duty
from parsers.layouts.row import Row

__all__ = ["Span", "find_spans", "without_coarse_dates"]

_NUMBER = re.compile(r"^\s*\d{1,2}[.)]\s*$")
_ENDS_SHORT = re.compile(r"(?:\b(?:г|гг|inc|ltd|co|corp|мес|[A-Za-zА-Яа-я])\.)$", re.IGNORECASE)
_SURE = 2
_YEAR_LENGTH = 4
_NEAR = 4
_BRACKETED_DATE = re.compile(r"\([^()\d]+\s(?:19|20)\d\d\)$")
"""`(Summer 2021)`, `(июль 2022)`; a year alone is an award's."""
_LONGEST_COMPANY = 8
_IN_REMARK = re.compile(r"\([^()]*:\s*$")
"""`Вакцинация (сезон: март 2022 — май 2022)`."""
_ASIDE = re.compile(r"^\s*\([а-яёa-z][^()\d]{2,40}\)\s*[-–—:,]?\s*(?=[«\"A-ZА-ЯЁ])")
"""`(по совместительству) — ` between the dates and the names."""
_MARKS = " -–—•·*▫▪◾🔹🔸\ufe0f"
_LEAD = re.compile(
    r"^(?:(?:а\s+)?(?:до этого|до того|(?:последнее|предыдущее) место(?: работы)?|"
    r"раньше|ранее|затем|потом|после(?: этого)?|сейчас|теперь)|"
    r"before that|(?:and )?then|previously|now|currently)[\s,:–—-]+$",
    re.IGNORECASE,
)
"""`До этого 2011-2016 Луч, сварщик`: when, told as in a talk."""
_MAX_REST = 140
_MAX_OPEN = 110


def find_spans(
    rows: Sequence[Row],
    may_start: Callable[[Row], bool] = lambda row: True,
    *,
    with_points: bool = False,
) -> list[Span]:
    """All job dates in order; ranges inside sentences are not jobs.

    `may_start` tells which rows of this layout a job's dates can begin on; `with_points` that a
    single date may be a short job's (`Summer 2021`).
    """
    spans: list[Span] = []
    index = 0
    while index < len(rows):
        span = None
        if may_start(rows[index]):
            span = _whole(rows, index) or halved_span(rows, index)
            if span is None and with_points:
                span = _pointed(rows, index)
        if span is None:
            index += 1
        else:
            spans.append(span)
            index = span.last + 1
    return spans


def without_coarse_dates(rows: Sequence[Row]) -> list[Row]:
    """The rows without the dates that a job's own row tells again by months."""
    spans = find_spans(rows)
    coarse = {one.first for one, below in pairwise(spans) if _is_told_again(one, below)}
    return [row for index, row in enumerate(rows) if index not in coarse]


def _is_told_again(span: Span, below: Span) -> bool:
    """`2023 → now` over a name whose own row says `с января 2023`: the finer dates count."""
    if not (span.is_alone and below.is_alone) or below.first - span.last > _NEAR:
        return False
    if len(span.start) != _YEAR_LENGTH or len(below.start) == _YEAR_LENGTH:
        return False
    ends = (span.end or "", (below.end or "")[:_YEAR_LENGTH])
    return span.start == below.start[:_YEAR_LENGTH] and ends[0] == ends[1]


def _whole(rows: Sequence[Row], index: int) -> Span | None:
    row = rows[index]
    ranges = find_ranges(row.text) or _open_range(row.text)
    if not ranges or (row.is_bullet and len(row.text) > 90):
        return None
    found = ranges[0]
    if len(ranges) > 1 and _lists_dates(row.text, ranges):
        return None
    before = _LEAD.sub("", row.text[: found.span[0]])
    after = _ASIDE.sub(" ", row.text[found.span[1] :])
    if not _is_head(before, after):
        return None
    after, has_duration = without_duration(after)
    texts = [trimmed(_NUMBER.sub("", before)), trimmed(after)]
    beside = [row.cut(text) for text in texts if text]
    last = index
    if not has_duration:
        last, tail = take_duration(rows, index, 1)
        beside += tail
    return Span(
        found.start,
        found.end,
        found.is_current,
        index,
        last,
        tuple(beside),
        is_alone=not any(texts),
        has_length=has_duration or last > index,
    )


def _lists_dates(text: str, ranges: Sequence[DateRange]) -> bool:
    """`Курсы: механика (2011-2024), оптика (2015-н.в.).`: several things with dates in a row."""
    between = text[ranges[0].span[1] : ranges[1].span[0]]
    return (
        any(letter.isalpha() for letter in between)
        and role_strength(text[: ranges[0].span[0]]) < _SURE
    )


def _pointed(rows: Sequence[Row], index: int) -> Span | None:
    """`2022 – практика в ООО «Луч», стажёр`, or `Summer 2021` under its head."""
    row = rows[index]
    points = find_points(row.text) if len(row.text) < _MAX_REST and not row.is_bullet else []
    if len(points) != 1:
        return None
    point, (start, end) = points[0]
    before, after = trimmed(row.text[:start]), trimmed(row.text[end:])
    rest = after or before
    if (before and after) or row.text.endswith(";"):
        return None
    if rest and not (
        role_strength(rest) == _SURE
        and (company_strength(rest) or _BRACKETED_DATE.search(row.text))
    ):
        return None
    if not rest and not (index and _names_a_role(rows[index - 1])):
        return None
    beside = (row.cut(rest),) if rest else ()
    return Span(point, point, False, index, index, beside, is_alone=not rest, has_length=False)


def _names_a_role(row: Row) -> bool:
    return role_strength(row.text) == _SURE and not row.is_bullet and not find_points(row.text)


def _open_range(text: str) -> list[DateRange]:
    """`с марта 2020 г.` at an end of a short line, `March 2020 →`: a job that goes on."""
    half = find_half_range(text) if text.endswith("→") else None
    if half is not None:
        return [replace(half, is_current=True)]
    found = find_open_range(text) if len(text) < _MAX_OPEN else None
    if found is None:
        return []
    is_behind = bool(text[: found.span[0]].strip(_MARKS))
    if is_behind and found.span[1] < len(text.rstrip(" ).г")):
        return []
    return [found]


def _is_head(before: str, after: str) -> bool:
    """A range heads a job at an end of its line or in brackets, not amid a sentence."""
    before, after = _NUMBER.sub("", before).strip(), after.strip()
    if _IN_REMARK.search(before):
        return False
    if len(before) + len(after) > _MAX_REST or _goes_on_as_a_sentence(before, after):
        return False
    if not before.strip("[( ") or not after.strip(" )].,;|"):
        return not before.endswith((" в", " за", " in", " during", " с")) or not after
    duration = duration_at_start(after.lstrip(" ,;|)(-–—"))
    if duration is not None:
        return True
    if (
        len(before.split()) <= 6
        and len(after.split()) <= 6
        and before[0].isupper()
        and after[0].isupper()
    ):
        return not after.endswith(".")
    if role_strength(after.strip(" .,")) == _SURE and len(before.split()) <= _LONGEST_COMPANY:
        return True  # `Acme, Finland. 2014 - 2020. Rust developer.`
    return before.endswith(("(", "|", ",", "•", "/", ":", "—", "–", "-")) or after.startswith(
        (")", "|", ",", "•", "/", ":", "—", "–", "-")
    )


def _goes_on_as_a_sentence(before: str, after: str) -> bool:
    """`С 2018 по 2023 вела кружок.`, `Миграция 2022-2023: PostgreSQL 11 на 15.`"""
    words = after.lstrip(" ,;:)").split()
    if after[:1].islower() and tells_a_duty(after):
        return True
    ends = after.endswith(".") and len(words) > 2 and not _ENDS_SHORT.search(after)
    return ends and bool(before.strip("[( ")) and role_strength(after.rstrip(".")) < 2
