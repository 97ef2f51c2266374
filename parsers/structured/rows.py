"""Rows with the columns of the training data, and resumes in the form that we print."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from pydantic import JsonValue, ValidationError

from domain.career import newest_first
from domain.errors import InvalidAnswerError
from domain.fields import FIELD_NAMES, FieldName
from domain.resume import Job, Reading, Salary
from parsers.answers import TypedAnswerReader
from parsers.structured.assembling import assemble
from parsers.text.cleaning import clean_text

Record = Mapping[str, JsonValue]

_ABSENT: Final = frozenset({"", "нет информации", "nan", "none", "null", "не указано", "-"})
_MAX_JOBS: Final = 100


def read_row(record: Record, today: date) -> Reading:
    """Raises NotAResumeError. A text that does not fit its field is left out, as if not told."""
    months = record.get("total_experience_months")
    return assemble(
        {name: _value(name, record.get(name)) for name in FIELD_NAMES},
        layout="rows",
        today=today,
        total_experience_months=months if isinstance(months, int) and months >= 0 else None,
    )


def _value(name: FieldName, value: JsonValue) -> Any:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _typed(name, f"{value:.0f}")
    if isinstance(value, str):
        return _typed(name, value)
    if name == "key_skills" and isinstance(value, list):
        return tuple(skill for skill in value if isinstance(skill, str) and skill.strip())
    if name == "work_experience" and isinstance(value, list):
        jobs = [job for item in value[:_MAX_JOBS] if (job := _job(item))]
        return tuple(newest_first(jobs))
    if name == "salary" and isinstance(value, dict):
        return _salary(value)
    return None


def _typed(name: FieldName, text: str) -> Any:
    """As a person would have typed it into the form."""
    text = "\n".join(clean_text(line) for line in text.splitlines())
    if text.strip().lower() in _ABSENT:
        return None
    try:
        return TypedAnswerReader(is_strict=False).read_answer(name, text)
    except InvalidAnswerError:
        return (Job(description=text),) if name == "work_experience" else None


def _job(value: JsonValue) -> Job | None:
    if isinstance(value, str):
        return Job(description=value) if value.strip() else None
    if not isinstance(value, dict):
        return None
    told = {name: value[name] for name in Job.model_fields if value.get(name) is not None}
    try:
        return Job.model_validate(told)
    except ValidationError:
        return None


def _salary(value: Record) -> Salary | None:
    told = {name: value[name] for name in Salary.model_fields if value.get(name) is not None}
    try:
        return Salary.model_validate({"text": ""} | told)
    except ValidationError:
        return None
