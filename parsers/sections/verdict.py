"""Is a document a resume at all? A thin but real one is; an article or an invoice is not."""

import re
from typing import Final

from domain.resume import Resume
from parsers.fields.dates import find_ranges
from parsers.fields.words import role_strength
from parsers.layouts.section import Layout, Outline, SectionName

_CONTACT: Final = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}|linkedin\.com|t\.me/|\+\d[\d\s()-]{9,}"
)
_WORD: Final = re.compile(r"(?<!\w)(?:резюме|resume|curriculum vitae|cv)(?!\w)", re.IGNORECASE)
_FOREIGN: Final = re.compile(
    r"счет-фактура|счёт-фактура|счет на оплату|инвойс|invoice|итого к оплате|накладная|договор №|договор на|стороны договорились|"
    r"аннотация|список литературы|оглавление|содержание|глава \d|chapter \d|abstract$|table of contents|bibliography|"
    r"^references$|^import \w|^def \w|^class \w+[:(]|#include|</?\w+>|bill to|total due|amount due|purchase order|"
    r"требования к кандидату|мы предлагаем|условия работы|we offer|job requirements|обязанности кандидата|ingredients|ингредиенты",
    re.IGNORECASE,
)
_TELLING: Final = (
    SectionName.EXPERIENCE,
    SectionName.EDUCATION,
    SectionName.SKILLS,
    SectionName.POSITION,
)
_ENOUGH: Final = 3


def is_resume(outline: Outline, resume: Resume) -> bool:
    """Signs for and against, weighed; a known layout speaks for itself."""
    if outline.layout is not Layout.FREE:
        return not resume.is_blank()
    return _points_for(outline, resume) - _points_against(outline) >= _ENOUGH


def _points_for(outline: Outline, resume: Resume) -> int:
    rows = list(outline.all_rows)
    names = {section.name for section in outline.sections if section.heading is not None}
    points = 2 * len(names.intersection(_TELLING)) + len(names.difference(_TELLING))
    points += 2 * any(_CONTACT.search(row.text) for row in rows)
    points += any(_WORD.search(row.text) for row in rows[:5])
    points += (
        2 * (resume.age is not None) + (resume.city is not None) + 2 * (resume.position is not None)
    )
    points += 3 * min(1, len(resume.work_experience)) + (len(resume.key_skills) > 2)
    points += any(find_ranges(row.text) for row in rows)
    points += any(role_strength(row.text) == 2 for row in rows)
    return points


def _points_against(outline: Outline) -> int:
    rows = list(outline.all_rows)
    text_length = sum(len(row.text) for row in rows)
    points = 3 * len({match[0].lower() for row in rows if (match := _FOREIGN.search(row.text))})
    prose = sum(len(row.text) for row in rows if len(row.text) > 400)
    if text_length and prose > 0.5 * text_length:
        points += 3
    if text_length > 60_000:
        points += 6
    return points
