"""A typed answer that does not fit."""

from typing import Literal

from domain.errors.root import ResumeExpertiseError
from domain.fields import FieldName

AnswerProblem = Literal[
    "empty",
    "too_long",
    "not_a_number",
    "out_of_range",
    "no_letters",
    "no_jobs",
    "bad_dates",
    "no_such_date",
    "end_before_start",
    "in_the_future",
]


class InvalidAnswerError(ResumeExpertiseError):
    """A typed answer that does not fit its field."""

    def __init__(self, field: FieldName, reason: AnswerProblem) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason
