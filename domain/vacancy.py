"""What a recruiter hires for, asked once and applied to every resume."""

from datetime import datetime
from typing import Final

from pydantic import BaseModel, ConfigDict

from domain.resume import Resume, Salary

VacancyFact = str | Salary | None
"""A title, a company, a grade or a salary; no vacancy is without a title."""


_CLAIMS: Final = {"ru": "претендует на грейд {grade}", "en": "applies for the grade {grade}"}


class NewVacancy(BaseModel):
    """`title` is the recruiter's own name for it. What is None is left as the resume says it."""

    model_config = ConfigDict(frozen=True)

    user_id: int
    title: str
    client_name: str | None = None
    grade: str | None = None
    salary: Salary | None = None

    def applied_to(self, resume: Resume) -> Resume:
        """The resume as a claim to this vacancy.

        The target company is the vacancy's. The salary stays the candidate's own where there is
        one, and the claimed grade joins its text, which is where the training rows have it
        ("200 000, претендует на грейд Senior"), in the resume's language.
        """
        changed = resume
        if self.client_name:
            changed = changed.with_field("client_name", self.client_name)
        salary = resume.salary or self.salary
        if self.grade:
            claim = _CLAIMS["en" if resume.language == "en" else "ru"].format(grade=self.grade)
            text = salary.text if salary else ""
            if claim.casefold() not in text.casefold():
                base = salary or Salary(text=claim)
                text = f"{text}, {claim}" if text else claim
                salary = base.model_copy(update={"text": text})
        if salary != resume.salary:
            changed = changed.with_field("salary", salary)
        return changed


class Vacancy(NewVacancy):
    """A stored vacancy; a closed one takes no new resumes and stays in the history."""

    id: int
    created_at: datetime
    closed_at: datetime | None = None
