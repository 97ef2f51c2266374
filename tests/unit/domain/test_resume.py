"""A resume: what is allowed in, how one field is corrected, when there is nothing to score."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.fields import FIELD_NAMES, FieldName
from domain.resume import (
    MAX_AGE_YEARS,
    MIN_AGE_YEARS,
    FieldEvidence,
    Job,
    Reading,
    Resume,
    Salary,
)

_JOB = Job(start="2019-04", current=True, company="Ромашка", position="Аналитик")
_FULL = Resume(
    age=34,
    city="Барнаул",
    position="Аналитик",
    key_skills=("SQL",),
    client_name="Василёк",
    salary=Salary(amount_from=200_000, currency="RUB", text="от 200 000 ₽"),
    work_experience=(_JOB,),
    total_experience_months=61,
    language="ru",
    layout="hh",
    warnings=("hidden_text",),
)

_YEAR_MONTHS = st.builds(
    lambda year, month: f"{year}-{month:02d}" if month else str(year),
    st.integers(1900, 2099),
    st.integers(0, 12),
)


_NO_DATES = [
    *("", "19", "1899", "2100-01", "2019-00", "2019-13", "2019-4", "2019/04", "04.2019"),
    *("2019-04-01", "2019-04\n", " 2019", "２０１９", "20１９"),
]


@pytest.mark.parametrize("text", _NO_DATES)
def test_a_date_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        Job(start=text)


@given(start=_YEAR_MONTHS, end=_YEAR_MONTHS)
def test_every_year_and_month_of_two_centuries_is_a_date(start: str, end: str) -> None:
    job = Job(start=start, end=end)
    assert (job.start, job.end) == (start, end)


def test_a_current_job_has_no_end() -> None:
    with pytest.raises(ValidationError):
        Job(start="2019", end="2020", current=True)


@pytest.mark.parametrize("age", [MIN_AGE_YEARS - 1, MAX_AGE_YEARS + 1, -5])
def test_an_age_that_nobody_has_at_work_is_refused(age: int) -> None:
    with pytest.raises(ValidationError):
        Resume(age=age)


@pytest.mark.parametrize("amounts", [{"amount_from": -1}, {"amount_to": -1}])
def test_a_salary_is_not_negative(amounts: dict[str, int]) -> None:
    with pytest.raises(ValidationError):
        Salary(text="x", **amounts)


def test_personal_data_has_no_place() -> None:
    for name in ("name", "full_name", "phone", "email", "photo"):
        with pytest.raises(ValidationError):
            Resume.model_validate({name: "кто-то"})


def test_a_resume_survives_json_unchanged() -> None:
    assert Resume.model_validate_json(_FULL.model_dump_json()) == _FULL
    assert Resume.model_validate(_FULL.model_dump(mode="json")) == _FULL


def test_an_empty_resume_has_every_key_of_the_contract() -> None:
    assert Resume().model_dump(mode="json") == {
        "age": None,
        "city": None,
        "position": None,
        "key_skills": [],
        "client_name": None,
        "salary": None,
        "work_experience": [],
        "total_experience_months": None,
        "language": None,
        "layout": "free",
        "warnings": [],
    }


_NEW_VALUES: dict[FieldName, Any] = {
    "age": 40,
    "city": "Омск",
    "position": "Тестировщик",
    "key_skills": ("Python", "Go"),
    "client_name": None,
    "salary": None,
    "work_experience": (Job(start="2020-01", end="2020-12"),),
}


@pytest.mark.parametrize("field", FIELD_NAMES)
def test_correcting_a_field_changes_it_alone(field: FieldName) -> None:
    changed = _FULL.with_field(field, _NEW_VALUES[field])
    assert getattr(changed, field) == _NEW_VALUES[field]
    untouched = {"total_experience_months"} if field == "work_experience" else set()
    assert changed.model_dump(exclude={field} | untouched) == _FULL.model_dump(
        exclude={field} | untouched
    )
    assert _FULL.with_field(field, getattr(_FULL, field)).model_dump(
        exclude=untouched
    ) == _FULL.model_dump(exclude=untouched)


def test_a_corrected_career_gets_a_new_total() -> None:
    changed = _FULL.with_field("work_experience", _NEW_VALUES["work_experience"])
    assert changed.total_experience_months == 12
    assert _FULL.with_field("work_experience", ()).total_experience_months is None
    assert _FULL.with_field("position", "Архитектор").total_experience_months == 61


@pytest.mark.parametrize(
    ("field", "value"),
    [("age", 13), ("age", "сорок"), ("key_skills", 5), ("work_experience", ({"start": "x"},))],
)
def test_a_correction_is_checked_like_any_input(field: FieldName, value: Any) -> None:
    with pytest.raises(ValidationError):
        _FULL.with_field(field, value)


@pytest.mark.parametrize("field", [name for name in FIELD_NAMES if name != "client_name"])
def test_one_judged_field_is_enough_to_score(field: FieldName) -> None:
    assert not Resume().with_field(field, getattr(_FULL, field)).is_blank()


def test_what_says_nothing_of_the_person_is_blank() -> None:
    assert Resume().is_blank()
    assert Resume(client_name="Василёк", language="ru", layout="hh", warnings=("x",)).is_blank()


@given(confidence=st.floats(0, 1))
def test_a_labelled_value_is_not_doubtful_and_a_guess_is(confidence: float) -> None:
    assert FieldEvidence(confidence=confidence).is_doubtful == (confidence < 0.7)
    assert not FieldEvidence(confidence=1).is_doubtful
    assert FieldEvidence(confidence=0.5).is_doubtful


def test_a_reading_keeps_where_each_field_was_found() -> None:
    evidence = FieldEvidence(confidence=1, page=1, line=3, box=(10, 20, 30, 40))
    reading = Reading(resume=_FULL, evidence={"age": evidence})
    assert Reading.model_validate_json(reading.model_dump_json()) == reading
    with pytest.raises(ValidationError):
        Reading.model_validate({"resume": _FULL, "evidence": {"phone": evidence}})
