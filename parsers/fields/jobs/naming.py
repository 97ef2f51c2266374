"""Which rows about its dates name a job, told by words and by how the document does it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

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
from parsers.fields.jobs.labels import ANY_LABEL, NAME_LABEL
from parsers.fields.jobs.parts import is_noise, is_place
from parsers.fields.jobs.separators import COMMA_SPLIT, DASH_SPLIT, split_outside_brackets
from parsers.fields.jobs.span import Span
from parsers.fields.jobs.text import tidy_name
from parsers.fields.jobs.trades import reads_as_trade
from parsers.fields.words import company_strength, is_sentence, role_strength
from parsers.layouts.normalise import without_sign
from parsers.layouts.row import Row

_SURE: Final = 2
_PRACTICE: Final = re.compile(r"(?:\w+ )?(?:практика|стажировка|internship|placement)", re.I)
_MAX_ROWS_BELOW: Final = 4


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
    heads = []
    for number, span in enumerate(spans):
        top = top_of(rows, spans, number, habit)
        heads.append((*head_of(rows, span, top, len(rows), habit), rows[top : span.first], span))
    votes = [head.company_first for head, *_ in heads]
    company, title = votes.count(True), votes.count(False)
    if title_first or company == title == 0:
        company_first = not title_first and above != 1
    else:
        company_first = company >= title
    return replace(
        habit,
        company_first=company_first,
        rows_below=_usual_rows_below(heads),
        in_one_line=any(_is_one_line(*read) for read in heads),
    )


_Read = tuple[Head, int, Sequence[Row], Span]


def _usual_rows_below(heads: Sequence[_Read]) -> int:
    """How many rows under the dates name most of the jobs whose head is sure."""
    sure = [used for head, used, *_ in heads if head.is_whole and _is_sure(head)]
    if not sure:
        return 0
    usual, count = Counter(sure).most_common(1)[0]
    return usual if 2 * count > len(heads) else 0


def _is_sure(head: Head) -> bool:
    return role_strength(head.position or "") == _SURE


def _is_one_line(head: Head, used: int, above: Sequence[Row], span: Span) -> bool:
    """Were title and company told apart inside one row, at a comma?"""
    texts = [row.text for row in (*above, *span.beside)]
    is_told = _is_sure(head) or reads_as_trade(head.position or "")
    if not head.is_whole or not is_told or used or len(texts) != 1:
        return False
    return len(split_outside_brackets(COMMA_SPLIT, texts[0])) == 2 and not DASH_SPLIT.search(
        texts[0]
    )


def head_of(
    rows: Sequence[Row], span: Span, top: int, until: int, habit: Habit
) -> tuple[Head, int]:
    """(head, how many rows under the dates belong to it)."""
    texts = [without_sign(row.text) for row in (*rows[top : span.first], *span.beside)]
    texts = [text for text in texts if not is_duration(text)]
    head = read_head(texts, company_first=habit.company_first, in_one_line=habit.in_one_line)
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
        is_usual = step < habit.rows_below and may_be_head(rows, index)
        if not is_usual and not _joins_head(rows, index, texts, head, habit):
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
    is_open = not role_strength(head.position or "") and not _PRACTICE.match(head.position or "")
    if role == _SURE and not company and is_open:
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
