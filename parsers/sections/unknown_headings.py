"""Headings that no dictionary has, told by looking as the heading above them does.

They matter below short lists: `Волонтёрство в приюте` ends the skills and starts nothing known.
"""

import re
from collections.abc import Sequence
from typing import Final

from parsers.layouts.row import Row
from parsers.layouts.section import SectionName

_SHORT: Final = frozenset(
    {
        SectionName.SKILLS,
        SectionName.LANGUAGES,
        SectionName.COURSES,
        SectionName.EDUCATION,
        SectionName.ABOUT,
        SectionName.PERSONAL,
    }
)
_MAX_LENGTH: Final = 50
_SIZE_STEP: Final = 0.4
_LEVEL: Final = re.compile(r"(?:heading|заголовок)\s*(?P<level>\d)", re.IGNORECASE)


def ends_short_section(
    row: Row, name: SectionName, heading: Row | None, body: Sequence[Row]
) -> bool:
    """Is the row a heading of the same rank as the one of the section that it stands in?"""
    if name not in _SHORT or heading is None or not body or row.is_bullet:
        return False
    if len(row.text) > _MAX_LENGTH or row.text.endswith((".", ",", ";")) or ":" in row.text[:-1]:
        return False
    level, rank = _level(row), _level(heading)
    if level is not None and rank is not None:
        return level <= rank
    if row.size is None or heading.size is None or row.line.cell is not None:
        return False
    largest = max(other.size or 0.0 for other in body)
    is_as_large = row.size >= heading.size - _SIZE_STEP and row.size > largest + _SIZE_STEP
    return is_as_large and row.is_bold >= heading.is_bold


def is_subheading(row: Row, heading: Row | None) -> bool:
    """Does the format itself rank the row below its section's heading?"""
    level, rank = _level(row), _level(heading) if heading is not None else None
    return level is not None and rank is not None and level > rank


def _level(row: Row) -> int | None:
    match = _LEVEL.match(row.line.style or "")
    return int(match["level"]) if match else None
