"""The fields of a resume as whole texts, for cells."""

from bot.spreadsheets.table import Cell
from domain.fields import FieldName
from domain.resume import Job, Resume


def field_cell(resume: Resume, field: FieldName) -> Cell:
    """None where the resume does not say."""
    if field == "age":
        return resume.age
    if field == "key_skills":
        return ", ".join(resume.key_skills) or None
    if field == "salary":
        return resume.salary.text if resume.salary else None
    if field == "work_experience":
        return "\n".join(map(_job, resume.work_experience)) or None
    value: str | None = getattr(resume, field)
    return value


def _job(job: Job) -> str:
    """`2019-04 – …: Analyst, Lighthouse. What they did`; an open end is an ellipsis."""
    end = "…" if job.current else job.end
    period = " – ".join(filter(None, (job.start, end)))
    names = ", ".join(filter(None, (job.position, job.company)))
    what = ". ".join(filter(None, (names, job.description)))
    return ": ".join(filter(None, (period, what)))
