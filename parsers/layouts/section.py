"""What a document is divided into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Literal

from parsers.layouts.row import Row


class SectionName(StrEnum):
    HEADER = "header"
    POSITION = "position"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    COURSES = "courses"
    SKILLS = "skills"
    LANGUAGES = "languages"
    ABOUT = "about"
    PERSONAL = "personal"
    PROJECTS = "projects"
    OTHER = "other"


LABELLED_SECTIONS: Final = (
    SectionName.HEADER,
    SectionName.PERSONAL,
    SectionName.POSITION,
    SectionName.ABOUT,
    SectionName.OTHER,
)
"""Where people write `label: value` lines about themselves."""


class Layout(StrEnum):
    """Where a resume was made; FREE is everything that nobody's export looks like."""

    HH = "hh"
    LINKEDIN = "linkedin"
    INDEED = "indeed"
    HUNTFLOW = "huntflow"
    FACULTETUS = "facultetus"
    SUPERJOB = "superjob"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under one heading; `heading` is None for what stands before the first one."""

    name: SectionName
    heading: Row | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A resume as sections, in the document's order. `today` is the day it was updated."""

    sections: tuple[Section, ...]
    layout: Layout
    language: Literal["ru", "en"]
    today: date

    def rows(self, *names: SectionName) -> tuple[Row, ...]:
        return tuple(row for section in self.named(*names) for row in section.rows)

    def named(self, *names: SectionName) -> Sequence[Section]:
        return [section for section in self.sections if section.name in names]

    @property
    def all_rows(self) -> Iterable[Row]:
        for section in self.sections:
            if section.heading is not None:
                yield section.heading
            yield from section.rows
