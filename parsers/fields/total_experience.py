"""Total experience in months as the document states it."""

import re
from typing import Final

from parsers.fields.durations import duration_at_start, find_duration
from parsers.layouts.section import Outline, SectionName

_LABEL: Final = re.compile(
    r"(?:общий\s+(?:трудовой\s+)?(?:стаж|опыт)(?:\s+работы)?|(?:трудовой\s+)?стаж(?:\s+работы)?|"
    r"total\s+(?:work\s+|years\s+of\s+)?experience)\s*(?:[:\-–—]|составляет)?\s*",
    re.IGNORECASE,
)
_MAX_MONTHS: Final = 70 * 12


def extract_total_experience_months(outline: Outline) -> int | None:
    """`Опыт работы — 3 года 10 месяцев` of a heading, or a labelled line; None if unstated."""
    for section in outline.named(SectionName.EXPERIENCE):
        if section.heading is not None:
            months = find_duration(section.heading.text)
            if months is not None:
                return months if 0 < months <= _MAX_MONTHS else None
    for row in outline.all_rows:
        label = _LABEL.search(row.text) if len(row.text) < 120 else None
        stated = duration_at_start(row.text[label.end() :]) if label else None
        if stated is not None and 0 < stated[0] <= _MAX_MONTHS:
            return stated[0]
    return None
