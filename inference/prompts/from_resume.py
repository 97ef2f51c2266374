"""Resume as data -> the row of texts that the model was trained on."""

import re
from typing import Final

from domain.resume import Job, Resume, Salary
from inference.prompts.row import MISSING, PromptRow

_LIST_MARK: Final = re.compile(r"^[ \t]*(?:[-–—•·*▪●○◦‣■□➢✓]+|[0-9]{1,2}[.)])[ \t]+", re.MULTILINE)


def row_from_resume(resume: Resume) -> PromptRow:
    """The seven texts; a pure function of the resume, so the same on any day.

    A job becomes one line, `2019-04-01 - 2021-02-01: title  Company. What was done`, with an
    open end where it is current (`2021-02-01 - : ...`) and the month or January where the day
    or month is not known. The training data has no company column: the company stands before
    the description, where people's own texts put it.
    """
    skills = tuple(map(_squeeze, resume.key_skills))
    jobs = tuple(map(job_line, resume.work_experience))
    return PromptRow(
        age=str(resume.age) if resume.age is not None else MISSING,
        city=_one_line(resume.city),
        position=_one_line(resume.position),
        key_skills=", ".join(filter(None, skills)) or MISSING,
        client_name=_one_line(resume.client_name),
        salary=_salary_text(resume.salary) if resume.salary else MISSING,
        work_experience="\n".join(filter(None, jobs)) or MISSING,
        total_experience=total_experience_text(resume.total_experience_months),
        skills=skills,
        jobs=jobs,
    )


def total_experience_text(months: int | None) -> str | None:
    """How the template `budget-1` states the length of a career."""
    return None if months is None else f"всего {months} мес."


def job_line(job: Job) -> str:
    """One job in the form of the training data; empty for a job without any word or date."""
    company, description = _squeeze(job.company), _squeeze(_without_list_marks(job.description))
    body = ". ".join(filter(None, (company.rstrip("."), description)))
    words = "  ".join(filter(None, (_squeeze(job.position), body)))
    if job.start is None and job.end is None and not job.current:
        return words
    return f"{_full_date(job.start)} - {_full_date(job.end)}: {words}".rstrip()


def _without_list_marks(description: str | None) -> str:
    """Word keeps a list's marks and numbers in its style, a PDF and a person write them."""
    return _LIST_MARK.sub("", description or "")


def _full_date(year_month: str | None) -> str:
    if year_month is None:
        return ""
    return f"{year_month}-01" if "-" in year_month else f"{year_month}-01-01"


def _salary_text(salary: Salary) -> str:
    if stated := _squeeze(salary.text):
        return stated
    bounds = (("от", salary.amount_from), ("до", salary.amount_to))
    words = [f"{word} {amount}" for word, amount in bounds if amount is not None]
    return " ".join([*words, salary.currency or ""]).strip() if words else MISSING


def _one_line(text: str | None) -> str:
    return _squeeze(text) or MISSING


def _squeeze(text: str | None) -> str:
    return " ".join((text or "").split())
