"""A work_experience text as a list of jobs."""

import itertools
from dataclasses import dataclass

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
    starts = _starts(row)
    return tuple(
        JobItem(_places(own, starts) if starts else (number,), entry, tuple(own))
        for number, (entry, own) in enumerate(spans.items())
    )


def _starts(row: PromptRow) -> dict[int, int]:
    """Where each job of the resume's own list begins in the text; empty without such a list."""
    listed = [(place, line) for place, line in enumerate(row.jobs) if line]
    if row.work_experience != "\n".join(line for _, line in listed):
        return {}
    ends = itertools.accumulate((len(line) + 1 for _, line in listed), initial=0)
    return {place: start for (place, _), start in zip(listed, ends, strict=False)}


def _places(spans: list[tuple[int, int]], starts: dict[int, int]) -> tuple[int, ...]:
    return tuple(
        place
        for place, start in starts.items()
        if any(begin <= start < end for begin, end in spans)
    )
