"""The lines of a work_experience text: `YYYY-MM-DD - YYYY-MM-DD: title  description`."""

import itertools
import re
from collections.abc import Iterable

from pydantic import ValidationError

from domain.resume import Job

_DATED_LINE = re.compile(r"^(\d{4}-\d\d-\d\d)? ?- (\d{4}-\d\d-\d\d)? ?:", re.MULTILINE)
_OPEN_END = "9999-99-99"


def split_entries(text: str) -> list[str]:
    """The jobs of the text, each once, in the order in which they first stand.

    A job begins at a dated line and may go on over several lines. A text without dated lines
    falls into its non-empty lines. The training data repeats every job several times.
    """
    return list(dict.fromkeys(text[a:b].strip() for a, b in entry_spans(text)))


def entry_spans(text: str) -> list[tuple[int, int]]:
    """Begin and end of each job, repeats and the line break after it included."""
    starts = [match.start() for match in _DATED_LINE.finditer(text)]
    if not starts:
        starts = list(itertools.accumulate(map(len, text.splitlines(keepends=True))))
    bounds = [0, *starts, len(text)]
    return [(a, b) for a, b in itertools.pairwise(bounds) if text[a:b].strip()]


def without_repeats(text: str) -> str:
    """The text with each repeated job left only once; untouched where nothing repeats."""
    entries = split_entries(text)
    return "\n".join(entries) if sum(map(len, entries)) < len(text) // 2 else text


def newest_first(entries: list[str]) -> list[str]:
    """Sorted by end, then start; an open end is newest; undated entries stay last, in order."""
    return sorted(entries, key=_recency, reverse=True)


def dated_jobs(entries: Iterable[str]) -> list[Job]:
    """The jobs as intervals alone; a line without a start, or with an impossible date, is none."""
    jobs = []
    for entry in entries:
        match = _DATED_LINE.match(entry)
        if match is None or match[1] is None:
            continue
        start, end = match[1][:7], match[2] and match[2][:7]
        try:
            jobs.append(Job(start=start, end=end, current=end is None))
        except ValidationError:
            continue
    return jobs


def _recency(entry: str) -> tuple[str, str]:
    match = _DATED_LINE.match(entry)
    if match is None:
        return ("", "")
    start, end = match.groups()
    return (end or _OPEN_END, start or "")
