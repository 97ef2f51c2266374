"""Where facts about the person end the jobs, skills or studies that stand above them.

A job has lines with the same labels (`Город: Казань`, `Навыки: SQL`): only those behind all dates
of the stretch that no job above has too are the person's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from parsers.fields.dates import find_ranges
from parsers.fields.words import is_sentence
from parsers.layouts.row import Row
from parsers.layouts.section import SectionName
from parsers.sections.headings import Heading
from parsers.sections.own_lines import Fact, fact_of

_JOBS: Final = (SectionName.EXPERIENCE, SectionName.PROJECTS, SectionName.HEADER)
"""Short texts have their jobs right under the name."""
_STUDIES: Final = (SectionName.EDUCATION, SectionName.COURSES)
_LISTS: Final = (SectionName.SKILLS, SectionName.LANGUAGES)
LISTING: Final = (Fact.SKILLS, Fact.TOOLS, Fact.LANGUAGES)
_ENDING_LISTS: Final = (Fact.CITY, Fact.AGE, Fact.SALARY, Fact.CONTACT, Fact.TERMS)
_ENOUGH: Final = 2
"""Different facts in a row are nobody's description of a job."""


@dataclass(frozen=True, slots=True)
class ClosingLines:
    """What the rows of a document tell about the person, and how far each stretch reaches.

    `ends` has for each row the index of the next heading that stands alone, `dated` tells which
    rows have a range of dates, `labelled` which begin with a heading, `names_skills` and
    `names_jobs` that a heading alone does so.
    """

    rows: Sequence[Row]
    facts: Sequence[Fact | None]
    ends: Sequence[int]
    dated: Sequence[bool]
    labelled: Sequence[bool]
    names_skills: bool
    names_jobs: bool

    @classmethod
    def of(cls, rows: Sequence[Row], headings: Sequence[Heading | None]) -> "ClosingLines":
        alone = [
            heading is not None
            and not heading.rest
            and not (heading.is_weak and row.text.endswith(":"))
            for heading, row in zip(headings, rows, strict=True)
        ]
        ends, end = [], len(rows)
        for index in reversed(range(len(rows))):
            ends.append(end)
            end = index if alone[index] else end
        named = {
            heading.name
            for heading, is_alone in zip(headings, alone, strict=True)
            if heading is not None and is_alone
        }
        return cls(
            rows,
            [fact_of(row) for row in rows],
            ends[::-1],
            [bool(find_ranges(row.text)) for row in rows],
            [heading is not None and bool(heading.rest) for heading in headings],
            names_skills=SectionName.SKILLS in named,
            names_jobs=SectionName.EXPERIENCE in named,
        )

    def closing(self, index: int, name: SectionName, start: int) -> Fact | None:
        """The fact that ends the section which began at `start`; None where it goes on."""
        fact = self.facts[index]
        if fact is None:
            return None
        if name in _LISTS:
            return fact if fact in _ENDING_LISTS else None
        if name is SectionName.OTHER and index and self.facts[index - 1] is not None:
            return fact if fact in LISTING else None
        if name in _STUDIES and fact in (Fact.SALARY, Fact.AGE):
            return fact
        if name is SectionName.HEADER and fact in LISTING:
            return None  # Its headings open wherever they stand.
        if name not in (*_JOBS, *_STUDIES) or index == start:
            return None
        return fact if self._is_own(index, name, start) else None

    def resumes(self, index: int, name: SectionName, start: int) -> bool:
        """Does a row with dates end a list that began on its heading's line (`Навыки: Excel`)?"""
        is_listed = name in _LISTS and start > 0 and self.facts[start - 1] in LISTING
        if not is_listed or not self.dated[index] or self.facts[index] is not None:
            return False
        return ":" in self.rows[start - 1].text[:-1] and not self.names_jobs

    def _is_own(self, index: int, name: SectionName, start: int) -> bool:
        fact, end = self.facts[index], self.ends[index]
        behind = range(index + 1, end)
        if any(self.dated[row] and self.facts[row] is None for row in behind):
            return False
        if name in _JOBS and not any(self.dated[start:index]):
            return False
        if fact in self.facts[start:index] and fact not in (Fact.SALARY, Fact.AGE):
            return False
        if fact is Fact.TOOLS and not self.rows[index].after_gap:
            return False
        if fact in (Fact.SKILLS, Fact.TOOLS) and self.names_skills:
            return False
        if fact is Fact.AGE or len(self._run(index)) >= _ENOUGH:
            return True
        if fact in LISTING and self.rows[index].text.endswith(":"):
            return not any(is_sentence(self.rows[row].text) for row in behind)
        return all(self.facts[row] is not None or self.labelled[row] for row in behind)

    def _run(self, index: int) -> set[Fact]:
        """The different facts of the neighbouring rows from here on."""
        told: set[Fact] = set()
        for fact in self.facts[index : self.ends[index]]:
            if fact is None:
                break
            told.add(fact)
        return told
