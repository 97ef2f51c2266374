"""Jobs of hh.ru's layouts: dates, company, place and industries, title, description."""

from collections.abc import Sequence
from typing import Final

from domain.resume import Job
from parsers.fields.jobs.hh_blocks import is_place_row, names_industry
from parsers.fields.jobs.hh_content import HhContentReader
from parsers.fields.jobs.hh_dates import read_date_cells
from parsers.fields.jobs.hh_heads_above import content_of_heads_above
from parsers.fields.jobs.spans import Span
from parsers.fields.words import role_strength
from parsers.layouts.row import Row

_MAX_STRAY_ROWS: Final = 2
_SURE: Final = 2


def read_hh_jobs(rows: Sequence[Row]) -> list[Job]:
    """Jobs in the document's order."""
    spans = read_date_cells(rows)
    if not spans:
        return []
    below = _jobs_of(spans, _contents_below(rows, spans))
    if spans[0].first == 0:
        return below
    # Rows over the first dates: a company that stands above them, or a stray piece of a page.
    above = _jobs_of(spans, content_of_heads_above(rows, spans))
    is_stray = _named_well(below) > _named_well(above) and spans[0].first <= _MAX_STRAY_ROWS
    return below if is_stray else above


def _jobs_of(spans: Sequence[Span], contents: Sequence[Sequence[Row]]) -> list[Job]:
    reader = HhContentReader.of(contents)
    return [span.job(*reader.read(content)) for span, content in zip(spans, contents, strict=True)]


def _named_well(jobs: Sequence[Job]) -> int:
    return sum(
        (role_strength(job.position or "") > 0)
        - (role_strength(company := job.company or "") == _SURE)
        - (is_place_row(company) or names_industry(company))
        for job in jobs
    )


def _contents_below(rows: Sequence[Row], spans: Sequence[Span]) -> list[Sequence[Row]]:
    """What stands beside and under each job's dates; cells with several ranges share theirs."""
    contents: list[Sequence[Row]] = []
    waiting = 0
    for number, span in enumerate(spans):
        until = spans[number + 1].first if number + 1 < len(spans) else len(rows)
        content = [*span.beside, *rows[span.last + 1 : until]]
        if not content and number + 1 < len(spans):
            waiting += 1
            continue
        contents += _shared(content, waiting + 1)
        waiting = 0
    return contents


def _shared(content: Sequence[Row], count: int) -> list[Sequence[Row]]:
    """The content of `count` jobs whose dates stood together: cut before each company."""
    if count == 1:
        return [content]
    sizes = [row.size or 0.0 for row in content]
    names = [
        index
        for index, row in enumerate(content)
        if row.is_bold
        and (row.size or 0.0) == max(sizes)
        and not (index and content[index - 1].is_bold)
    ]
    gaps = [index for index, row in enumerate(content) if row.after_gap or index == 0]
    starts = next((found for found in (names, gaps) if len(found) == count), None)
    if starts is None or starts[0] != 0:
        return [content, *([()] * (count - 1))]
    return [
        content[start:end] for start, end in zip(starts, [*starts[1:], len(content)], strict=True)
    ]
