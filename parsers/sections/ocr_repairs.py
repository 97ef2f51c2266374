"""Headings and cities that recognition misspelt (`Опыт раб0ты`, `Екатериибург`), put right.

Only for recognised pictures: what a person typed is taken as typed. Distances are rapidfuzz's.
"""

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from parsers.fields.gazetteer import is_city, nearest_city
from parsers.layouts.row import Row
from parsers.sections.headings import match_heading

_HEADINGS: Final = (
    "опыт работы", "опыт", "профессиональный опыт", "трудовая деятельность", "стаж работы",
    "места работы", "образование", "высшее образование", "ключевые навыки", "навыки",
    "профессиональные навыки", "технические навыки", "навыки и умения", "знание языков",
    "иностранные языки", "языки", "дополнительная информация", "обо мне", "о себе",
    "личные качества", "личная информация", "персональные данные", "контактная информация",
    "контакты", "желаемая должность и зарплата", "желаемая должность", "цель",
    "повышение квалификации, курсы", "курсы", "сертификаты", "проекты", "портфолио",
    "рекомендации", "достижения", "гражданство", "опыт вождения", "электронные сертификаты",
    "work experience", "professional experience", "experience", "employment history",
    "work history", "career history", "education", "skills", "key skills", "technical skills",
    "core competencies", "languages", "summary", "professional summary", "profile", "objective",
    "career objective", "about me", "personal information", "contact", "contacts",
    "certifications", "courses", "training", "projects", "interests", "references", "awards",
    "publications", "additional information", "desired position and salary",
)  # fmt: skip
_PLACE: Final = re.compile(
    r"^(?P<label>\W{0,3}(?:проживает|город|адрес|место жительства|место проживания|reside in|"
    r"location|address|city)\s*[:;.]?\s*(?:г\.\s?)?)(?P<city>[А-ЯЁA-Z][\w'.-]+(?:[ -][А-ЯЁA-Zа-яё]"
    r"[\w'-]+){0,3})(?P<rest>.*)$",
    re.IGNORECASE,
)
_MIN_SCORE: Final = 84.0
_SHORTEST: Final = 5
_LONGEST: Final = 45


def mend_recognised(rows: Sequence[Row]) -> list[Row]:
    """The rows with known headings and towns where the letters come near enough to one."""
    return [_with_city(_as_heading(row)) for row in rows]


def _as_heading(row: Row) -> Row:
    text = row.text.strip(" ._:")
    if not _SHORTEST <= len(text) <= _LONGEST or match_heading(row.text) is not None:
        return row
    near = process.extractOne(text.lower(), _HEADINGS, scorer=fuzz.ratio, score_cutoff=_MIN_SCORE)
    return row if near is None else row.cut(near[0].capitalize())


def _with_city(row: Row) -> Row:
    match = _PLACE.match(row.text)
    if match is None or is_city(match["city"]):
        return row
    city = nearest_city(match["city"])
    return row if city is None else row.cut(f"{match['label']}{city}{match['rest']}")
