"""Headings in people's own words, and pages that count their visitors."""

from datetime import date
from typing import Final

import pytest

from parsers.layouts.section import SectionName
from parsers.sections.headings import match_heading
from tests.unit.parsers.sections.documents import TODAY, read_text

HEADINGS: Final = [
    ("WHERE I HAVE WORKED", SectionName.EXPERIENCE),
    ("Where I've worked", SectionName.EXPERIENCE),
    ("Трудовая биография", SectionName.EXPERIENCE),
    ("Стаж по трудовой:", SectionName.EXPERIENCE),
    ("WHERE I STUDIED", SectionName.EDUCATION),
    ("Schooling", SectionName.EDUCATION),
    ("What I’m good at", SectionName.SKILLS),
    ("My toolkit", SectionName.SKILLS),
    ("Work-related skills", SectionName.SKILLS),
    ("I speak", SectionName.LANGUAGES),
    ("Job related training", SectionName.COURSES),
    ("Let's get in touch", SectionName.PERSONAL),
    ("Связь", SectionName.PERSONAL),
    ("SKILLS AND LUCK OF MY FAMILY", None),
    ("I speak to people every day", None),
]


@pytest.mark.parametrize(("text", "name"), HEADINGS)
def test_a_heading(text: str, name: SectionName | None) -> None:
    heading = match_heading(text)
    assert (heading.name if heading else None) is name


def test_a_page_of_its_own_tells_its_day() -> None:
    text = (
        "Лунина Вера\nРодилась 7 июля 1970 г.\nРедактор\nОпыт работы\n"
        "2009 - 2012 ООО «Сова», редактор\nНавыки\nвычитка, Word\n"
        "Страница обновлена 01.02.2024. Счётчик: 000123"
    )
    resume = read_text(text, TODAY)
    assert (resume.age, resume.key_skills) == (2024 - 1970 - 1, ("вычитка", "Word"))
    assert date(2024, 2, 1) < TODAY
