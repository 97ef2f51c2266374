from datetime import date

import pytest

from domain.resume import Reading
from parsers.files.limits import DEFAULT_LIMITS
from parsers.structured.hh_page import read_hh_page

TODAY = date(2026, 3, 1)


def read(body: str) -> Reading | None:
    return read_hh_page(f"<html><body>{body}</body></html>".encode(), DEFAULT_LIMITS, TODAY)


def qa(name: str, text: str) -> str:
    return f'<div data-qa="{name}">{text}</div>'


def test_another_page_is_none() -> None:
    assert read("<p>Опыт работы</p>") is None


def test_jobs_of_the_newer_page_share_their_company() -> None:
    jobs = "".join(
        "<div>"
        + qa("resume-experience-period", period)
        + qa("resume-block-experience-position", title)
        + "</div>"
        for period, title in (("Май 2021 — сейчас", "Ведущий"), ("Май 2019 — Май 2021", "Младший"))
    )
    reading = read(
        qa("resume-block-title-position", "Технолог")
        + qa("resume-experience-block-title", "Опыт работы 6 лет 11 месяцев")
        + qa("resume-experience-block", qa("resume-experience-company-title", "Завод") + jobs)
    )
    assert reading is not None
    assert [
        (job.start, job.end, job.current, job.company, job.position)
        for job in reading.resume.work_experience
    ] == [
        ("2021-05", None, True, "Завод", "Ведущий"),
        ("2019-05", "2021-05", False, "Завод", "Младший"),
    ]
    assert reading.resume.total_experience_months == 83


def test_age_is_read_from_the_birthday() -> None:
    reading = read(
        qa("resume-block-title-position", "Технолог")
        + qa("resume-personal-birthday", "5 марта 1990")
    )
    assert reading is not None
    assert reading.resume.age == 35


@pytest.mark.parametrize("style", ["display:none", "color:white", "font-size:1px"])
def test_hidden_tags_are_no_skills(style: str) -> None:
    tags = f'<span data-qa="bloko-tag__text">SQL<i style="{style}">, Rust</i></span>'
    reading = read(qa("resume-block-title-position", "Технолог") + qa("skills-table", tags))
    assert reading is not None
    assert reading.resume.key_skills == ("SQL",)
    assert reading.resume.warnings == ("hidden_text",)
