"""The audit: mean score and shortlist rate by age band and by city, as a picture and as a PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.pictures.intervals import (
    Interval,
    IntervalColumn,
    Place,
    column_height,
    draw_column,
    first_row_middle,
)
from bot.pictures.lettering import percent_sign
from bot.pictures.sheet import (
    BLUE,
    MARGIN,
    ORANGE,
    PALE_INK,
    WIDTH,
    Sheet,
    line_height,
    lines_of,
    pdf_of,
)

MOST_GROUPS = 12
"""So many groups of a section are in the picture; the PDF has all of them."""
_ROW = 0.3
_NAMES = 1.66
_SMALL = 8.5
_A4 = (8.27, 11.69)
_A4_MARGIN = 0.7
_A4_NAMES = 1.9
_A4_ROWS = 24


@dataclass(frozen=True)
class Group:
    """One age band or city with `count` resumes.

    `score` is in points of 0..100, `shortlist_rate` in per cent; None where there are too few.
    """

    name: str
    count: int
    score: Interval | None
    shortlist_rate: Interval | None


@dataclass(frozen=True)
class Section:
    """One way to group the same resumes, e.g. by age."""

    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class AuditWords:
    """`score` and `shortlist_rate` head narrow columns: at most about 14 letters.

    `notes` tell how the figures were made: what counts as a shortlist, what the intervals are.
    """

    title: str
    score: str
    shortlist_rate: str
    too_few: str
    notes: tuple[str, ...] = ()
    decimal_mark: str = "."


@dataclass(frozen=True)
class AuditFacts:
    """`overall_score` and `overall_rate` are over all resumes, drawn as dashed lines."""

    words: AuditWords
    sections: tuple[Section, ...]
    overall_score: float | None
    overall_rate: float | None


def draw_audit(facts: AuditFacts) -> bytes:
    """A PNG with the first MOST_GROUPS groups of each section."""
    sections = [replace(one, groups=one.groups[:MOST_GROUPS]) for one in facts.sections]
    width = WIDTH - 2 * MARGIN
    notes = [line for text in facts.words.notes for line in lines_of(text, width, _SMALL)]
    height = sum(_section_height(section) for section in sections)
    sheet = Sheet(0.6 + height + 0.15 + len(notes) * line_height(_SMALL))
    sheet.write(facts.words.title, MARGIN, 0.25, size=12, bold=True, width=width)
    top = 0.5
    for section in sections:
        _draw_section(sheet, facts, section, top, MARGIN, _NAMES, figures=0.0)
        top += _section_height(section)
    top += 0.1
    for line in notes:
        sheet.write(line, MARGIN, top, size=_SMALL, color=PALE_INK)
        top += line_height(_SMALL)
    return sheet.png()


def draw_audit_pdf(facts: AuditFacts) -> bytes:
    """A PDF of A4 pages with every group, its figures in words too, and the notes."""
    pages = list(_pages(facts.sections))
    sheets = [_page(facts, section, place, len(pages)) for place, section in enumerate(pages, 1)]
    return pdf_of(sheets, facts.words.title)


def _pages(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Each section on pages of its own; an audit without groups has one empty page."""
    for section in sections or (Section("", ()),):
        for first in range(0, max(1, len(section.groups)), _A4_ROWS):
            yield replace(section, groups=section.groups[first : first + _A4_ROWS])


def _page(facts: AuditFacts, section: Section, number: int, count: int) -> Sheet:
    width, height = _A4
    sheet = Sheet(height, width)
    room = width - 2 * _A4_MARGIN
    sheet.write(facts.words.title, _A4_MARGIN, 0.8, size=16, bold=True, width=room)
    _draw_section(sheet, facts, section, 1.15, _A4_MARGIN, _A4_NAMES, figures=1.3)
    lines = [line for text in facts.words.notes for line in lines_of(text, room, 9)]
    top = height - 0.9 - len(lines) * line_height(9)
    for line in lines:
        sheet.write(line, _A4_MARGIN, top, size=9, color=PALE_INK)
        top += line_height(9)
    place = f"{number} / {count}"
    sheet.write(place, width - _A4_MARGIN, height - 0.5, size=9, color=PALE_INK, side="right")
    return sheet


def _section_height(section: Section) -> float:
    return 0.3 + column_height(len(section.groups), _ROW) + 0.15 if section.groups else 0.0


def _draw_section(
    sheet: Sheet,
    facts: AuditFacts,
    section: Section,
    top: float,
    left: float,
    names: float,
    *,
    figures: float,
) -> None:
    if not section.groups:
        return
    words = facts.words
    room = sheet.width - 2 * left
    sheet.write(section.title, left, top + 0.1, size=10.5, bold=True, width=room)
    top += 0.3
    width = (room - names - 0.2) / 2
    place = Place(left + names, top, width, _ROW, figures)
    middle = first_row_middle(place)
    for row, group in enumerate(section.groups):
        count = f"{group.count:,}".replace(",", "\u2009")
        at = middle + row * _ROW
        taken = sheet.write(count, left + names - 0.1, at, size=8, color=PALE_INK, side="right")
        sheet.write(group.name, left, at, size=9, width=names - taken - 0.2)
    scores = tuple(group.score for group in section.groups)
    rates = tuple(group.shortlist_rate for group in section.groups)
    mark = words.decimal_mark
    score = IntervalColumn(words.score, scores, facts.overall_score, words.too_few, "", BLUE, mark)
    rate = IntervalColumn(
        words.shortlist_rate,
        rates,
        facts.overall_rate,
        words.too_few,
        percent_sign(mark),
        ORANGE,
        mark,
    )
    draw_column(sheet, score, place)
    draw_column(sheet, rate, replace(place, left=left + names + width + 0.2))
