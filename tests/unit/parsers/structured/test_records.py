import contextlib
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import DamagedFileError, NotAResumeError, ResumeFileError, TooComplexError
from domain.fields import FIELD_NAMES
from domain.resume import Resume
from parsers.files.limits import DEFAULT_LIMITS
from parsers.pipeline import read_resume
from parsers.structured.records import read_json
from tests.samples.make_samples import SAMPLES

TODAY = date(2026, 3, 1)


def read(record: object) -> Resume:
    return read_json(json.dumps(record).encode(), DEFAULT_LIMITS, TODAY).resume


def test_what_we_print_is_read_back() -> None:
    first = read_resume((SAMPLES / "hh_ru_2024.pdf").read_bytes(), "a.pdf").resume
    line = {"file": "a.pdf", "ok": True, "resume": first.model_dump(mode="json")}
    again = read(line)
    assert again == first.model_copy(update={"layout": "rows", "warnings": ()})


def test_absent_and_unfit_values_are_not_told() -> None:
    row = {
        "age": "нет информации",
        "city": None,
        "position": "Кассир",
        "salary": "?",
        "key_skills": float("nan"),
        "work_experience": "торговля, разное",
    }
    resume = read(row)
    assert (resume.age, resume.city, resume.salary, resume.key_skills) == (None, None, None, ())
    assert resume.work_experience[0].description == "торговля, разное"


@pytest.mark.parametrize(
    "wrap", [lambda row: [row], lambda row: {k: {"0": v} for k, v in row.items()}]
)
def test_a_record_alone_in_a_table_is_taken_out(wrap: object) -> None:
    assert callable(wrap)
    assert read(wrap({"position": "Кассир", "age": 30})).age == 30


def test_age_by_birth_date_and_open_job() -> None:
    resume = read(
        {
            "title": "Кассир",
            "birth_date": "1990-03-02",
            "experience": [{"start": "2020-01-01", "end": None, "position": "Кассир"}],
        }
    )
    assert resume.age == 35
    assert resume.work_experience[0].current
    assert resume.total_experience_months == 75


@pytest.mark.parametrize("record", [[], {}, {"a": 1}, [{"age": 30}, {"age": 31}], 5, {"age": None}])
def test_other_records_are_no_resume(record: object) -> None:
    with pytest.raises(NotAResumeError):
        read(record)


def test_broken_and_endless_json() -> None:
    with pytest.raises(DamagedFileError):
        read_json(b'{"age": 30', DEFAULT_LIMITS, TODAY)
    with pytest.raises(TooComplexError):
        read_json(b"[" * 200_000, DEFAULT_LIMITS, TODAY)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
API_NAMES = ["title", "area", "salary", "skill_set", "experience", "total_experience", "birth_date"]


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from([*FIELD_NAMES, *API_NAMES]), JSON))
def test_any_values_are_a_resume_or_a_named_error(record: dict[str, object]) -> None:
    with contextlib.suppress(ResumeFileError):
        read(record)
