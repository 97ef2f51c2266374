"""Rows into sections by headings: the words of the dictionary and the looks of the line."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.fields.languages import names_language
from parsers.layouts.normalise import words_key
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Section, SectionName
from parsers.sections.headings import Heading, match_heading
from parsers.sections.hh_headings import hh_headings
from parsers.sections.unknown_headings import ends_short_section, is_subheading

_NEVER_IN_JOBS = frozenset(
    {"навыки", "ключевые навыки", "skills", "key skills", "языки", "languages", "курсы"}
)
_PASTIME = re.compile(r"интерес|хобби|увлечени|interest|hobb", re.IGNORECASE)
_LONG_SECTIONS = (SectionName.EXPERIENCE, SectionName.PROJECTS)
_SIDEBAR_SECTIONS = frozenset(
    {
        SectionName.SKILLS,
        SectionName.LANGUAGES,
        SectionName.PERSONAL,
        SectionName.COURSES,
        SectionName.OTHER,
        SectionName.ABOUT,
        SectionName.POSITION,
    }
)
_COLUMN_DISTANCE = 50.0
_COLUMN_RISE = 20.0
_INLINE_IN_JOBS = frozenset(
    {"навыки", "ключевые навыки", "skills", "key skills", "языки", "languages", "о себе"}
)


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a reader's eye sees of a heading."""

    size: int
    is_bold: bool
    is_upper: bool
    has_colon: bool
    colour: tuple[float, float, float] | None

    @classmethod
    def of(cls, row: Row) -> "_Looks":
        letters = [letter for letter in row.text if letter.isalpha()]
        return cls(
            round(row.size or 0),
            row.is_bold,
            bool(letters) and all(letter.isupper() for letter in letters),
            row.text.endswith(":"),
            row.line.colour,
        )


def group_sections(rows: Sequence[Row], layout: Layout) -> tuple[Section, ...]:
    """Sections in order; the first one is the header, which has no heading."""
    candidates = (
        hh_headings(rows) if layout is Layout.HH else [match_heading(row.text) for row in rows]
    )
    looks = _usual_looks(rows, candidates)
    sections: list[Section] = []
    name, heading, body = SectionName.HEADER, None, list[Row]()
    above: Row | None = None
    for row, candidate in zip(rows, candidates, strict=True):
        if above is not None and body and _starts_elsewhere(above, row, name, heading):
            sections.append(Section(name, heading, tuple(body)))
            name, heading, body = SectionName.HEADER, None, []
        above = row
        is_unknown = candidate is None and layout is not Layout.HH
        if is_unknown and ends_short_section(row, name, heading, body):
            sections.append(Section(name, heading, tuple(body)))
            name, heading, body = SectionName.OTHER, row, []
            continue
        is_group = name is SectionName.SKILLS and is_subheading(row, heading)
        if candidate is None or is_group or not _opens(row, candidate, name, looks, layout):
            body.append(row)
            continue
        sections.append(Section(name, heading, tuple(body)))
        if candidate.rest and candidate.name is SectionName.POSITION:
            # `Цель: ...` is one line among others, not the end of what stood above it.
            sections.append(Section(candidate.name, row, (row.cut(candidate.rest),)))
            heading, body = None, []
            continue
        name, heading, body = candidate.name, row, []
        if candidate.rest:
            body.append(row.cut(candidate.rest))
    sections.append(Section(name, heading, tuple(body)))
    return tuple(sections)


def _starts_elsewhere(above: Row, row: Row, name: SectionName, heading: Row | None) -> bool:
    """Does a short section of a sidebar end, because the next row is in another column?"""
    if (row.line.style or "") == "Footer" and (above.line.style or "") != "Footer":
        return True
    # Studies fill rows of tables, but a bold name beside them opens the main column.
    is_beside_name = name is SectionName.EDUCATION and row.is_bold and row.line.cell is not None
    if heading is None or not (name in _SIDEBAR_SECTIONS or is_beside_name):
        return False
    if above.line.cell is not None and row.line.cell is not None:
        table, line, column = row.line.cell
        return (
            above.line.cell[:2] == (table, line)
            and above.line.cell[2] < column
            and heading.line.cell == above.line.cell
        )
    if None in (above.line.x0, above.line.top, row.line.x0, row.line.top):
        return False
    is_other_column = abs((row.line.x0 or 0.0) - (above.line.x0 or 0.0)) > _COLUMN_DISTANCE
    is_higher = (row.line.top or 0.0) < (above.line.top or 0.0) - _COLUMN_RISE
    return above.line.page == row.line.page and is_other_column and is_higher


def _usual_looks(rows: Sequence[Row], candidates: Sequence[Heading | None]) -> _Looks | None:
    """How the headings of this document look, told by the strong ones."""
    seen = Counter(
        _Looks.of(row)
        for row, candidate in zip(rows, candidates, strict=True)
        if candidate is not None
        and not candidate.is_weak
        and not candidate.rest
        and row.line.cell is None
    )
    return seen.most_common(1)[0][0] if seen else None


def _opens(
    row: Row, heading: Heading, current: SectionName, usual: _Looks | None, layout: Layout
) -> bool:
    if layout is Layout.HH:
        return True
    if heading.rest:
        return _opens_inline(row, heading, current, usual)
    if row.text.endswith((".", ";")) and len(row.text) > 3:
        return False
    looks = _Looks.of(row)
    if (row.line.style or "").lower().startswith(("heading", "заголовок", "title")):
        return True
    if row.line.cell is not None and row.line.cell[2] == 0 and not row.is_bullet:
        return True  # A table form names its sections in the first column.
    if not heading.is_weak:
        return not (row.is_bullet and current in _LONG_SECTIONS and looks != usual)
    if row.is_bullet and looks != usual:
        return False
    if words_key(row.text) in _NEVER_IN_JOBS and (row.after_gap or not looks.has_colon):
        return True
    if current in _LONG_SECTIONS or current is SectionName.POSITION:
        return usual is None or _alike(looks, usual)
    return usual is None or _alike(looks, usual) or row.after_gap or current is not heading.name


def _alike(looks: _Looks, usual: _Looks) -> bool:
    if looks.size and usual.size:
        return (
            abs(looks.size - usual.size) <= 1
            and looks.is_bold == usual.is_bold
            and looks.is_upper >= usual.is_upper
        )
    return looks.is_upper == usual.is_upper and looks.has_colon == usual.has_colon


def _opens_inline(row: Row, heading: Heading, current: SectionName, usual: _Looks | None) -> bool:
    if row.is_bullet:
        return False
    if heading.name is SectionName.LANGUAGES and not names_language(heading.rest):
        return False
    if heading.name is SectionName.OTHER:
        return current is SectionName.SKILLS and bool(_PASTIME.match(row.text))
    if heading.name in (SectionName.PERSONAL, SectionName.PROJECTS):
        return False
    if current in _LONG_SECTIONS:
        head = row.text.partition(":")[0]
        if head.isupper() and usual is not None and usual.is_upper:
            return heading.name is not SectionName.EXPERIENCE
        words = words_key(row.text.partition(":")[0])
        if heading.is_weak and not (words in _INLINE_IN_JOBS and row.after_gap):
            return False
        return heading.name is not SectionName.EXPERIENCE
    if current in (SectionName.SKILLS, SectionName.EDUCATION, SectionName.COURSES):
        # "Языки программирования: ..." is a group of skills, not a new section.
        if (
            current is SectionName.SKILLS
            and heading.is_weak
            and heading.name is not SectionName.LANGUAGES
        ):
            return False
        return heading.name is not current
    return heading.name is not SectionName.EXPERIENCE
