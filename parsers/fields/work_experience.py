"""Jobs: education, courses, certificates and projects never become jobs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from domain.career import month_index
from domain.resume import Job
from parsers.fields.jobs.free import read_free_jobs
from parsers.fields.jobs.hh import read_hh_jobs
from parsers.layouts.found import BY_LAYOUT, BY_SHAPE, Found
from parsers.layouts.row import Row
from parsers.layouts.section import Layout, Outline, SectionName

_FAR_FUTURE = 2100 * 12
_READERS: Mapping[Layout, Callable[[Sequence[Row]], list[Job]]] = {
    Layout.HH: read_hh_jobs,
    Layout.LINKEDIN: partial(read_free_jobs, carries_company=True),
    Layout.INDEED: partial(read_free_jobs, title_first=True),
}


def extract_work_experience(outline: Outline) -> Found[tuple[Job, ...]] | None:
    """Newest first, whatever the document's order; None where it names no job."""
    read = _READERS.get(outline.layout, read_free_jobs)
    jobs: list[Job] = []
    first_row = None
    for section in outline.named(SectionName.EXPERIENCE):
        found = read(section.rows)
        if found and first_row is None:
            first_row = section.rows[0]
        jobs.extend(found)
    if not jobs:
        return None
    confidence = BY_LAYOUT if outline.layout is not Layout.FREE else BY_SHAPE
    return Found(tuple(newest_first(jobs)), first_row, confidence)


def newest_first(jobs: Sequence[Job]) -> list[Job]:
    """Oldest-first documents are turned round; parallel jobs keep their order."""
    if len(jobs) < 2 or _is_newest_first(jobs):
        return list(jobs)
    return sorted(jobs, key=_recency, reverse=True)


def _is_newest_first(jobs: Sequence[Job]) -> bool:
    keys = [_recency(job)[1] for job in jobs]
    return all(above >= below for above, below in zip(keys, keys[1:], strict=False))


def _recency(job: Job) -> tuple[int, int]:
    start = month_index(job.start, year_only_month=1) if job.start else 0
    if job.current:
        return _FAR_FUTURE, start
    return (month_index(job.end, year_only_month=1) if job.end else start), start
