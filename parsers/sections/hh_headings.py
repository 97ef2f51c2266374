"""Headings of hh.ru's layouts: its own words only, and none that a person wrote into a job."""

import re
from collections.abc import Sequence
from typing import Final

from parsers.fields.jobs.hh_dates import read_date_cells
from parsers.layouts.normalise import words_key
from parsers.layouts.row import Row
from parsers.layouts.section import SectionName
from parsers.sections.headings import Heading, match_heading

_EXPERIENCE: Final = ("опыт работы", "work experience")
_OWN: Final = frozenset(
    {
        "желаемая должность и зарплата",
        "образование",
        "высшее образование",
        "повышение квалификации курсы",
        "тесты экзамены",
        "электронные сертификаты",
        "ключевые навыки",
        "навыки",
        "уровни владения навыками",
        "skill proficiency levels",
        "знание языков",
        "опыт вождения",
        "дополнительная информация",
        "обо мне",
        "рекомендации",
        "портфолио",
        "сопроводительное письмо",
        "история общения с кандидатом",
        "гражданство время в пути до работы",
        "контакты",
        "desired position and salary",
        "education",
        "higher education",
        "professional development courses",
        "tests examinations",
        "electronic certificates",
        "key skills",
        "skills",
        "languages",
        "driving experience",
        "additional information",
        "about me",
        "recommendations",
        "portfolio",
        "contacts",
        "citizenship travel time to work",
    }
)
_LEVELS: Final = frozenset(
    {
        "высшее",
        "высшее образование",
        "неоконченное высшее",
        "неоконченное высшее образование",
        "незаконченное высшее",
        "среднее",
        "среднее образование",
        "среднее специальное",
        "среднее специальное образование",
        "бакалавр",
        "магистр",
        "кандидат наук",
        "доктор наук",
        "уровень",
        "higher",
        "higher education",
        "incomplete higher",
        "incomplete higher education",
        "unfinished higher education",
        "secondary",
        "secondary education",
        "secondary special",
        "special secondary",
        "vocational secondary",
        "bachelor",
        "master",
        "candidate of science",
        "doctor of science",
        "level",
    }
)
"""Levels of education: lines in the downloads, headings on the site's pages."""
_OF_DOWNLOAD: Final = ("желаемая должность и зарплата", "desired position and salary")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?!\d|\s*[-–—])")
_RIGHT_COLUMN: Final = 110.0
_HEADING_SIZE: Final = 10.5
_GREY: Final = (0.5, 0.85)
_LEVEL_REACH: Final = 2


def hh_headings(rows: Sequence[Row]) -> list[Heading | None]:
    """For each row, the section it opens."""
    found = [_own_heading(rows, index) for index in range(len(rows))]
    experience = next(
        (i for i, heading in enumerate(found) if heading and _is_experience(heading)), None
    )
    if experience is None:
        return found
    last = max(_last_dates(rows, experience), _education_of_download(rows, experience) - 1)
    for index, heading in enumerate(found[experience + 1 :], start=experience + 1):
        if heading is not None and (
            index <= last or _is_experience(heading) or _stands_inside(rows, experience, index)
        ):
            found[index] = None
        elif heading is not None:
            break  # The first heading behind the jobs: no later one can be a part of them.
    return found


def _own_heading(rows: Sequence[Row], index: int) -> Heading | None:
    row = rows[index]
    if row.is_bullet or row.text.endswith((":", ".", ";")):
        return None
    key = words_key(row.text.partition(" — ")[0].partition(" - ")[0])
    if key in _LEVELS and _names_year(rows, index + 1):
        return Heading(SectionName.EDUCATION, False)
    if key not in _OWN and not key.startswith(_EXPERIENCE):
        return None
    heading = match_heading(row.text)
    if heading is None or heading.rest:
        return None
    if _is_experience(heading) != key.startswith(_EXPERIENCE):
        return None
    return heading


def _is_experience(heading: Heading) -> bool:
    return heading.name is SectionName.EXPERIENCE


def _names_year(rows: Sequence[Row], index: int) -> bool:
    return index < len(rows) and bool(_YEAR.match(rows[index].text))


def _last_dates(rows: Sequence[Row], experience: int) -> int:
    """The last row of the last job's dates: everything above it belongs to jobs."""
    spans = read_date_cells(rows[experience + 1 :])
    return experience + 1 + spans[-1].last if spans and spans[-1].has_length else -1


def _education_of_download(rows: Sequence[Row], experience: int) -> int:
    """The download's education block, named and with a level, follows the jobs at once."""
    if not any(words_key(row.text) in _OF_DOWNLOAD for row in rows[:experience]):
        return -1
    for index in range(len(rows) - 1, experience, -1):
        if words_key(rows[index].text) not in ("образование", "education"):
            continue
        below = rows[index + 1 : index + 1 + _LEVEL_REACH]
        if any(words_key(row.text) in _LEVELS for row in below):
            return index
    return -1


def _stands_inside(rows: Sequence[Row], experience: int, index: int) -> bool:
    """Does the place of a row show that it is a line of the last job's description?"""
    heading, row = rows[experience], rows[index]
    if heading.line.cell is not None and row.line.cell is not None:
        return row.line.cell[2] > heading.line.cell[2]
    if row.line.x0 is not None and row.line.x0 > _RIGHT_COLUMN:
        return not _looks_like_heading(row)
    if row.line.x0 is not None or row.line.font_size is not None:
        return _is_smaller(row, heading)
    return heading.after_gap and not row.after_gap and _is_gapped(rows, experience)


def _looks_like_heading(row: Row) -> bool:
    colour = row.line.colour
    is_grey = colour is not None and all(_GREY[0] < part < _GREY[1] for part in colour)
    return is_grey or row.is_bold or (row.size or 0.0) >= _HEADING_SIZE


def _is_smaller(row: Row, heading: Row) -> bool:
    return row.size is not None and heading.size is not None and heading.size - row.size > 1.0


def _is_gapped(rows: Sequence[Row], experience: int) -> bool:
    """Do blank lines part the sections, and not every line from the next?"""
    gaps = sum(row.after_gap for row in rows)
    return 2 <= gaps <= len(rows) // 2 and rows[experience].after_gap
