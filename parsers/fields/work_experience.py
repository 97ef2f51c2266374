"""Jobs: education, courses, certificates and projects never become jobs."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from domain.career import newest_first
from domain.resume import Job
from parsers.fields.dates import find_ranges
from parsers.fields.jobs.careers import career_of, goes_on
from parsers.fields.jobs.free import read_free_jobs, read_jobs_of_tables
from parsers.fields.jobs.hh import read_hh_jobs
from parsers.fields.jobs.huntflow import read_huntflow_jobs
from parsers.fields.jobs.linkedin import read_linkedin_jobs
from parsers.fields.words import EDUCATION, role_strength
from parsers.layouts.found import BY_LAYOUT, BY_PLACE, BY_SHAPE, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

_PARAGRAPH = 140
_AGED = re.compile(
    r"(?:^|[,.|•]\s?)\d\d(?:\s?(?:лет|года?|y\.?\s?o)(?!\w)|(?=\s?[,|•]))", re.IGNORECASE
)
"""`Ольга, 34, Самара`: who, not where."""
_UNNAMED = (SectionName.HEADER, SectionName.ABOUT, SectionName.POSITION, SectionName.PERSONAL)
_READERS: Mapping[Layout, Callable[[Sequence[Row]], list[Job]]] = {
    Layout.HH: read_hh_jobs,
    Layout.LINKEDIN: read_linkedin_jobs,
    Layout.HUNTFLOW: read_huntflow_jobs,
    Layout.INDEED: partial(read_free_jobs, title_first=True),
}


def extract_work_experience(outline: Outline) -> Found[tuple[Job, ...]] | None:
    """Newest first, whatever the document's order; None where it names no job."""
    read = _READERS.get(outline.layout, read_free_jobs)
    jobs: list[Job] = []
    first_row = None
    for rows in _careers(outline):
        found = read(rows)
        if found and first_row is None:
            first_row = rows[0]
        jobs.extend(found)
    if not jobs:
        return _without_heading(outline)
    confidence = BY_LAYOUT if outline.layout is not Layout.FREE else BY_SHAPE
    return Found(tuple(newest_first(jobs)), first_row, confidence)


def _careers(outline: Outline) -> list[Sequence[Row]]:
    """The rows of each section of jobs, with jobs below that a row within one cut off."""
    careers: list[Sequence[Row]] = []
    above: SectionName | None = None
    for section in outline.sections:
        if section.name is SectionName.EXPERIENCE:
            careers.append(section.rows)
        elif above is SectionName.EXPERIENCE and outline.layout is Layout.FREE:
            more = goes_on(careers[-1], section)
            if more:
                careers[-1] = (*careers[-1], *more)
                continue
        above = section.name
    return careers


def _without_heading(outline: Outline) -> Found[tuple[Job, ...]] | None:
    """Jobs where no section is named so: of a table, under words about work, or those that say
    who and as what."""
    for section in outline.sections:
        tabled = [job for job in read_jobs_of_tables(section.rows) if job.position]
        if tabled:
            return Found(tuple(newest_first(tabled)), section.rows[0], BY_SHAPE)
    for section in outline.named(*_UNNAMED, SectionName.OTHER):
        career = career_of(section)
        jobs = read_free_jobs(career) if career else []
        if jobs and any(job.position or job.company for job in jobs):
            return Found(tuple(newest_first(jobs)), career[0], BY_SHAPE)
    unnamed = [
        section
        for section in outline.named(*_UNNAMED)
        if section.heading is not None or section.name is SectionName.HEADER
    ]
    told = [row for section in unnamed for row in section.rows if not _tells_of_studies(row)]
    rows = _below_introduction(told)
    jobs = [job for job in read_free_jobs(rows) if _is_surely_a_job(job)]
    return Found(tuple(newest_first(jobs)), rows[0], BY_PLACE) if jobs else None


def _below_introduction(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows below the last one that tells the age, if no job's dates stand above it."""
    first = next((index for index, row in enumerate(rows) if find_ranges(row.text)), 0)
    aged = [index for index, row in enumerate(rows[:first]) if _AGED.search(row.text)]
    return rows[aged[-1] + 1 :] if aged else rows


def _tells_of_studies(row: Row) -> bool:
    """A paragraph that mentions a school may tell of jobs too."""
    return bool(EDUCATION.search(row.text)) and len(row.text) < _PARAGRAPH


def _is_surely_a_job(job: Job) -> bool:
    title, company = job.position or "", job.company or ""
    return role_strength(title) == 2 and bool(company) and len(company.split()) <= 8
