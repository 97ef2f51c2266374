"""A made-up person, and the same person as different sites and programs would show them."""

import io
import json
from dataclasses import dataclass

import docx
from hypothesis import strategies as st

from domain.career import total_months
from domain.resume import Job
from parsers.text.document import Document, Line
from tests.unit.parsers.sections.documents import MONTHS, TODAY

ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SIDEBAR, _DATES, _NAME_SIZE = 22, 42.5, 12
_COMPANIES = (
    "ООО «Полярная Сова»",
    "АО «Томский Ветер»",
    "Кафе «Медный Чайник»",
    "ИП Кедров",
    "Школа «Северный Путь»",
)
_TITLES = (
    "Инженер-программист",
    "Старший бухгалтер",
    "Менеджер по закупкам",
    "Повар",
    "Руководитель группы",
)
_CITIES = ("Барнаул", "Казань", "Нижний Новгород", "Самара", "Тюмень")
_SKILLS = ("SQL", "Git", "Python", "MS Excel", "AutoCAD", "Docker", "Figma")
_DUTIES = ("Делал полезное дело.", "Вёл учёт и готовил отчёты.", "Обучал новых сотрудников.")
_ENGLISH_COMPANIES = ("Polar Owl LLC", "Bright Pine Inc", "Copper Kettle Ltd", "Quiet Harbour Ltd")
_ENGLISH_TITLES = ("Software Engineer", "Senior Accountant", "Line Cook", "Sales Manager")
_ENGLISH_CITIES = ("Portland", "Tulsa", "Denver", "Austin")
_ENGLISH_DUTIES = ("Did useful work.", "Kept the books.", "Trained new people.")


@dataclass(frozen=True)
class Worked:
    start: tuple[int, int]
    end: tuple[int, int] | None
    company: str
    title: str
    duty: str

    @property
    def job(self) -> Job:
        return Job(
            start=_iso(self.start),
            end=_iso(self.end) if self.end else None,
            current=self.end is None,
            company=self.company,
            position=self.title,
            description=self.duty,
        )


@dataclass(frozen=True)
class Person:
    age: int
    city: str
    position: str
    salary: int
    skills: tuple[str, ...]
    jobs: tuple[Worked, ...]

    @property
    def total(self) -> int:
        return total_months([worked.job for worked in self.jobs], TODAY) or 0


@st.composite
def people(draw: st.DrawFn, *, english: bool = False) -> Person:
    companies = _ENGLISH_COMPANIES if english else _COMPANIES
    titles = _ENGLISH_TITLES if english else _TITLES
    year, jobs = TODAY.year - 1, list[Worked]()
    names = draw(st.lists(st.sampled_from(companies), min_size=1, max_size=3, unique=True))
    for number, company in enumerate(names):
        is_open = number == 0 and draw(st.booleans())
        jobs.append(
            Worked(
                start=(year - 1, draw(st.integers(1, 12))),
                end=None if is_open else (year, draw(st.integers(1, 12))),
                company=company,
                title=draw(st.sampled_from(titles)),
                duty=draw(st.sampled_from(_ENGLISH_DUTIES if english else _DUTIES)),
            )
        )
        year -= 2
    return Person(
        age=draw(st.integers(21, 60)),
        city=draw(st.sampled_from(_ENGLISH_CITIES if english else _CITIES)),
        position=draw(st.sampled_from(titles)),
        salary=1000 * draw(st.integers(50, 400)),
        skills=tuple(draw(st.lists(st.sampled_from(_SKILLS), min_size=2, max_size=6, unique=True))),
        jobs=tuple(jobs),
    )


