"""One made-up person as a PDF of hh.ru's kind, as a Word file, and as answers to the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docx import Document

from domain.career import total_months
from domain.fields import FieldName
from domain.resume import Job, Resume
from parsers.answers import TypedAnswerReader
from tests.samples.hh_pdf import NBSP, HhJob, HhResume, draw_hh_pdf, register_fonts

_MONTHS: Final = (
    *("январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август"),
    *("сентябрь", "октябрь", "ноябрь", "декабрь"),
)


@dataclass(frozen=True)
class PastJob:
    """Dates are (year, month); no end is the present."""

    start: tuple[int, int]
    end: tuple[int, int] | None
    company: str
    position: str
    duties: tuple[str, ...]

    @property
    def months(self) -> int:
        job = Job(
            start=f"{self.start[0]}-{self.start[1]:02}",
            end=f"{self.end[0]}-{self.end[1]:02}" if self.end else None,
            current=self.end is None,
        )
        return total_months([job]) or 0


@dataclass(frozen=True)
class Person:
    name: str
    age: int
    city: str
    position: str
    salary: str
    skills: tuple[str, ...]
    jobs: tuple[PastJob, ...]


def draw_pdf(person: Person, path: Path) -> None:
    register_fonts()
    months = sum(job.months for job in person.jobs)
    number, _, currency = person.salary.rpartition(" ")
    resume = HhResume(
        producer="cairo 1.16.0 (https://cairographics.org)",
        footer="Резюме обновлено 14 ноября 2026 в 10:21",
        name=person.name,
        gender_line=f"Женщина, {person.age}{NBSP}{_years(person.age)}",
        contacts=("mail@example.com",),
        residence=(f"Проживает: {person.city}", "Гражданство: Россия"),
        position_heading="Желаемая должность и зарплата",
        position=person.position,
        specialisations=("Специализации:", "—  Другое"),
        conditions=("Занятость: полная занятость",),
        salary=(number.replace(" ", NBSP), currency),
        experience_heading=f"Опыт работы — {_length(months)}",
        jobs=tuple(_hh_job(job) for job in person.jobs),
        education_heading="Образование",
        education_level="Высшее",
        education=(("2010", "Институт связи", "Прикладная информатика"),),
        courses_heading="",
        courses=(),
        skills_heading="Навыки",
        languages_label="Знание языков",
        languages=("Русский — Родной",),
        skills_label="Навыки",
        skills=person.skills,
    )
    draw_hh_pdf(resume, path)


def write_docx(person: Person, path: Path) -> None:
    word = Document()
    word.add_heading(person.name, level=0)
    word.add_paragraph(f"Желаемая должность: {person.position}")
    word.add_paragraph(f"Возраст: {person.age} {_years(person.age)}")
    word.add_paragraph(f"Город: {person.city}")
    word.add_paragraph(f"Желаемая зарплата: {person.salary}")
    word.add_heading("Опыт работы", level=1)
    for job in person.jobs:
        word.add_paragraph(_period(job))
        word.add_paragraph(f"{job.company}, {job.position}")
        for duty in job.duties:
            word.add_paragraph(duty, style="List Bullet")
    word.add_heading("Ключевые навыки", level=1)
    word.add_paragraph(", ".join(person.skills))
    word.save(str(path))


def fill_form(person: Person) -> Resume:
    """As a person types it into the bot: short dates, oldest job first, a skill a line."""
    answers: Mapping[FieldName, str] = {
        "age": f"мне {person.age}",
        "city": f"г. {person.city}",
        "position": person.position.lower(),
        "key_skills": "\n".join(f"- {skill}" for skill in person.skills),
        "salary": person.salary.replace(" ", "", 1),
        "work_experience": "\n\n".join(map(_typed_job, reversed(person.jobs))),
    }
    reader, resume = TypedAnswerReader(), Resume(layout="form")
    for field, text in answers.items():
        resume = resume.with_field(field, reader.read_answer(field, text))
    return resume


def _typed_job(job: PastJob) -> str:
    last = f"{job.end[1]:02}.{job.end[0]}" if job.end else "н.в."
    head = f"{job.start[1]:02}.{job.start[0]} - {last}, {job.company}, {job.position.lower()}"
    return "\n".join([head, *job.duties])


def _hh_job(job: PastJob) -> HhJob:
    first = f"{_month(job.start).capitalize()} {job.start[0]}{NBSP}—"
    last = f"{_month(job.end).capitalize()} {job.end[0]}" if job.end else "настоящее время"
    return HhJob(
        dates=(first, last, _length(job.months)),
        company=job.company,
        position=job.position,
        description=job.duties,
    )


def _period(job: PastJob) -> str:
    last = f"{_month(job.end)} {job.end[0]}" if job.end else "настоящее время"
    return f"{_month(job.start)} {job.start[0]} – {last}"


def _month(date: tuple[int, int]) -> str:
    return _MONTHS[date[1] - 1]


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} {_years(years)}" if years else "", f"{rest} {_months(rest)}" if rest else ""]
    return " ".join(filter(None, parts))


def _years(number: int) -> str:
    return _form(number, "год", "года", "лет")


def _months(number: int) -> str:
    return _form(number, "месяц", "месяца", "месяцев")


def _form(number: int, one: str, few: str, many: str) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return one
    return few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many


PEOPLE: Final = (
    Person(
        name="Белова Анна Сергеевна",
        age=34,
        city="Барнаул",
        position="Инженер данных",
        salary="220 000 руб.",
        skills=("SQL", "Python", "Airflow", "Spark", "PostgreSQL", "Docker"),
        jobs=(
            PastJob(
                (2021, 4),
                None,
                "ООО «Маяк»",
                "Ведущий инженер данных",
                (
                    "Спроектировала хранилище на 12 ТБ и перевела отчёты на Spark.",
                    "Наставляла четырёх инженеров, вела ревью.",
                ),
            ),
            PastJob(
                (2017, 9),
                (2021, 3),
                "АО «Парус»",
                "Разработчик ETL",
                ("Писала потоки загрузки на Python и Airflow.",),
            ),
        ),
    ),
    Person(
        name="Громов Егор Ильич",
        age=24,
        city="Казань",
        position="Младший тестировщик",
        salary="60 000 руб.",
        skills=("Postman", "SQL", "Jira"),
        jobs=(
            PastJob(
                (2025, 2),
                (2026, 1),
                "ИП Кедров",
                "Стажёр отдела качества",
                ("Проверял мобильное приложение по готовым сценариям.",),
            ),
        ),
    ),
    Person(
        name="Орлова Вероника Павловна",
        age=45,
        city="Москва",
        position="Главный бухгалтер",
        salary="150 000 руб.",
        skills=("1С: Бухгалтерия", "МСФО", "Налоговый учёт", "Excel"),
        jobs=(
            PastJob(
                (2012, 6),
                None,
                "ООО «Северная Звезда»",
                "Главный бухгалтер",
                ("Вела учёт группы из пяти компаний.", "Прошла три проверки без доначислений."),
            ),
            PastJob(
                (2005, 1),
                (2012, 5),
                "ЗАО «Волна»",
                "Бухгалтер",
                ("Рассчитывала зарплату 300 сотрудников.",),
            ),
        ),
    ),
)
