"""Jobs of Huntflow's card: dates with their length in brackets, then `<title> в <company>, <city>`.

Facts: FORMATS.md 5.
"""

import re
from collections.abc import Sequence
from typing import Final

from domain.resume import Job
from parsers.fields.gazetteer import is_city, is_country
from parsers.fields.jobs.free import read_free_jobs
from parsers.fields.jobs.hh_dates import read_date_cells
from parsers.fields.jobs.hh_wraps import is_open
from parsers.fields.jobs.text import description_of, tidy_name
from parsers.layouts.row import Row

_AT: Final = re.compile(r"\s+(?:в|во|at)\s+(?=\S)")
_NAMES: Final = re.compile(r"[A-ZА-ЯЁ\d«\"“(]")
_LOST_COMPANY: Final = re.compile(r"\s+(?:в|at)\s*(?:,\s*(?P<city>[^,]+))?$")
"""The company is a link that some extractors drop or draw elsewhere."""
_LONGEST_HEAD: Final = 3


def read_huntflow_jobs(rows: Sequence[Row]) -> list[Job]:
    """Jobs in the document's order."""
    spans = read_date_cells(rows)
    if not spans or not any(span.has_length for span in spans):
        return read_free_jobs(rows)
    jobs = []
    for number, span in enumerate(spans):
        until = spans[number + 1].first if number + 1 < len(spans) else len(rows)
        content = [*span.beside, *rows[span.last + 1 : until]]
        height = _head_height(content)
        position, company = split_head(" ".join(row.text for row in content[:height]))
        jobs.append(span.job(company, position, description_of(content[height:])))
    return jobs


def _head_height(content: Sequence[Row]) -> int:
    """How many rows the head takes: the bold ones, or while it is open."""
    if not content:
        return 0
    height = 1
    while height < min(len(content), _LONGEST_HEAD):
        above, row = content[height - 1], content[height]
        is_rest = (above.is_bold and row.is_bold) or (not above.is_bold and is_open(above.text))
        if not is_rest or row.after_gap:
            break
        height += 1
    return height


def split_head(text: str) -> tuple[str | None, str | None]:
    """(title, company) of a head line, its city left out."""
    lost = _LOST_COMPANY.search(text)
    if lost is not None:
        return tidy_name(text[: lost.start()]), None
    places = [at for at in _AT.finditer(text) if not is_open(text[: at.start()])]
    named = [at for at in places if _NAMES.match(text, at.end())]
    if not places:
        return tidy_name(text), None
    at = (named or places[-1:])[0]
    return tidy_name(text[: at.start()]), tidy_name(_without_city(text[at.end() :]))


def _without_city(company: str) -> str:
    name, comma, last = company.rpartition(", ")
    is_place = is_city(last) or is_country(last)
    return name if comma and is_place and not is_open(name) else company