def as_hh_pdf(person: Person) -> Document:
    """hh.ru's own sizes and edges, in the order of its stream."""
    lines: list[tuple[str, float, float, bool]] = [
        ("Зимин Тарас", 42.5, 25, True),
        (f"Мужчина, {person.age} лет, родился 19 февраля 1990", 42.5, 9, False),
        (f"Проживает: {person.city}, м. Площадь", 42.5, 9, False),
        ("Гражданство: Россия,\u00a0есть разрешение на работу: Россия", 42.5, 9, False),
        ("Готов к переезду: Пермь, Омск, готов к командировкам", 42.5, 9, False),
        ("Желаемая должность и зарплата", 42.5, 11, False),
        (person.position, 42.5, 12, True),
        ("Специализации:", 42.5, 9, False),
        ("—  Другое", 57, 9, False),
        ("Занятость: полная занятость", 42.5, 9, False),
        (f"{person.salary // 1000}\u00a0000", 504, 16, True),
        ("₽", 540, 9, False),
        (f"Опыт работы — {_length(person.total)}", 42.5, 11, False),
    ]
    for worked in person.jobs:
        lines += [
            (f"{_month(worked.start)}\u00a0—", 42.5, 8, False),
            (_month(worked.end) if worked.end else "настоящее время", 42.5, 8, False),
            (_length(total_months([worked.job], TODAY) or 0), 42.5, 8, False),
            (worked.company, 128, 12, True),
            ("Розничная торговля", 128, 9, False),
            ("•  Магазин", 130, 9, False),
            (worked.title, 128, 12, False),
            (worked.duty, 128, 9, False),
            ("Март 2015 — Май 2015", 128, 9, False),
            ("Образование", 128, 9, False),
        ]
    lines += [
        ("Образование", 42.5, 11, False),
        ("Высшее", 42.5, 11, False),
        ("2012", 42.5, 8, False),
        ("Институт погоды, Томск", 128, 12, True),
        ("Навыки", 42.5, 11, False),
        ("Навыки", 42.5, 8, False),
        (" " + "      ".join(person.skills) + " ", 128, 10, False),
    ]
    return _drawn(lines)


def as_free_text(person: Person) -> str:
    jobs = [
        f"{worked.title}, {worked.company}\n{_numbers(worked)}\n- {worked.duty}\n"
        for worked in person.jobs
    ]
    return "\n".join(
        [
            "Тарас Зимин",
            person.position,
            f"Возраст: {person.age} лет",
            f"Город: {person.city}",
            f"Ожидаемая зарплата: {person.salary} руб.",
            "",
            "ОПЫТ РАБОТЫ",
            *jobs,
            "НАВЫКИ",
            ", ".join(person.skills),
            "",
            "ОБРАЗОВАНИЕ",
            "Институт погоды, 2007 - 2012",
        ]
    )


def as_free_docx(person: Person) -> bytes:
    document = docx.Document()
    document.add_heading("Тарас Зимин", 0)
    document.add_paragraph(person.position)
    document.add_paragraph(f"г. {person.city}, {person.age} лет")
    document.add_paragraph(f"Желаемая зарплата: {person.salary} руб.")
    document.add_heading("Опыт работы", 1)
    for worked in person.jobs:
        end = _month(worked.end).lower() if worked.end else "настоящее время"
        document.add_paragraph().add_run(worked.company).bold = True
        document.add_paragraph(worked.title)
        document.add_paragraph(f"{_month(worked.start).lower()} – {end}")
        document.add_paragraph(worked.duty, style="List Bullet")
    document.add_heading("Навыки", 1)
    document.add_paragraph(", ".join(person.skills))
    document.add_heading("Образование", 1)
    document.add_paragraph("Институт погоды, 2007 – 2012")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_api_json(person: Person) -> bytes:
    record = {
        "age": person.age,
        "area": {"name": person.city},
        "title": person.position,
        "salary": {"amount": person.salary, "currency": "RUR"},
        "skill_set": list(person.skills),
        "skills": "О себе: всё умею.",
        "total_experience": {"months": person.total},
        "experience": [
            {
                "start": f"{_iso(worked.start)}-01",
                "end": f"{_iso(worked.end)}-01" if worked.end else None,
                "company": worked.company,
                "position": worked.title,
                "description": worked.duty,
            }
            for worked in person.jobs
        ],
    }
    return json.dumps(record, ensure_ascii=False).encode()


def as_indeed_text(person: Person) -> str:
    jobs = [
        f"{worked.title}\n\n{worked.company} -  {person.city}, TX -\n\n"
        f"{_english_range(worked, 'to')}\n\n{worked.duty}\n"
        for worked in person.jobs
    ]
    return "\n".join(
        [
            "Dana Whitlock",
            person.position,
            "",
            f"{person.city}, TX - Email me on Indeed: indeed.com/r/Dana-Whitlock/1a2b3c",
            "",
            "WORK EXPERIENCE",
            "",
            *jobs,
            "EDUCATION",
            "",
            "High school diploma",
            "",
            "2005 to 2009",
            "",
            "SKILLS",
            "",
            ", ".join(f"{skill} (3 years)" for skill in person.skills),
        ]
    )


def as_linkedin_pdf(person: Person) -> Document:
    lines: list[tuple[str, float, float, bool]] = [
        ("Contact", 22, 13, False),
        ("www.linkedin.com/in/dana-w-1a2b (LinkedIn)", 22, 10.5, False),
        ("Top Skills", 22, 13, False),
        *((skill, 22, 10.5, False) for skill in person.skills),
        ("Languages", 22, 13, False),
        ("English (Native or Bilingual)", 22, 10.5, False),
        ("Dana Whitlock", 223, 26, False),
        (person.position, 223, 12, False),
        (f"{person.city}, Texas, United States", 223, 12, False),
        ("Experience", 223, 15.75, False),
    ]
    for worked in person.jobs:
        months = total_months([worked.job], TODAY) or 1
        lines += [
            (worked.company, 223, 12, False),
            (worked.title, 223, 11.5, False),
            (f"{_english_range(worked, '-')} ({months} months)", 223, 10.5, False),
            (worked.duty, 223, 10.5, False),
        ]
    lines += [("Education", 223, 15.75, False), ("Valley College", 223, 12, False)]
    return _drawn(lines)


def _drawn(lines: list[tuple[str, float, float, bool]]) -> Document:
    """Lines one under another on one endless page; date cells and sidebars stand beside."""
    placed, top = list[Line](), 40.0
    for number, (text, x0, size, is_bold) in enumerate(lines, 1):
        left = placed[-1].x0 if placed else None
        if left == _SIDEBAR and x0 > left:
            top = 40.0
        elif left == _DATES and x0 > left and size == _NAME_SIZE:
            top -= 40.0
        placed.append(
            Line(
                text=text,
                number=number,
                x0=x0,
                top=top,
                x1=x0 + 0.5 * size * len(text),
                bottom=top + size,
                font_size=size,
                is_bold=is_bold,
            )
        )
        top += size * 1.4
    return Document(
        lines=tuple(placed), media_type="application/pdf", page_size=(595.0, top + 100.0)
    )


def _iso(point: tuple[int, int]) -> str:
    return f"{point[0]}-{point[1]:02d}"


def _month(point: tuple[int, int]) -> str:
    return f"{MONTHS[point[1] - 1]} {point[0]}"


def _numbers(worked: Worked) -> str:
    end = f"{worked.end[1]:02d}.{worked.end[0]}" if worked.end else "н.в."
    return f"{worked.start[1]:02d}.{worked.start[0]} - {end}"


def _english_range(worked: Worked, dash: str) -> str:
    points = [
        f"{ENGLISH_MONTHS[point[1] - 1]} {point[0]}" if point else "Present"
        for point in (worked.start, worked.end)
    ]
    return f" {dash} ".join(points)


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} лет" if years else "", f"{rest} месяцев" if rest else ""]
    return " ".join(filter(None, parts))
