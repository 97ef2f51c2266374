"""Made-up careers and the many ways in which people write them down."""

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

MONTHS_RU = (
    "Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь",
    "Октябрь", "Ноябрь", "Декабрь",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
TITLES_RU = (
    "Бухгалтер", "Водитель-экспедитор", "Инженер-технолог", "Учитель начальных классов",
    "Старший менеджер по продажам", "Медицинская сестра", "Повар горячего цеха", "Программист",
    "Специалист по кадрам", "Ведущий аналитик данных", "Заместитель директора", "Электромонтёр",
)  # fmt: skip
TITLES_EN = (
    "Staff Nurse", "Warehouse Supervisor", "Senior Software Engineer", "Head Chef", "Paralegal",
    "Civil Engineer", "Sales Representative", "Teaching Assistant", "Data Analyst", "Site Manager",
)  # fmt: skip
COMPANIES_RU = (
    "ООО «Ромашка»", "АО «Северный берег»", "ИП Лукин", "Завод «Маяк»", "МБОУ «Школа № 8»",
    "ГК «Тёплый стан»", "Агентство «Рыжий кот»", "ПАО «Речфлот»",
)  # fmt: skip
COMPANIES_EN = (
    "Harbour Foods Ltd", "Blue Finch Inc.", "Aldous Hospital", "Maplewood University",
    "Copper Kettle LLC", "Fern County Bank", "Quill Studios", "Otter Logistics Group",
)  # fmt: skip
DEEDS_RU = ("Вёл учёт и отчётность.", "Обучил шесть новых сотрудников.", "Готовил документы.")
DEEDS_EN = ("Trained six new colleagues.", "Prepared weekly reports.", "Handled complaints.")

HEADS = (
    "{dates}\n{company}\n{title}",
    "{dates}\n{title}\n{company}",
    "{company}\n{title}\n{dates}",
    "{title}\n{company}\n{dates}",
    "{title} | {company} | {dates}",
    "{dates} | {title} | {company}",
    "{title} | {company}\n{dates}",
    "{company} / {title}\n{dates}",
    "{title} @ {company}\n{dates}",
    "{title}, {company}\n{dates}",
    "{company}, {title}\n{dates}",
    "{company}, {title} ({dates})",
    "{title}, {company}, {dates}",
    "{dates} {company}, {title}",
    "{dates} – {title}, {company}",
    "{dates}: {title}, {company}",
    "{company}        {dates}\n{title}",
    "{title}        {dates}\n{company}",
    "{company} ({dates})\n{title}",
    "{company}\n{title} ({dates})",
    "{company}\n{dates}\n{title}",
    "{title}\n{dates}\n{company}",
)
LABELLED_RU = (
    "Период: {dates}\nОрганизация: {company}\nДолжность: {title}",
    "Компания: {company}\nДолжность: {title}\nПериод работы: {dates}",
    "{dates}\n{company}\nДолжность: {title}",
)
LABELLED_EN = (
    "Company: {company}\nDesignation: {title}\nDuration: {dates}",
    "{company}        {dates}\nRole: {title}",
)
MARKS = ("{head}", "- {head}", "## {head}", "**{head}**", "1. {head}")
"""How the first line of a head may be marked; the last three in plain text files only."""


@dataclass(frozen=True)
class MadeUpJob:
    start: tuple[int, int]
    end: tuple[int, int] | None
    title: str
    company: str

    def read(self, *, by_year: bool) -> tuple[str, str | None, bool, str]:
        """(start, end, current, title) as they should be read."""
        start, end = self.start, self.end
        if by_year:
            return str(start[0]), str(end[0]) if end else None, end is None, self.title
        return _iso(start), _iso(end) if end else None, end is None, self.title


def _iso(month: tuple[int, int]) -> str:
    return f"{month[0]}-{month[1]:02d}"


def months_ru(month: tuple[int, int]) -> str:
    return f"{MONTHS_RU[month[1] - 1]} {month[0]}"


def months_en(month: tuple[int, int]) -> str:
    return f"{MONTHS_EN[month[1] - 1]} {month[0]}"


def short_en(month: tuple[int, int]) -> str:
    return f"{MONTHS_EN[month[1] - 1][:3]} {month[0]}"


def apostrophe_en(month: tuple[int, int]) -> str:
    return f"{MONTHS_EN[month[1] - 1][:3]} '{month[0] % 100:02d}"


def numbers(month: tuple[int, int]) -> str:
    return f"{month[1]:02d}.{month[0]}"


def slashes(month: tuple[int, int]) -> str:
    return f"{month[1]:02d}/{month[0]}"


def days(month: tuple[int, int]) -> str:
    return f"01.{month[1]:02d}.{month[0]}"


def years(month: tuple[int, int]) -> str:
    return str(month[0])


WRITERS_RU = (months_ru, numbers, slashes, days, years)
WRITERS_EN = (months_en, short_en, apostrophe_en, slashes, years)
NOW_RU = ("настоящее время", "по настоящее время", "н.в.", "наст. время", "сейчас")
NOW_EN = ("Present", "present", "Current", "now", "till date")
DASHES = (" – ", " - ", "—", " — ")


@st.composite
def careers(draw: st.DrawFn, *, is_russian: bool) -> list[MadeUpJob]:
    """Two to four jobs without gaps, the newest first."""
    count = draw(st.integers(2, 4))
    titles = draw(_some(TITLES_RU if is_russian else TITLES_EN, count))
    companies = draw(_some(COMPANIES_RU if is_russian else COMPANIES_EN, count))
    jobs: list[MadeUpJob] = []
    end = None if draw(st.booleans()) else (2024, draw(st.integers(1, 12)))
    year = 2024
    for title, company in zip(titles, companies, strict=True):
        year -= draw(st.integers(1, 5))
        start = (year, draw(st.integers(1, 12)))
        jobs.append(MadeUpJob(start, end, title, company))
        end = (start[0], start[1] - 1) if start[1] > 1 else (start[0] - 1, 12)
        year = end[0]
    return jobs


def _some(names: Sequence[str], count: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=count, max_size=count, unique=True)
