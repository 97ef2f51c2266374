"""Typed answers of the guided form and of corrections, read into field values."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from domain.career import newest_first
from domain.errors import AnswerProblem, InvalidAnswerError
from domain.fields import FieldName
from domain.resume import MAX_AGE_YEARS, MIN_AGE_YEARS, Job, Salary
from parsers.fields.durations import duration_at_start
from parsers.fields.jobs.typed import read_typed_jobs
from parsers.fields.money import read_salary
from parsers.fields.skill_texts import split_typed_skills
from parsers.layouts.normalise import one_spaced
from parsers.layouts.row import rows_of_text
from parsers.typed_dates import refuse_future_jobs, refuse_impossible_dates

_MAX_LENGTHS: Final[Mapping[FieldName, int]] = {
    "age": 40,
    "city": 100,
    "position": 200,
    "key_skills": 4000,
    "client_name": 200,
    "salary": 200,
    "work_experience": 20_000,
}
_LETTER: Final = re.compile(r"[^\W\d_]")
_NUMBER: Final = re.compile(r"(?<![\d.,])(\d{1,3})(?![\d.,]*\d)")
_CITY_LEAD: Final = re.compile(r"^(?:г(?:ор)?\.\s*|город\s+|city of\s+|живу в\s+)", re.IGNORECASE)
_NO_JOBS: Final = re.compile(
    r"^(?:(?:у меня\s+)?(?:пока\s+)?(?:без\s+опыта(?:\s+работы)?|нет\s+опыта(?:\s+работы)?|"
    r"опыта(?:\s+работы)?\s+(?:пока\s+)?нет|"
    r"не\s+работал[аи]?)|(?:i have\s+)?no\s+(?:work\s+)?experience|none|нет)[.!]?$",
    re.IGNORECASE,
)
_DATES_OF_SOME_KIND: Final = re.compile(r"\d{4}|\d{1,2}[./]\d{2,4}")


class TypedAnswerReader:
    """Implements domain.ports.AnswerReader."""

    def __init__(self, *, is_strict: bool = True) -> None:
        """`is_strict` refuses dates that can't be; rows of data are read as far as they go."""
        self._is_strict = is_strict
        self._readers: Mapping[FieldName, Callable[[str], Any]] = {
            "age": _read_age,
            "city": _read_city,
            "position": lambda text: _read_words("position", text),
            "key_skills": _read_key_skills,
            "client_name": lambda text: _read_words("client_name", text),
            "salary": _read_salary,
            "work_experience": self._read_work_experience,
        }

    def read_answer(self, field: FieldName, text: str) -> Any:
        """The value for `Resume.with_field`; raises InvalidAnswerError with the problem."""
        if len(text) > _MAX_LENGTHS[field]:
            raise InvalidAnswerError(field, "too_long")
        if not one_spaced(text):
            raise InvalidAnswerError(field, "empty")
        return self._readers[field](text)

    def _read_work_experience(self, text: str) -> tuple[Job, ...]:
        """One or more jobs; an explicit "no experience" is an empty career."""
        words = one_spaced(text)
        if _NO_JOBS.match(words):
            return ()
        _refuse_unless(bool(_LETTER.search(words)), "work_experience", "no_letters")
        jobs = read_typed_jobs(rows_of_text(text))
        if self._is_strict:
            refuse_impossible_dates(text, is_a_job=bool(jobs))
            refuse_future_jobs(jobs, date.today())
        if not jobs:
            has_dates = bool(_DATES_OF_SOME_KIND.search(words)) and duration_at_start(words) is None
            raise InvalidAnswerError("work_experience", "bad_dates" if has_dates else "no_jobs")
        return tuple(newest_first(jobs))


def _read_age(text: str) -> int:
    """Whole years: `34`, `34 года`, `мне 34`."""
    numbers = _NUMBER.findall(one_spaced(text))
    if len(numbers) != 1:
        raise InvalidAnswerError("age", "not_a_number")
    age = int(numbers[0])
    if not MIN_AGE_YEARS <= age <= MAX_AGE_YEARS:
        raise InvalidAnswerError("age", "out_of_range")
    return age


def _read_city(text: str) -> str:
    return _CITY_LEAD.sub("", _read_words("city", text)).split(",")[0].strip(" .")


def _read_words(field: FieldName, text: str) -> str:
    """One line of text with a letter in it."""
    words = one_spaced(text).strip(" ,;")
    _refuse_unless(bool(_LETTER.search(words)), field, "no_letters")
    return words


def _refuse_unless(is_good: bool, field: FieldName, problem: AnswerProblem) -> None:
    if not is_good:
        raise InvalidAnswerError(field, problem)


def _read_key_skills(text: str) -> tuple[str, ...]:
    skills = tuple(split_typed_skills(text))
    _refuse_unless(any(_LETTER.search(skill) for skill in skills), "key_skills", "no_letters")
    return skills


def _read_salary(text: str) -> Salary:
    """`от 200 000 руб на руки`, `200к`, `3000 $`; a bare number is taken as it stands."""
    words = one_spaced(text)
    salary = read_salary(words)
    if salary is not None:
        return salary
    numbers = re.findall(r"\d+", words)
    if len(numbers) == 1 and int(numbers[0]) > 0:
        if int(numbers[0]) > 100_000_000:
            raise InvalidAnswerError("salary", "out_of_range")
        return Salary(amount_from=int(numbers[0]), text=words)
    # "Договорная", "рассмотрю предложения": words without a sum still tell the model something.
    _refuse_unless(bool(_LETTER.search(words)) and not numbers, "salary", "not_a_number")
    return Salary(text=words)
