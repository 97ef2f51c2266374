"""A work_experience text as a list of jobs."""

import itertools
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from inference.prompts.experience import entry_spans
from inference.prompts.row import MISSING, PromptRow


@dataclass(frozen=True, slots=True)
class JobItem:
    """One job: its places in the resume's own list, its text, and where that stands.

    A job that is repeated word for word is one item; one without dates belongs to the dated
    job that it stands under, as in the training data.
    """

    places: tuple[int, ...]
    entry: str
    spans: tuple[tuple[int, int], ...]


def job_items(row: PromptRow) -> tuple[JobItem, ...]:
    """A place counts in the resume's own list, or among the text's different jobs."""
    text = row.work_experience
    if text == MISSING:
        return ()
    spans: dict[str, list[tuple[int, int]]] = {}
    for begin, end in entry_spans(text):
        spans.setdefault(text[begin:end].strip(), []).append((begin, end))
    places = _places(row, spans)
    return tuple(
        JobItem(places.get(entry, ()) if places else (number,), entry, tuple(own))
        for number, (entry, own) in enumerate(spans.items())
    )


def _starts(row: PromptRow) -> dict[int, int]:
    """Where each job of the resume's own list begins in the text; empty without such a list."""
    listed = [(place, line) for place, line in enumerate(row.jobs) if line]
    if row.work_experience != "\n".join(line for _, line in listed):
        return {}
    ends = itertools.accumulate((len(line) + 1 for _, line in listed), initial=0)
    return {place: start for (place, _), start in zip(listed, ends, strict=False)}


def _places(
    row: PromptRow, spans: Mapping[str, Sequence[tuple[int, int]]]
) -> dict[str, tuple[int, ...]]:
    """Which places of the resume's own list stand in each entry; empty without such a list."""
    ends = sorted((end, entry) for entry, own in spans.items() for _, end in own)
    places: dict[str, tuple[int, ...]] = {}
    for place, start in _starts(row).items():
        _, entry = ends[bisect_right(ends, start, key=itemgetter(0))]
        places[entry] = (*places.get(entry, ()), place)
    return places
