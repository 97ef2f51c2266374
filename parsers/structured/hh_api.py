"""A resume of hh.ru's API (https://api.hh.ru/openapi/redoc#tag/Prosmotr-rezyume)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import JsonValue, ValidationError

from domain.career import newest_first
from domain.resume import MAX_AGE_YEARS, MIN_AGE_YEARS, Currency, Job, Reading, Salary
from parsers.structured.assembling import assemble
from parsers.text.cleaning import clean_text

Record = Mapping[str, JsonValue]

_CURRENCIES: Final[Mapping[str, Currency]] = {
    "RUR": "RUB",
    "RUB": "RUB",
    "USD": "USD",
    "EUR": "EUR",
    "KZT": "KZT",
    "BYR": "BYN",
    "BYN": "BYN",
    "UAH": "UAH",
    "UZS": "UZS",
    "KGS": "KGS",
    "GEL": "GEL",
    "AZN": "AZN",
}
_OWN_NAMES: Final = frozenset({"title", "skill_set", "area", "total_experience", "birth_date"})
_DATE: Final = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-\d\d)?")
_MAX_SKILLS: Final = 300


def is_api_resume(record: Record) -> bool:
    return isinstance(record.get("experience"), list) and bool(_OWN_NAMES & record.keys())


def read_api_resume(record: Record, today: date) -> Reading:
    """Raises NotAResumeError. `skills` is the text about oneself there; tags are `skill_set`."""
    jobs = record.get("experience")
    total = record.get("total_experience")
    months = total.get("months") if isinstance(total, dict) else None
    return assemble(
        {
            "age": _age(record, today),
            "city": _named(record.get("area")),
            "position": _text(record.get("title")),
            "key_skills": _skills(record.get("skill_set")),
            "salary": _salary(record.get("salary")),
            "work_experience": tuple(
                newest_first([_job(job) for job in _list(jobs) if isinstance(job, dict)])
            ),
        },
        layout="hh_api",
        today=today,
        total_experience_months=months if isinstance(months, int) and months >= 0 else None,
    )


def _age(record: Record, today: date) -> int | None:
    age = record.get("age")
    birth = _text(record.get("birth_date"))
    if not isinstance(age, int) and birth is not None:
        try:
            born = date.fromisoformat(birth[:10])
        except ValueError:
            return None
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if isinstance(age, int) and MIN_AGE_YEARS <= age <= MAX_AGE_YEARS:
        return age
    return None


def _skills(value: JsonValue) -> tuple[str, ...]:
    skills = (_named(skill) or _text(skill) for skill in _list(value))
    return tuple(dict.fromkeys(skill for skill in skills if skill))[:_MAX_SKILLS]


def _salary(value: JsonValue) -> Salary | None:
    if not isinstance(value, dict):
        return None
    amount = value.get("amount")
    if isinstance(amount, bool) or not isinstance(amount, int | float) or not 0 < amount < 1e9:
        return None
    code = _text(value.get("currency")) or ""
    currency = _CURRENCIES.get(code)
    return Salary(
        amount_from=round(amount),
        currency=currency,
        text=f"{round(amount)} {currency or ''}".strip(),
    )


def _job(job: Record) -> Job:
    start, end = _month(job.get("start")), _month(job.get("end"))
    company = _text(job.get("company")) or _named(job.get("employer"))
    about = {
        "company": company,
        "position": _text(job.get("position")),
        "description": _long_text(job.get("description")),
    }
    try:
        return Job(start=start, end=end, current=bool(start) and job.get("end") is None, **about)
    except ValidationError:
        return Job(**about)


def _month(value: JsonValue) -> str | None:
    match = _DATE.match(value) if isinstance(value, str) else None
    return f"{match[1]}-{match[2]}" if match else None


def _named(value: JsonValue) -> str | None:
    return _text(value.get("name")) if isinstance(value, dict) else None


def _text(value: JsonValue) -> str | None:
    """One line."""
    return " ".join(clean_text(value).split()) or None if isinstance(value, str) else None


def _long_text(value: JsonValue) -> str | None:
    if not isinstance(value, str):
        return None
    lines = (clean_text(line).rstrip() for line in value.splitlines())
    return "\n".join(line for line in lines if line.strip()) or None


def _list(value: JsonValue) -> list[JsonValue]:
    return value if isinstance(value, list) else []
