"""What a person types into the form, and what is refused with a reason."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import AnswerProblem, InvalidAnswerError
from domain.fields import FIELD_NAMES, FieldName
from domain.resume import Resume
from parsers.answers import TypedAnswerReader

reader = TypedAnswerReader()


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("age", "34 года", 34),
        ("age", " мне 34 ", 34),
        ("city", "г. Москва, м. Сокол", "Москва"),
        ("city", "Нижний\u00a0Новгород", "Нижний Новгород"),
        ("position", "Python-разработчик / Team Lead", "Python-разработчик / Team Lead"),
        ("client_name", "ООО «Ромашка»", "ООО «Ромашка»"),
        ("key_skills", "Python, SQL; Git\nDocker", ("Python", "SQL", "Git", "Docker")),
        ("key_skills", "- Python\n- Работа в команде", ("Python", "Работа в команде")),
        ("work_experience", "нет опыта", ()),
        ("work_experience", "No experience", ()),
    ],
)
def test_answers(field: FieldName, text: str, value: Any) -> None:
    assert reader.read_answer(field, text) == value


@pytest.mark.parametrize(
    ("text", "amount_from", "amount_to", "currency"),
    [
        ("от 200 000 руб на руки", 200_000, None, "RUB"),
        ("200000", 200_000, None, None),
        ("150-200 тыс. руб.", 150_000, 200_000, "RUB"),
        ("до 90 000 ₽", None, 90_000, "RUB"),
        ("3000 $", 3000, None, "USD"),
        ("договорная", None, None, None),
    ],
)
def test_salaries(
    text: str, amount_from: int | None, amount_to: int | None, currency: str | None
) -> None:
    salary = reader.read_answer("salary", text)
    assert (salary.amount_from, salary.amount_to, salary.currency) == (
        amount_from,
        amount_to,
        currency,
    )
    assert salary.text == text


def test_several_jobs_come_newest_first() -> None:
    jobs = reader.read_answer(
        "work_experience",
        "2018-01 - 2019-03 intern, Foo LLC: stuff\n"
        "2019-04 — 2021-07 Python developer, Acme: what I did",
    )
    assert [(job.start, job.end, job.position, job.company, job.description) for job in jobs] == [
        ("2019-04", "2021-07", "Python developer", "Acme", "what I did"),
        ("2018-01", "2019-03", "intern", "Foo LLC", "stuff"),
    ]


def test_lines_copied_from_hh() -> None:
    (job,) = reader.read_answer(
        "work_experience", "Март 2021 —\nнастоящее время\n3 года\nООО Рога\nМенеджер\nпродажи"
    )
    assert (job.start, job.current, job.company) == ("2021-03", True, "ООО Рога")
    assert (job.position, job.description) == ("Менеджер", "продажи")


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("age", "abc", "not_a_number"),
        ("age", "12 и 15", "not_a_number"),
        ("age", "340", "out_of_range"),
        ("age", "5", "out_of_range"),
        ("city", "123", "no_letters"),
        ("position", "—", "no_letters"),
        ("key_skills", ", ;", "no_letters"),
        ("salary", "12 34", "not_a_number"),
        ("salary", "999999999999", "out_of_range"),
        ("work_experience", "ничего особенного", "no_jobs"),
        ("work_experience", "32.13.2020 где-то", "no_such_date"),
        ("work_experience", "13.2020 - 05.2021 инженер, Сова", "no_such_date"),
        ("work_experience", "2021-13 - 2022-05 инженер, Сова", "no_such_date"),
        ("work_experience", "31.02.2019 - 31.07.2021 инженер, Сова", "no_such_date"),
        ("work_experience", "2020 - 2018 инженер, Сова", "end_before_start"),
        ("work_experience", "12.2020 - 01.2019 инженер, Сова", "end_before_start"),
        ("work_experience", "2098 - 2099 инженер, Сова", "bad_dates"),
        ("work_experience", "2044 - 2045 инженер, Сова", "in_the_future"),
        ("work_experience", "май 2044 - н.в. инженер, Сова", "in_the_future"),
        ("work_experience", "2020 инженер", "bad_dates"),
        ("client_name", "\u200b \u00a0", "empty"),
        ("city", "а" * 101, "too_long"),
    ],
)
def test_refusals(field: FieldName, text: str, reason: str) -> None:
    with pytest.raises(InvalidAnswerError) as refusal:
        reader.read_answer(field, text)
    assert (refusal.value.field, refusal.value.reason) == (field, reason)


@pytest.mark.parametrize(
    ("text", "title", "company", "description"),
    [
        ("2019-2021 инженер, ООО Сова, чинил станки", "инженер", "ООО Сова", "чинил станки"),
        ("2019-2021 инженер в ООО Сова чинил станки", "инженер", "ООО Сова", "чинил станки"),
        (
            "2019-2021 стажёр, Яндекс. Писал тесты, 12 человек.",
            "стажёр",
            "Яндекс",
            "Писал тесты, 12 человек.",
        ),
        ("2019 - 2021: инженер  чинил станки", "инженер", None, "чинил станки"),
        ("2019-04-01 - 2021-07-01: Инженер  Чинил.", "Инженер", None, "Чинил."),
    ],
)
def test_text_behind_the_company_is_the_description(
    text: str, title: str, company: str | None, description: str
) -> None:
    (job,) = reader.read_answer("work_experience", text)
    assert (job.position, job.company, job.description) == (title, company, description)


def test_a_job_told_in_a_sentence() -> None:
    (job,) = reader.read_answer(
        "work_experience", "Работал инженером в ООО Сова с 2019 по 2021 год"
    )
    assert (job.start, job.end, job.position, job.company) == (
        "2019",
        "2021",
        "инженер",
        "ООО Сова",
    )


@settings(deadline=None)
@given(st.integers(1950, 2026), st.integers(1, 12), st.integers(1950, 2026), st.integers(1, 12))
def test_dates_are_kept_as_typed_or_refused(y1: int, m1: int, y2: int, m2: int) -> None:
    text = f"{m1:02}.{y1} - {m2:02}.{y2} инженер, ООО Сова"
    now = (date.today().year, date.today().month)
    expected: AnswerProblem | None = None
    if max((y1, m1), (y2, m2)) > now:
        expected = "in_the_future"
    if (y2, m2) < (y1, m1):
        expected = "end_before_start"
    if expected is not None:
        with pytest.raises(InvalidAnswerError) as refusal:
            reader.read_answer("work_experience", text)
        assert refusal.value.reason == expected
        return
    (job,) = reader.read_answer("work_experience", text)
    assert (job.start, job.end) == (f"{y1}-{m1:02}", f"{y2}-{m2:02}")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("problem", get_args(AnswerProblem))
def test_every_refusal_has_its_words(language: str, problem: str) -> None:
    words = Path("bot/locales", language, "fields.ftl").read_text(encoding="utf-8")
    assert f"[{problem}] " in words


@settings(deadline=None)
@given(st.sampled_from(FIELD_NAMES), st.text(max_size=150))
def test_an_answer_fits_the_resume_or_is_refused(field: FieldName, text: str) -> None:
    try:
        value = reader.read_answer(field, text)
    except InvalidAnswerError:
        return
    Resume().with_field(field, value)
