"""Careers under headings of a person's own: `Where I have worked`, `Military experience`."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from parsers.fields.dates import find_points
from parsers.fields.jobs.spans import Span, find_spans
from parsers.fields.words import role_strength
from parsers.layouts.row import Row
from parsers.layouts.section import Section, SectionName

_WORK: Final = re.compile(
    r"(?<!\w)(?:опыт|работ(?:а(?:л[аи]?|ю)?|ы|у|е)(?!\w)|труд(?:ов|и(?:л|ть))|карьер|служб[аы]|служил|"
    r"(?:work|employ|career|jobs?(?!\w)|experience|occupation|service history|deployment))",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"образован|обуч|учил|курс|навык|умени|проект|ищу|жела|цел[ьи]|услови|график|формат|"
    r"related|training|educat|stud|skill|project|seek|want|looking|objective|sample|authori|permit|"
    r"preferences?|volunteer|волонт|areas? of",
    re.IGNORECASE,
)
_CUT_OFF: Final = (SectionName.ABOUT, SectionName.OTHER, SectionName.PROJECTS)
_LONGEST: Final = 8
_MOST_LETTERS: Final = 60


def career_of(section: Section) -> Sequence[Row]:
    """The rows under a heading about work, the section's own or one among its rows."""
    if section.heading is not None and _is_about_work(section.heading.text):
        return section.rows
    for index, row in enumerate(section.rows):
        if _stands_out(row) and _is_about_work(row.text):
            below = section.rows[index + 1 :]
            return list(takewhile(partial(_is_below, row), below))
    return ()


def goes_on(career: Sequence[Row], section: Section) -> Sequence[Row]:
    """The jobs of a section that a line of a job's text began: `О себе: не боюсь задач`.

    Both have jobs whose dates and their length fill a row, which nothing else has.
    """
    if section.name not in _CUT_OFF or not _measured(career):
        return ()
    spans = _measured(section.rows)
    return section.rows[spans[0].first :] if spans else ()


def _measured(rows: Sequence[Row]) -> list[Span]:
    return [span for span in find_spans(rows) if span.is_alone and span.has_length]


def _is_about_work(text: str) -> bool:
    """A few words about work, none of them a trade, a date or another section's."""
    return (
        len(text.split()) <= _LONGEST
        and len(text) <= _MOST_LETTERS
        and bool(_WORK.search(text))
        and not _OTHER.search(text)
        and not find_points(text)
        and role_strength(text) < 2
    )


def _stands_out(row: Row) -> bool:
    is_styled = (row.line.style or "").lower().startswith(("heading", "заголовок"))
    return not row.is_bullet and (row.is_bold or row.text.isupper() or is_styled)


def _is_below(heading: Row, row: Row) -> bool:
    """Is the row no heading of the same rank?"""
    looks = [(one.is_bold, one.size, one.text.isupper(), one.line.style) for one in (row, heading)]
    if looks[0] != looks[1] or row.is_bullet or find_points(row.text):
        return True
    if not row.text.isupper() and not row.after_gap:
        return True  # A company or a title of the same looks.
    return role_strength(row.text) == 2
