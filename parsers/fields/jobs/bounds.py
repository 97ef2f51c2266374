"""Where a job of a free-form resume begins: which rows above its dates are its head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parsers.fields.durations import duration_at_start
from parsers.fields.jobs.head import read_head
from parsers.fields.jobs.labels import DUTY_LABEL
from parsers.fields.jobs.separators import COMMA_SPLIT, split_outside_brackets
from parsers.fields.jobs.span import Span
from parsers.fields.jobs.trades import reads_as_trade
from parsers.fields.words import company_strength, is_sentence, role_strength, tells_a_duty
from parsers.layouts.row import Row

_MAX_HEAD_ROWS: Final = 4


_BLIND_REACH: Final = 2
_MAX_LOWER_WORDS: Final = 5


_MAX_HEAD_LENGTH: Final = 110
_MAX_NAMED_WORDS: Final = 10


DUTIES: Final = re.compile(
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


_WISH: Final = re.compile(r"(?:ищу|хочу|рассмотрю|рассматриваю|looking for|seeking)\s", re.I)


_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|pvt|г|llc|др|jr|sr|dept|кат|разр)\.)$|(?:^|[\s.])(?-i:[A-ZА-ЯЁ])\.$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Habit:
    """How this document writes its jobs.

    `above` is how many head rows stand above the dates. `below_is_head` tells that the row
    under the dates belongs to the head too, `rows_below` how many of them do in most jobs.
    `company_first` is the usual order; `in_one_line` tells that a comma parts title and company.
    """

    above: int
    below_is_head: bool
    company_first: bool | None
    carries_company: bool
    rows_below: int = 0
    in_one_line: bool = False


def rows_above_first(rows: Sequence[Row], spans: Sequence[Span]) -> int:
    """Head rows over the first dates; an introduction above them is not counted."""
    first = spans[0].first
    if first == 0:
        return 0
    above = 0
    while above < min(first, _MAX_HEAD_ROWS) and may_be_head(rows, first - above - 1):
        above += 1
    if first > _MAX_HEAD_ROWS or above < first:
        # Prose stands above: only rows that read as a title or a company count.
        named = [_is_named(rows[first - step - 1]) for step in range(above)]
        above = max((step + 1 for step, is_named in enumerate(named) if is_named), default=0)
    return above


def _is_named(row: Row) -> bool:
    return role_strength(row.text) == 2 or company_strength(row.text) > 0 or row.is_bold


def may_be_head(rows: Sequence[Row], index: int) -> bool:
    if not 0 <= index < len(rows):
        return False
    row = rows[index]
    text = row.text
    if row.is_bullet or DUTIES.match(text) or DUTY_LABEL.match(text) or _WISH.match(text):
        return False
    if _SEPARATED.search(text) and role_strength(_SEPARATED.split(text)[0]) == 2:
        return len(text) <= 2 * _MAX_HEAD_LENGTH
    if len(text) > _MAX_HEAD_LENGTH:
        return False
    if text.endswith(_ENDS) and not (_ABBREVIATED.search(text) or _names_two(text)):
        return False
    return (
        not is_sentence(text)
        and any(letter.isalpha() for letter in text)
        and (row.line.cell is not None or not text[:1].islower() or _is_short_name(text))
    )


def _names_two(text: str) -> bool:
    """`Школа № 2. Сторож.`: names that their writer ended like sentences."""
    parts = [part for part in split_outside_brackets(COMMA_SPLIT, text.rstrip(" .")) if part]
    if (
        not text.endswith(".")
        or not text[:1].isupper()
        or len(parts) != 2
        or len(text.split()) > _MAX_NAMED_WORDS
    ):
        return False
    names_trade = any(role_strength(part) == 2 or reads_as_trade(part) for part in parts)
    return names_trade and not any(map(tells_a_duty, parts))


def _is_short_name(text: str) -> bool:
    """Titles and companies in lower case; lower case otherwise goes on with a sentence."""
    if company_strength(text) and len(text.split()) <= _MAX_LOWER_WORDS:
        return True
    first = re.split(r"[|@/,(]|\s[—–-]\s", text, maxsplit=1)[0].strip()
    return len(first.split()) <= 4 and role_strength(first) == 2


def is_next_head(rows: Sequence[Row], spans: Sequence[Span], number: int, above: int) -> bool:
    """Is the row under these dates already the head of the next ones?"""
    if number + 1 >= len(spans):
        return False
    return spans[number].last + 1 >= spans[number + 1].first - above


def top_of(rows: Sequence[Row], spans: Sequence[Span], number: int, habit: Habit) -> int:
    """The first row of a job's block: its highest head row."""
    span = spans[number]
    floor = spans[number - 1].last + 1 if number else 0
    if number and habit.below_is_head and not spans[number - 1].beside:
        floor = min(floor + 1, span.first)
    index = span.first
    reach = habit.above or (_BLIND_REACH if _needs_head_above(rows, span) else 0)
    while index > floor and span.first - index < reach and may_be_head(rows, index - 1):
        if habit.carries_company and is_duration(rows[index - 1].text):
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
    return span.is_alone and not span.beside and not may_be_head(rows, span.last + 1)


def _company_stands_above(rows: Sequence[Row], index: int, span: Span) -> bool:
    """A title alone whose company is the row over it, in the same block."""
    if rows[index].after_gap or not may_be_head(rows, index - 1):
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


def is_duration(text: str) -> bool:
    duration = duration_at_start(text)
    return bool(duration and duration[1] >= len(text) - 2)
