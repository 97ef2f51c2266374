"""Jobs that a person typed into the form: one or more lines each, dates first or last."""

import re
from collections.abc import Sequence
from typing import Final

from domain.resume import Job
from parsers.fields.dates import find_ranges
from parsers.fields.jobs.free import read_free_jobs
from parsers.fields.jobs.hh import read_hh_jobs
from parsers.fields.jobs.spans import find_spans
from parsers.layouts.row import Row

_HEAD_AND_TEXT: Final = re.compile(r"^(?P<head>[^:\n]{3,120}):\s+(?P<text>\S.*)$")


def read_typed_jobs(rows: Sequence[Row]) -> list[Job]:
    """`2019-04 — 2021-07 Python developer, Acme: what I did`, or lines as hh.ru has them."""
    split = [part for row in rows for part in _split_text(row)]
    if _looks_like_hh(split):
        return read_hh_jobs(split)
    return read_free_jobs(split)


def _split_text(row: Row) -> list[Row]:
    """A head line with its text behind a colon becomes two rows."""
    match = _HEAD_AND_TEXT.match(row.text)
    if match is None or not find_ranges(match["head"]):
        return [row]
    return [row.cut(match["head"]), row.cut(match["text"])]


def _looks_like_hh(rows: Sequence[Row]) -> bool:
    """Dates over several lines, as they are copied from hh.ru."""
    spans = find_spans(rows)
    return bool(spans) and all(span.last > span.first for span in spans) and spans[0].first == 0
