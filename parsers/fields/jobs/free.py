"""Jobs of free-form resumes (work in progress: dates with the nearest lines)."""

from collections.abc import Sequence

from domain.resume import Job
from parsers.fields.jobs.spans import find_spans
from parsers.fields.jobs.text import description_of
from parsers.layouts.row import Row


def read_free_jobs(rows: Sequence[Row]) -> list[Job]:
    spans = find_spans(rows)
    jobs = []
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        until = following.first if following else len(rows)
        jobs.append(span.job(None, None, description_of(rows[span.last + 1 : until])))
    return jobs
