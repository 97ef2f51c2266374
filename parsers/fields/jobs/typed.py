"""Jobs that a person typed into the form: one or more lines each, dates first or last."""

import re
from collections.abc import Sequence
from typing import Final

from domain.resume import Job
from parsers.fields.dates import find_ranges
from parsers.fields.jobs.free import read_free_jobs
from parsers.fields.jobs.hh import read_hh_jobs
from parsers.fields.jobs.spans import find_spans
from parsers.fields.morphology import is_past_verb
from parsers.layouts.normalise import one_spaced
from parsers.layouts.row import Row

_HEAD_AND_TEXT: Final = re.compile(r"^(?P<head>[^:\n]{3,120}):\s+(?P<text>\S.*)$")

_TITLE_AND_TEXT: Final = re.compile(
    r"^(?P<dates>[^:]{4,40}):\s*(?P<title>\S(?:[^ ]| (?! ))*) {2,}(?P<text>\S.*)$"
)
"""A row of the training data: `2019-04-01 - 2021-07-01: title  description`."""
_TEXT_STARTS: Final = re.compile(
    r"(?<=[а-яёa-z»\")])\.\s+(?P<text>[А-ЯЁA-Z][^.]*\s.*)|,[^,]+,\s+(?=[а-яёa-z]+\s)"
)
_WORD: Final = re.compile(r"[A-Za-zА-Яа-яЁё-]+")


def read_typed_jobs(rows: Sequence[Row]) -> list[Job]:
    """`2019-04 — 2021-07 Python developer, Acme: what I did`, or lines as hh.ru has them."""
    split = [part for row in rows for part in _split_text(row)]
    if _looks_like_hh(split):
        return read_hh_jobs(split)
    return read_free_jobs(split)


def _split_text(row: Row) -> list[Row]:
    """A head line with its text behind a colon, a full stop or the company becomes two rows."""
    gap = _TITLE_AND_TEXT.match(row.raw)
    if gap is not None and find_ranges(one_spaced(gap["dates"])):
        return [row.cut(one_spaced(f"{gap['dates']} {gap['title']}")), row.cut(gap["text"])]
    match = _HEAD_AND_TEXT.match(row.text)
    if match is not None and find_ranges(match["head"]):
        return [row.cut(match["head"]), row.cut(match["text"])]
    ranges = find_ranges(row.text)
    if not ranges or ranges[0].span[0] > 1:
        return [row]
    start = _start_of_text(row.text, ranges[0].span[1])
    if start is None:
        return [row]
    return [row.cut(row.text[:start].rstrip(" ,.;–—-")), row.cut(row.text[start:])]


def _start_of_text(line: str, after: int) -> int | None:
    """Where a line stops naming a job and begins to tell of it; dates end at `after`."""
    places = [
        match.start("text") if match["text"] else match.end()
        for match in _TEXT_STARTS.finditer(line, after)
    ]
    words = list(_WORD.finditer(line, after))
    places += [word.start() for word in words[2:] if word[0].islower() and is_past_verb(word[0])][
        :1
    ]
    return min(places, default=None)


def _looks_like_hh(rows: Sequence[Row]) -> bool:
    """Dates over several lines, as they are copied from hh.ru."""
    spans = find_spans(rows)
    return bool(spans) and all(span.last > span.first for span in spans) and spans[0].first == 0
