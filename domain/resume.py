"""What was read from one person's resume.

Personal data that the score does not need (name, phone, e-mail, photo) has no place here.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from domain.fields import FieldName

_YEAR_MONTH = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?")

MIN_AGE_YEARS = 14
MAX_AGE_YEARS = 100
MAX_QUOTE_CHARACTERS = 300
MAX_AMOUNT = 10**12
MAX_MONTHS = 12_000
MAX_JOBS = 1_000
"""More than anybody had: each costs time wherever a resume is shown or scored."""
"""Above all sense: they only keep a forged figure from filling a message."""


def _check_year_month(value: str) -> str:
    if not _YEAR_MONTH.fullmatch(value):
        raise ValueError("a date must be YYYY-MM or YYYY")
    return value


YearMonth = Annotated[str, AfterValidator(_check_year_month)]
"""`YYYY-MM`, or `YYYY` where only the year is given."""

Currency = Literal["RUB", "USD", "EUR", "KZT", "BYN", "UAH", "UZS", "KGS", "GEL", "AZN"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Salary(_Frozen):
    """A salary expectation; amounts are whole units of `currency` per month."""

    amount_from: int | None = Field(default=None, ge=0, le=MAX_AMOUNT)
    amount_to: int | None = Field(default=None, ge=0, le=MAX_AMOUNT)
    currency: Currency | None = None
    text: str


class Job(_Frozen):
    """One line of a career; an open end is `end=None` with `current=True`."""

    start: YearMonth | None = None
    end: YearMonth | None = None
    current: bool = False
    company: str | None = None
    position: str | None = None
    description: str | None = None

    @model_validator(mode="after")
    def _open_end_has_no_date(self) -> "Job":
        if self.current and self.end is not None:
            raise ValueError("a current job has no end date")
        return self


class Resume(_Frozen):
    """A resume as DATA: `None` or empty where the document does not say.

    `work_experience` is newest first. `total_experience_months` is as stated by the
    document, else the union of the job intervals. `layout` names the recognised layout
    ("hh", "linkedin", "form", "free", ...). `warnings` are codes such as "hidden_text".
    """

    age: int | None = Field(default=None, ge=MIN_AGE_YEARS, le=MAX_AGE_YEARS)
    city: str | None = None
    position: str | None = None
    key_skills: tuple[str, ...] = ()
    client_name: str | None = None
    salary: Salary | None = None
    work_experience: tuple[Job, ...] = Field(default=(), max_length=MAX_JOBS)
    total_experience_months: int | None = Field(default=None, ge=0, le=MAX_MONTHS)
    language: Literal["ru", "en"] | None = None
    layout: str = "free"
    warnings: tuple[str, ...] = ()

    def with_field(self, field: FieldName, value: Any) -> "Resume":
        """A copy with one field replaced, validated again.

        A career that a person corrected makes a stated total stale, so the total is
        recomputed from the new jobs.
        """
        from domain.career import total_months

        changed = self.model_dump() | {field: value}
        if field == "work_experience":
            jobs = tuple(Job.model_validate(job) for job in value or ())
            changed |= {"work_experience": jobs, "total_experience_months": total_months(jobs)}
        return Resume.model_validate(changed)

    def is_blank(self) -> bool:
        """True where no field that is judged was read at all."""
        return not any(
            (self.age, self.city, self.position, self.key_skills, self.salary, self.work_experience)
        )


class FieldEvidence(_Frozen):
    """Where a field was read and how sure the reader is.

    `confidence` is the reader's own rank of the rule that matched (1 = a labelled value,
    0.5 = a guess from position); it is not a calibrated probability. Page and line count
    from 1; `box` is (x0, top, x1, bottom) in points from the page's top left. `quote` is that
    line's text without contacts and name, where the format has no pages to show.
    """

    confidence: float = Field(ge=0, le=1)
    page: int | None = None
    line: int | None = None
    box: tuple[float, float, float, float] | None = None
    quote: str | None = Field(default=None, max_length=MAX_QUOTE_CHARACTERS)

    @property
    def is_doubtful(self) -> bool:
        return self.confidence < DOUBTFUL_BELOW


DOUBTFUL_BELOW = 0.7


class Reading(_Frozen):
    """What the reader made of one file."""

    resume: Resume
    evidence: Mapping[FieldName, FieldEvidence] = Field(default_factory=dict)
