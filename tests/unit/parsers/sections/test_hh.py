"""The same person must come out the same, however an extractor ordered hh.ru's two columns."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.resume import Resume
from parsers.sections import parse_document
from tests.unit.parsers.sections.documents import (
    FOOTER,
    TODAY,
    WRITERS,
    MadeUpJob,
    document_of,
    hh_geometry,
    hh_header,
    hh_rest,
)

COMPANIES = (
    "ООО «Полярная Сова»",
    "Томский завод ветра",
    "ИП Кедров",
    "Квант, ЗАО, Лаборатория",
    "Blue Pine LLC",
)
TITLES = (
    "Инженер-программист",
    "Руководитель группы / Team Lead",
    "Слесарь",
    "Data Engineer",
    "Бортпроводник",
)
PLACES = (None, "Томск", "Томск,\u00a0wind.example.ru/", "Новосибирск")


@st.composite
def made_up_jobs(draw: st.DrawFn) -> list[MadeUpJob]:
    jobs = []
    year = 2024
    for number in range(draw(st.integers(1, 4))):
        end = None if number == 0 else (year, draw(st.integers(7, 12)))
        jobs.append(
            MadeUpJob(
                start=(year - 1, draw(st.integers(1, 12))),
                end=end,
                company=draw(st.sampled_from(COMPANIES)),
                place=draw(st.sampled_from(PLACES)),
                title=draw(st.sampled_from(TITLES)),
                text=f"Делал полезное дело номер {number}.",
            )
        )
        year -= 2
    return jobs


def assert_same_person(resume: Resume, jobs: list[MadeUpJob]) -> None:
    assert resume.layout == "hh"
    assert resume.age == 24
    assert resume.city == "Барнаул"
    assert resume.position == "Инженер | данных, Middle"
    assert resume.client_name is None
    assert resume.salary is not None
    assert (resume.salary.amount_from, resume.salary.currency) == (150_000, "RUB")
    assert resume.total_experience_months == 46
    assert resume.key_skills == (
        "SQL",
        "REST API",
        "1С: Предприятие 8",
        "Английский язык",
        "MVVM / MVP / MVI",
    )
    read = [(job.start, job.end, job.current) for job in resume.work_experience]
    assert read == [(_month(job.start), _month(job.end), job.end is None) for job in jobs]
    names = [(job.company, job.position) for job in resume.work_experience]
    assert names == [(job.company, job.title) for job in jobs]
    assert [job.description for job in resume.work_experience] == [job.text for job in jobs]


def _month(point: tuple[int, int] | None) -> str | None:
    return f"{point[0]}-{point[1]:02d}" if point else None


@pytest.mark.parametrize("writer", WRITERS)
@settings(max_examples=40)
@given(jobs=made_up_jobs())
def test_every_interleaving_gives_the_same_resume(
    writer: Callable[[MadeUpJob], list[str]], jobs: list[MadeUpJob]
) -> None:
    lines = hh_header() + [line for job in jobs for line in writer(job)] + hh_rest()
    assert_same_person(parse_document(document_of(lines), TODAY).resume, jobs)


@settings(max_examples=40)
@given(jobs=made_up_jobs(), data=st.data())
def test_a_footer_may_fall_anywhere(jobs: list[MadeUpJob], data: st.DataObject) -> None:
    lines = hh_header() + [line for job in jobs for line in WRITERS[0](job)] + hh_rest()
    for place in sorted(data.draw(st.sets(st.integers(1, len(lines)), max_size=4)), reverse=True):
        lines.insert(place, FOOTER)
    assert_same_person(parse_document(document_of(lines), TODAY).resume, jobs)


@settings(max_examples=40)
@given(jobs=made_up_jobs(), random=st.randoms())
def test_geometry_restores_any_drawing_order(jobs: list[MadeUpJob], random: Random) -> None:
    document = hh_geometry(jobs)
    lines = list(document.lines)
    random.shuffle(lines)
    assert_same_person(parse_document(replace(document, lines=tuple(lines)), TODAY).resume, jobs)


def test_industries_stand_between_company_and_title() -> None:
    job = MadeUpJob((2020, 1), None, "ООО «Сова»", "Томск", "Техник", "Чинил.")
    start, end, length = job.dates
    lines = [
        start, end, length, "ООО «Сова»", "Томск, sova.example/",
        "Информационные технологии, системная интеграция, интернет",
        "• Разработка программного обеспечения",
        "• Интернет-компания (поисковики, платежные системы, соц.сети,",
        "информационно-познавательные ресурсы и прочее)",
        "Финансовый сектор",
        "• Банк",
        "Техник",
        "Чинил.",
    ]  # fmt: skip
    resume = parse_document(document_of(hh_header() + lines + hh_rest()), TODAY).resume
    assert_same_person(resume, [job])


@pytest.mark.parametrize(
    ("line", "position", "amount"),
    [
        ("Junior Python Developer 50 000", "Junior Python Developer", 50_000),
        ("Программист 1С 8.3", "Программист 1С 8.3", None),
        ("Инженер\u00a0КИП 120\u00a0000 ₽ на руки", "Инженер КИП", 120_000),
    ],
)
def test_the_salary_glued_to_the_position_is_cut_off(
    line: str, position: str, amount: int | None
) -> None:
    header = [text for text in hh_header() if text not in ("150\u00a0000", "₽")]
    place = header.index("Инженер | данных, Middle")
    header[place : place + 1] = [line, "Начало карьеры, студенты руб."]
    resume = parse_document(document_of(header + hh_rest()), TODAY).resume
    assert resume.position == position
    assert (resume.salary.amount_from if resume.salary else None) == amount
    assert resume.work_experience == ()


@pytest.mark.parametrize(
    ("duration", "months"),
    [("17 лет", 204), ("11 месяцев", 11), ("3 года 10 месяцев", 46), ("5 месяца", 5)],
)
def test_stated_total_wins_over_the_jobs(duration: str, months: int) -> None:
    header = [*hh_header()[:-1], f"Опыт работы —{duration}"]
    job = MadeUpJob((2020, 1), (2020, 2), "ООО «Сова»", None, "Техник", "Чинил.")
    resume = parse_document(document_of(header + WRITERS[0](job) + hh_rest()), TODAY).resume
    assert resume.total_experience_months == months
    assert resume.work_experience[0].start == "2020-01"
