"""Shapes of hh.ru's jobs: what stands between the dates and the description, and where it wraps."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from domain.resume import Job, Resume
from parsers.sections import parse_document
from parsers.text.document import Document, Line
from tests.unit.parsers.sections.documents import TODAY, document_of, hh_header, hh_rest

DATES = ("Март 2020\u00a0—", "Май 2021", "1 год 3 месяца")
LATER = ("Июнь 2021\u00a0—", "настоящее время", "4 года 9 месяцев")


def read(lines: Sequence[str]) -> Resume:
    return parse_document(document_of([*hh_header(), *lines, *hh_rest()]), TODAY).resume


def the_job(lines: Sequence[str]) -> Job:
    (job,) = read(lines).work_experience
    return job


@pytest.mark.parametrize(
    ("content", "company", "title"),
    [
        (
            ("ООО «Сова»", "Шерегеш", "Розничная торговля", "Кассир", "Чеки."),
            "ООО «Сова»",
            "Кассир",
        ),
        (("ООО «Сова»", "sova.example.ru", "Кассир", "Чеки."), "ООО «Сова»", "Кассир"),
        (("Сова", "Казань, www.sova.example.ru/about", "Кассир"), "Сова", "Кассир"),
        (("Сова", "Кабардино-Балкарская республика", "Кассир", "Чеки."), "Сова", "Кассир"),
        (("Сова", "Розничная торговля... Показать еще", "Кассир", "Чеки."), "Сова", "Кассир"),
        (
            ("Сова", "Розничная торговля", "Мебель (розничная торговля)", "Кассир", "Чеки."),
            "Сова",
            "Кассир",
        ),
        (("Сова", "ASP.NET разработчик", "Сайты."), "Сова", "ASP.NET разработчик"),
        (("Сова", "Сборка мебели", "- шкафы;"), "Сова", "Сборка мебели"),
        (
            (
                "Индивидуальное предпринимательство / частная практика / фриланс",
                "Сборка мебели",
                "Шкафы.",
            ),
            "Индивидуальное предпринимательство / частная практика / фриланс",
            "Сборка мебели",
        ),
        (
            (
                "Муниципальное учреждение «Центр",
                "развития творчества»",
                "Омск",
                "Методист",
                "Игры.",
            ),
            "Муниципальное учреждение «Центр развития творчества»",
            "Методист",
        ),
        (
            (
                "Государственное автономное учреждение",
                "здравоохранения «Больница № 4»",
                "Санитар",
                "Уборка.",
            ),
            "Государственное автономное учреждение здравоохранения «Больница № 4»",
            "Санитар",
        ),
        (
            (
                "Сова",
                "Омск",
                "Ведущий инженер по автоматизированным системам управления",
                "технологическими процессами",
                "Щиты.",
            ),
            "Сова",
            "Ведущий инженер по автоматизированным системам управления технологическими процессами",
        ),
        (
            (
                "Сова",
                "Омск",
                "Менеджер по работе с ключевыми клиентами, отдел продаж",
                "Работа в CRM",
            ),
            "Сова",
            "Менеджер по работе с ключевыми клиентами, отдел продаж",
        ),
        (
            ("Сова (Омск, sova.example.ru) — Розничная торговля", "Кассир", "Чеки."),
            "Сова",
            "Кассир",
        ),
    ],
)
def test_company_and_title(content: Sequence[str], company: str, title: str) -> None:
    job = the_job([*DATES, *content])
    assert (job.company, job.position) == (company, title)


@pytest.mark.parametrize(
    "quoted",
    [
        ("Образование",),
        ("Навыки", "работа с кассой"),
        ("Обо мне",),
        ("Курсы:",),
        ("Март 2018 — Май 2018",),
        ("Январь 2021 — повышение до старшего",),
        ("Ноябрь 2020",),
        ("2 года вёл направление",),
        ("2015 - 2017",),
    ],
)
def test_lines_of_a_description_end_no_job_and_begin_none(quoted: tuple[str, ...]) -> None:
    lines = [*LATER, "Сова", "Кассир", *quoted, *DATES, "Лиса", "Повар", *quoted]
    jobs = read(lines).work_experience
    assert [(job.start, job.company, job.position) for job in jobs] == [
        ("2021-06", "Сова", "Кассир"),
        ("2020-03", "Лиса", "Повар"),
    ]
    assert [job.description for job in jobs] == ["\n".join(quoted)] * 2


@pytest.mark.parametrize(
    "dates",
    [
        ("Март 2020 — Май", "2021", "1 год 3 месяца"),
        ("Март 2020 — Май 2021 1 год 3 месяца",),
        ("Март 2020 — Май 2021 (1 год 3 месяца)",),
        ("Март 2020 - Май 2021", "1 год 3 месяца"),
        ("март 2020 — май 2021", "(1 год 3 месяца)"),
        ("Март 2020", "— Май 2021", "1 год 3 месяца"),
    ],
)
def test_dates_in_one_cell(dates: Sequence[str]) -> None:
    job = the_job([*dates, "Сова", "Кассир", "Чеки."])
    assert (job.start, job.end, job.company, job.position) == (
        "2020-03",
        "2021-05",
        "Сова",
        "Кассир",
    )


def test_a_length_shares_its_row_with_the_rest_of_a_title() -> None:
    rows = [
        "Март 2020 —    Сова",
        "Май 2021    Инженер по обслуживанию станков и",
        "1 год 3 месяца    приборов",
    ]
    job = the_job([*rows, "Чеки."])
    assert (job.start, job.end, job.company) == ("2020-03", "2021-05", "Сова")
    assert job.position == "Инженер по обслуживанию станков и приборов"


def test_a_narrow_date_cell_runs_into_the_company() -> None:
    job = the_job(["Март 2020 — МайООО «Сова»", "2021", "1 год 3 месяца", "Кассир", "Чеки."])
    assert (job.end, job.company, job.position) == ("2021-05", "ООО «Сова»", "Кассир")


@pytest.mark.parametrize("gap", ["", None])
def test_heads_above_the_dates(gap: str | None) -> None:
    lines = [
        "Сова, сеть магазинов", "Казань", "Розничная торговля", "Июнь 2021 — настоящее время",
        "4 года 9 месяцев", "Кассир", "Чеки.", gap,
        "Лиса", "Март 2020 — Май 2021", "1 год 3 месяца", "Казань", "lisa.example.ru", "Повар",
    ]  # fmt: skip
    jobs = read([line for line in lines if line is not None]).work_experience
    assert [(job.company, job.position, job.description) for job in jobs] == [
        ("Сова, сеть магазинов", "Кассир", "Чеки."),
        ("Лиса", "Повар", None),
    ]


def test_two_ranges_in_a_cell_belong_to_the_two_jobs_beside_it() -> None:
    rows = [
        ("Июнь 2021 — настоящее время", 0, 8, False), ("4 года 9 месяцев", 0, 8, False),
        ("Март 2020 — Май 2021", 0, 8, False), ("1 год 3 месяца", 0, 8, False),
        ("Сова", 1, 12, True), ("Кассир", 1, 12, False), ("Чеки.", 1, 9, False),
        ("Лиса", 1, 12, True), ("Повар", 1, 12, False), ("Супы.", 1, 9, False),
    ]  # fmt: skip
    cells = [
        Line(text=text, font_size=size, is_bold=is_bold, cell=(0, 0, column))
        for text, column, size, is_bold in rows
    ]
    plain = [Line(text=text) for text in hh_header()]
    lines = [*plain, *cells, *(Line(text=text) for text in hh_rest())]
    numbered = tuple(replace(line, number=number) for number, line in enumerate(lines, 1))
    resume = parse_document(Document(lines=numbered, media_type="application/msword"), TODAY).resume
    assert [(job.start, job.company, job.position) for job in resume.work_experience] == [
        ("2021-06", "Сова", "Кассир"),
        ("2020-03", "Лиса", "Повар"),
    ]


def test_a_level_of_education_is_a_heading_of_the_page() -> None:
    header = [line for line in hh_header() if line != "Желаемая должность и зарплата"]
    lines = [
        *header, *DATES, "Сова", "Кассир", "Навыки", "SQL", "Git",
        "Среднее специальное", "2012", "Техникум погоды, Омск",
        "Знание языков", "Русский — Родной",
    ]  # fmt: skip
    assert parse_document(document_of(lines), TODAY).resume.key_skills == ("SQL", "Git")
