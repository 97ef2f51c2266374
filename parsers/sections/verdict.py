"""Is a document a resume at all? A thin but real one is; an article or an invoice is not."""

import re
from typing import Final

from domain.resume import Resume
from parsers.fields.contacts import holds_contact
from parsers.layouts.section import Layout, Outline, SectionName

_WORD: Final = re.compile(r"(?<!\w)(?:резюме|resume|curriculum vitae|cv)(?!\w)", re.IGNORECASE)
_FOREIGN: Final = re.compile(
    r"счет-фактура|счёт-фактура|счет на оплату|инвойс|invoice|итого к оплате|накладная|договор "
    r"№|договор на|стороны договорились|"
    r"аннотация|список литературы|оглавление|содержание|глава \d|chapter \d|abstract$|table of "
    r"contents|bibliography|"
    r"^references$|^import \w|^def \w|^class \w+[:(]|#include|</?\w+>|bill to|total due|amount "
    r"due|purchase order|"
    r"требования к кандидату|мы предлагаем|условия работы|we offer|job requirements|"
    r"обязанности кандидата|ingredients|ингредиенты|^уважаем(?:ый|ая|ые)\s|прайс-лист|"
    r"прошу (?:вас )?рассмотреть",
    re.IGNORECASE,
)
_VACANCY: Final = re.compile(
    r"(?:наши\s+|основные\s+)?(?:требования|условия|мы предлагаем|мы ищем|что мы предлагаем|"
    r"что мы ждем|"
    r"мы ждем|от вас|ожидания|ждем от (?:вас|тебя)|requirements|we offer|what we offer|about "
    r"the role|"
    r"what you.ll do|who we are looking for|чем предстоит заниматься|о компании|будет "
    r"плюсом)\b.{0,25}$",
    re.IGNORECASE,
)
_SEEKS_WORK: Final = re.compile(
    r"ищу работу|соискател|без опыта работы|опыта работы (?:пока )?нет|looking for (?:a|an) |"
    r"seeking (?:a|an) ",
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
    if _has_career_shape(outline, resume):
        return True
    return _points_for(outline, resume) - _points_against(outline) >= _ENOUGH


def _has_career_shape(outline: Outline, resume: Resume) -> bool:
    """A named experience section with jobs, and another telling section beside it."""
    named = {section.name for section in outline.sections if section.heading is not None}
    return (
        SectionName.EXPERIENCE in named
        and len(named.intersection(_TELLING)) > 1
        and bool(resume.work_experience)
    )


def _points_for(outline: Outline, resume: Resume) -> int:
    """0 where nothing speaks of a person who works or looks for work."""
    rows = list(outline.all_rows)
    named = {section.name for section in outline.sections if section.heading is not None}
    telling = len(named.intersection(_TELLING))
    has_contact = any(holds_contact(row.text) for row in rows)
    seeks_work = any(_SEEKS_WORK.search(row.text) for row in rows)
    core = (
        3 * min(1, len(resume.work_experience))
        + 2 * telling
        + 2 * (resume.age is not None)
        + 2 * seeks_work
        + (resume.position is not None and has_contact)
    )
    if not core:
        return 0
    extra = (
        len(named.difference(_TELLING))
        + 2 * has_contact
        + any(_WORD.search(row.text) for row in rows[:5])
        + (resume.city is not None)
        + (resume.position is not None)
        + (len(resume.key_skills) > 2)
    )
    return core + extra


def _points_against(outline: Outline) -> int:
    rows = list(outline.all_rows)
    text_length = sum(len(row.text) for row in rows)
    points = 3 * len({match[0].lower() for row in rows if (match := _FOREIGN.search(row.text))})
    points += 3 * len({match[0].lower() for row in rows if (match := _VACANCY.match(row.text))})
    prose = sum(len(row.text) for row in rows if len(row.text) > 400)
    if text_length and prose > 0.5 * text_length:
        points += 3
    if text_length > 60_000:
        points += 6
    return points
