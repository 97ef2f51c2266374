"""Resumes of a made-up person whose header holds what is tested."""

from datetime import date
from typing import Final

from domain.resume import Resume
from tests.unit.parsers.sections.documents import read_text

TODAY: Final = date(2026, 11, 23)
RUSSIAN: Final = """Лунина Вера
{}
Опыт работы
2019 - 2020 инженер, ООО «Сова», Самара
Чинил.
Образование
2015 Пермский институт, Пермь
Навыки
Excel, Word"""
ENGLISH: Final = """Vera Lunin
{}
Work experience
Engineer, Owl Inc, Boston, MA
May 2019 - June 2020
Repaired.
Education
2015 Ohio University, Athens
Skills
Excel, Word"""


def read_header(lines: str, around: str) -> Resume:
    return read_text(around.format(lines), TODAY)
