"""Resume and training rows -> the seven texts."""

import json

import pytest
from hypothesis import given

from domain.fields import FIELD_NAMES
from domain.resume import Job, Resume, Salary
from inference.prompts import (
    MISSING,
    PromptRow,
    RowFormatError,
    is_column_oriented,
    row_from_json,
    row_from_resume,
    rows_from_columns,
)
from tests.unit.inference.rows import resumes


def test_a_resume_becomes_texts_like_the_training_rows() -> None:
    resume = Resume(
        age=34,
        city="Барнаул",
        position="Инженер данных",
        key_skills=("SQL", "Python"),
        salary=Salary(amount_from=200000, currency="RUB", text="от 200 000 ₽ на руки"),
        work_experience=(
            Job(
                start="2019-04",
                current=True,
                company="ООО Ромашка",
                position="Инженер данных",
                description="Строил\nвитрины",
            ),
            Job(start="2015", end="2019-03", position="Аналитик"),
            Job(description="Подработки"),
        ),
        total_experience_months=61,
    )
    assert row_from_resume(resume) == PromptRow(
        age="34",
        city="Барнаул",
        position="Инженер данных",
        key_skills="SQL, Python",
        client_name=MISSING,
        salary="от 200 000 ₽ на руки",
        work_experience=(
            "2019-04-01 - : Инженер данных  ООО Ромашка. Строил витрины\n"
            "2015-01-01 - 2019-03-01: Аналитик\n"
            "Подработки"
        ),
        total_experience="всего 61 мес.",
    )


@pytest.mark.parametrize("marks", [("- ", "- "), ("• ", "  • "), ("1. ", "2. "), ("1) ", "2)\t")])
def test_the_marks_of_a_list_are_no_part_of_what_was_done(marks: tuple[str, str]) -> None:
    first, second = marks
    marked = Job(start="2019", description=f"{first}Вёл 1-й цех\n{second}Сократил брак на 2.5 %")
    plain = Job(start="2019", description="Вёл 1-й цех\nСократил брак на 2.5 %")
    rows = [row_from_resume(Resume(work_experience=(job,))) for job in (marked, plain)]
    assert rows[0] == rows[1]


def test_a_blank_resume_is_all_missing() -> None:
    assert row_from_resume(Resume()) == PromptRow()
    assert PromptRow().present_fields() == ()


@given(resumes)
def test_every_job_is_one_line_and_no_text_is_blank(resume: Resume) -> None:
    row = row_from_resume(resume)
    assert all(row.text(field).strip() for field in FIELD_NAMES)
    if row.work_experience != MISSING:
        assert len(row.work_experience.splitlines()) <= len(resume.work_experience)


def test_salary_without_words_is_told_by_its_amounts() -> None:
    salary = Salary(amount_from=100, amount_to=200, currency="USD", text=" ")
    assert row_from_resume(Resume(salary=salary)).salary == "от 100 до 200 USD"


def test_a_training_row_keeps_its_texts_and_loses_its_gaps() -> None:
    row = row_from_json({"age": 34.0, "city": None, "salary": float("nan"), "grade_proof": "да"})
    assert row == PromptRow(age="34")


@pytest.mark.parametrize("value", [True, ["SQL"], {"a": "b"}])
def test_a_column_that_is_no_text_is_named(value: object) -> None:
    with pytest.raises(RowFormatError) as caught:
        row_from_json({"key_skills": value})  # type: ignore[dict-item]
    assert caught.value.column == "key_skills"


def test_repeated_jobs_are_left_once() -> None:
    jobs = "2020-01-01 - : QA  Тесты\nи отчёты\n2018-01-01 - 2019-01-01: QA  Тесты"
    assert row_from_json({"work_experience": "\n".join([jobs] * 4)}).work_experience == jobs
    assert row_from_json({"work_experience": jobs}).work_experience == jobs


def test_columns_of_pandas_become_rows() -> None:
    document = json.loads('{"age": {"0": "34", "7": "41"}, "city": {"0": "Омск", "7": null}}')
    assert is_column_oriented(document)
    rows = [row_from_json(row) for row in rows_from_columns(document)]
    assert rows == [PromptRow(age="34", city="Омск"), PromptRow(age="41")]
    assert not is_column_oriented({"age": "34", "city": "Омск"})


def test_lone_surrogates_do_not_reach_a_tokenizer() -> None:
    assert PromptRow(city="Ом\ud800ск").city == "Ом?ск"


def test_hiding_the_experience_hides_its_total() -> None:
    row = PromptRow(age="34", work_experience="2020-01-01 - : QA", total_experience="всего 61 мес.")
    assert row.without(["work_experience"]) == PromptRow(age="34")
    assert row.without(["age"]).total_experience == "всего 61 мес."


def test_a_row_is_summed_up_as_the_reader_sums_up_a_file() -> None:
    jobs = "2019-04-01 - 2021-03-01: QA  tests\n2015-01-01 - 2015-12-01: QA  more\n- : odd  x"
    assert row_from_json({"work_experience": jobs}).total_experience == "всего 36 мес."
    stated = {"work_experience": jobs, "total_experience": "всего 7 мес."}
    assert row_from_json(stated).total_experience == "всего 7 мес."


@pytest.mark.parametrize("jobs", ["нет информации", "работал", "2019-77-01 - : QA  tests"])
def test_what_has_no_dates_has_no_sum(jobs: str) -> None:
    assert row_from_json({"work_experience": jobs}).total_experience is None
