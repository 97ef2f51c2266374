"""Rows into sections by headings: the words of the dictionary and the looks of the line."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.fields.languages import names_language
from parsers.layouts.normalise import words_key
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Section, SectionName
from parsers.sections.closing_lines import LISTING, ClosingLines
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
_NO_GROUPS = (SectionName.LANGUAGES, SectionName.COURSES, SectionName.EDUCATION)
"""`Certifications: ...` among skills is no group of theirs."""
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


@dataclass(slots=True)
class _Draft:
    """The sections so far and the one being filled, whose rows begin at the index `start`."""

    sections: list[Section] = field(default_factory=list)
    name: SectionName = SectionName.HEADER
    heading: Row | None = None
    body: list[Row] = field(default_factory=list)
    start: int = 0

    def begin(self, name: SectionName, heading: Row | None, start: int) -> None:
        self.sections.append(Section(self.name, self.heading, tuple(self.body)))
        self.name, self.heading, self.body, self.start = name, heading, [], start

    def insert(self, name: SectionName, heading: Row | None, row: Row) -> None:
        """One row is a section of its own behind what is being filled."""
        self.begin(self.name, None, self.start)
        self.sections.append(Section(name, heading, (row,)))


def group_sections(rows: Sequence[Row], layout: Layout) -> tuple[Section, ...]:
    """Sections in order; the first one is the header, which has no heading."""
    headings = (
        hh_headings(rows) if layout is Layout.HH else [match_heading(row.text) for row in rows]
    )
    looks = _usual_looks(rows, headings)
    own = ClosingLines.of(rows, headings) if layout is Layout.FREE else None
    draft = _Draft()
    above: Row | None = None
    for index, (row, heading) in enumerate(zip(rows, headings, strict=True)):
        if above is not None and draft.body and _starts_elsewhere(above, row, draft):
            draft.begin(SectionName.HEADER, None, index)
        above = row
        if own is not None and own.resumes(index, draft.name, draft.start):
            draft.begin(SectionName.HEADER, None, index)
        fact = own.closing(index, draft.name, draft.start) if own is not None else None
        if fact is not None and (fact not in LISTING or heading is None):
            draft.insert(SectionName.PERSONAL, None, row)
            draft.name = SectionName.OTHER
            continue
        is_unknown = heading is None and layout is not Layout.HH
        if is_unknown and ends_short_section(row, draft.name, draft.heading, draft.body):
            draft.begin(SectionName.OTHER, row, index + 1)
            continue
        is_group = draft.name is SectionName.SKILLS and is_subheading(row, draft.heading)
        if (
            heading is None
            or is_group
            or (fact is None and not _opens(row, heading, draft.name, looks, layout))
        ):
            draft.body.append(row)
        elif heading.rest and heading.name is SectionName.POSITION:
            # `Цель: ...` is one line among others, not the end of what stood above it.
            draft.insert(heading.name, row, row.cut(heading.rest))
        else:
            draft.begin(heading.name, row, index + 1)
            draft.body += [row.cut(heading.rest)] if heading.rest else []
    draft.begin(SectionName.OTHER, None, len(rows))
    return tuple(draft.sections)


def _starts_elsewhere(above: Row, row: Row, draft: _Draft) -> bool:
    """Does a short section of a sidebar end, because the next row is in another column?"""
    name, heading = draft.name, draft.heading
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
        if current is SectionName.SKILLS and heading.is_weak and heading.name not in _NO_GROUPS:
            return False
        return heading.name is not current
    return heading.name is not SectionName.EXPERIENCE
