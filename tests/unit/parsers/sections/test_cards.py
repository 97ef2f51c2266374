"""Heads of Huntflow's and LinkedIn's jobs."""

import pytest

from parsers.fields.jobs.huntflow import split_head
from parsers.fields.jobs.linkedin import read_linkedin_jobs
from parsers.layouts.row import Row, row_of
from parsers.text.document import Line


@pytest.mark.parametrize(
    ("head", "title", "company"),
    [
        ("Инженер в ООО «Сова», Омск", "Инженер", "ООО «Сова»"),
        ("Инженер в АО «Сова», филиал в г. Тара, Омск", "Инженер", "АО «Сова», филиал в г. Тара"),
        ("Специалист в отдел продаж в Сова", "Специалист в отдел продаж", "Сова"),
        ("Аналитик в hh.example.ru", "Аналитик", "hh.example.ru"),
        ("Мастер / начальник смены в СК \"Луч\", Россия", "Мастер / начальник смены", 'СК "Луч"'),
        ("Инженер в , Омск", "Инженер", None),
        ("Фотограф", "Фотограф", None),
    ],
)  # fmt: skip
def test_huntflow_writes_title_in_company(head: str, title: str, company: str | None) -> None:
    assert split_head(head) == (title, company)


def rows(*lines: tuple[str, float]) -> list[Row]:
    return [row_of(Line(text=text, font_size=size, x0=223.0)) for text, size in lines]


def test_linkedin_roles_share_the_company_above_them() -> None:
    jobs = read_linkedin_jobs(
        rows(
            ("Oak & Tin, Leeds", 12),
            ("4 years 2 months", 10.5),
            ("Head of", 11.5),
            ("Pricing", 11.5),
            ("March 2022 - Present (2 years 1 month)", 10.5),
            ("Leeds", 10.5),
            ("Project: May 2022 - July 2022", 10.5),
            ("Analyst", 11.5),
            ("февраль 2020 - февраль 2022 (2 года 1 месяц)", 10.5),
            ("Mersey", 12),
            ("Grocers", 12),
            ("Assistant", 11.5),
            ("2019 - 2019 (less than a year)", 10.5),
        )
    )
    assert [(job.company, job.position, job.start, job.end) for job in jobs] == [
        ("Oak & Tin, Leeds", "Head of Pricing", "2022-03", None),
        ("Oak & Tin, Leeds", "Analyst", "2020-02", "2022-02"),
        ("Mersey Grocers", "Assistant", "2019", "2019"),
    ]
    assert jobs[0].description == "Project: May 2022 - July 2022"
