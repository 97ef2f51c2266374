"""Jobs one by one: on buttons, and as a person would type them."""

from bot.i18n import Html, Translator, join_html
from bot.replies.cutting import one_line
from domain.errors import AnswerProblem
from domain.resume import Job, Resume

_BUTTON_UNITS = 30
_HEAD_UNITS = 300
_DESCRIPTION_UNITS = 900


def job_label(job: Job) -> str:
    """`2021 · Analyst, Lighthouse`, for a button."""
    names = ", ".join(filter(None, (job.position, job.company))) or job.description or "—"
    year = f"{job.start[:4]} · " if job.start else ""
    return one_line(f"{year}{names}", _BUTTON_UNITS)


def skill_label(skill: str) -> str:
    return one_line(skill, _BUTTON_UNITS // 2)


def typed_job(translator: Translator, job: Job) -> str:
    """The job's first line as its question asks for it, to be copied, corrected and sent."""
    names = ", ".join(filter(None, (job.position, job.company)))
    dates = job.start or ""
    if job.start and job.current:
        now = translator.plain("job-now")
        dates = f"{job.start} - {now}"
    elif job.start and job.end:
        dates = f"{job.start} - {job.end}"
    return one_line(": ".join(filter(None, (dates, names))), _HEAD_UNITS)


def job_text(
    translator: Translator, resume: Resume, place: int, problem: AnswerProblem | None
) -> Html:
    """The question for one job."""
    job = resume.work_experience[place]
    total = len(resume.work_experience)
    parts = [translator.html("job-title", number=place + 1, total=total)]
    if problem:
        parts.append(
            translator.html("error-invalid-answer", reason=problem, field="work_experience")
        )
    parts.append(translator.html("job-copy", line=typed_job(translator, job)))
    if job.description:
        description = one_line(job.description, _DESCRIPTION_UNITS)
        parts.append(translator.html("job-description", description=description))
    parts.append(translator.html("job-ask"))
    return join_html("\n\n", parts)
