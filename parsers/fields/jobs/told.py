"""Jobs told in sentences: `С апреля 2019 года работаю токарем в ООО «Луч»`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from domain.resume import Job
from parsers.fields.dates import DateRange, find_open_range, find_points, find_ranges
from parsers.fields.jobs.sentences import Sentence, sentences_of
from parsers.fields.jobs.telling import WORKED, told_names
from parsers.layouts.row import Row

_STUDIED: Final = re.compile(
    r"(?<!\w)(?:уч(?:ил(?:ся|ась)|усь)|обуча(?:л(?:ся|ась)|юсь)|окончил[аи]?|закончил[аи]?|"
    r"graduated|studied|studying)(?!\w)",
    re.IGNORECASE,
)
_SERVED: Final = re.compile(
    r"(?<!\w)служ(?:ил|у)\w*\s+(?:в|по)\s+(?:арми|срочн|вс(?!\w)|рядах|вооруж|призыв)",
    re.IGNORECASE,
)
_STAYED: Final = re.compile(
    r"(?<!\w)(?:перевед[её]н|перевели|назначен|повышен|повысили|там же|"
    r"(?:той|том|этой|этом) же|promoted|same (?:company|place|employer))",
    re.IGNORECASE,
)
_MAX_SENTENCES: Final = 600
_BRACKETED: Final = re.compile(r"\([^()]*\)")
_UNTIL: Final = re.compile(r"(?<!\w)(?:до|по|until|till)\s+$", re.IGNORECASE)
_STILL: Final = re.compile(
    r"(?:по|до)\s+(?:настоящ|наст|сей|сих|сегодня)|(?:до сих пор|и сейчас|still|currently|"
    r"(?:have|has|'ve) been|"
    r"to (?:date|this day|the present))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ToldJob:
    """`rows` are the indices (first, last) of the rows that tell of the job."""

    job: Job
    rows: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Event:
    start: str | None
    end: str | None
    is_current: bool
    goes_on: bool
    """Only a beginning was told: the job ends where the next one begins."""


def read_told_jobs(rows: Sequence[Row]) -> list[ToldJob]:
    """Jobs of the sentences that say when, and as what or where, in order."""
    told: list[ToldJob] = []
    events: list[_Event] = []
    last_point: str | None = None
    for sentence in islice(sentences_of(rows), _MAX_SENTENCES):
        goes_on = bool(told) and not sentence.starts_paragraph
        event = _event_of(sentence, last_point, goes_on=goes_on)
        points = find_points(sentence.text)
        last_point = points[-1][0] if points else last_point
        found = _told_job(sentence, event) if event else None
        if event is not None and found is not None:
            told.append(_in_the_same_place(found, sentence, told))
            events.append(event)
        elif told:
            told[-1] = _with_more(told[-1], sentence)
    return _closed(told, events)


def _told_job(sentence: Sentence, event: _Event) -> ToldJob | None:
    position, company = told_names(_undated(sentence.text))
    if position is None and company is None:
        return None
    job = Job(
        start=event.start,
        end=event.end,
        current=event.is_current,
        company=company,
        position=position,
        description=sentence.text,
    )
    return ToldJob(job, sentence.rows)


def _event_of(sentence: Sentence, last_point: str | None, *, goes_on: bool) -> _Event | None:
    """When the sentence says that its person worked.

    One that goes on with a tale of jobs may have no verb: `С 2009 по 2018 – бригадир`.
    """
    text = _BRACKETED.sub(_hide_study, sentence.text)
    if (
        not (WORKED.search(text) or (goes_on and find_ranges(text)))
        or _STUDIED.search(text)
        or _SERVED.search(text)
    ):
        return None
    ranges = find_ranges(text)
    if ranges:
        found = ranges[0]
        return _Event(found.start, found.end, found.is_current, goes_on=False)
    opening = find_open_range(text)
    if opening is not None:
        return _open_event(text, opening)
    points = [(point, text[: span[0]]) for point, span in find_points(text)]
    if not points:
        return None
    ends = [point for point, before in points if _UNTIL.search(before)]
    begins = [point for point, before in points if not _UNTIL.search(before)]
    if begins:
        return _Event(
            begins[0], ends[-1] if ends else None, bool(_STILL.search(text)), goes_on=not ends
        )
    known = [point for point, _ in find_points(sentence.text) if point not in ends]
    start = known[-1] if known else last_point
    return _Event(start, ends[-1], is_current=False, goes_on=False) if start else None


def _open_event(text: str, opening: DateRange) -> _Event:
    """`С 2015 года работал` has ended somewhere; `С 2015 года работаю` has not."""
    worked = WORKED.search(text)
    is_over = worked is not None and bool(worked["past"]) and not _STILL.search(text)
    return _Event(opening.start, None, not is_over, goes_on=is_over)


def _hide_study(bracketed: re.Match[str]) -> str:
    return " " if _STUDIED.search(bracketed[0]) else bracketed[0]


def _undated(text: str) -> str:
    """The sentence with a comma for each of its dates."""
    text = _BRACKETED.sub(_hide_study, text)
    spans = [found.span for found in find_ranges(text)]
    opening = find_open_range(text)
    if opening is not None and not spans:
        spans = [opening.span]
    if not spans:
        spans = [span for _, span in find_points(text)]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} , {text[end:]}"
    return text


def _in_the_same_place(found: ToldJob, sentence: Sentence, told: Sequence[ToldJob]) -> ToldJob:
    """`Переведён на должность мастера`, `там же`: the employer is the one before."""
    if not told or found.job.company is not None or not _STAYED.search(sentence.text):
        return found
    job = found.job.model_copy(update={"company": told[-1].job.company})
    return ToldJob(job, found.rows)


def _with_more(told: ToldJob, sentence: Sentence) -> ToldJob:
    """The next sentence describes the job; `Занимаю должность Team Lead` names its title too."""
    job, rows = told.job, told.rows
    changes = {"description": f"{job.description}\n{sentence.text}"}
    if job.position is None and WORKED.search(sentence.text):
        position, _ = told_names(sentence.text)
        if position is not None:
            changes["position"] = position
            rows = (rows[0], sentence.rows[1])
    return ToldJob(job.model_copy(update=changes), rows)


def _closed(told: Sequence[ToldJob], events: Sequence[_Event]) -> list[ToldJob]:
    """Beginnings without an end reach to the next beginning; the last one goes on."""
    closed: list[ToldJob] = []
    for number, (item, event) in enumerate(zip(told, events, strict=True)):
        if not event.goes_on or event.is_current:
            closed.append(item)
            continue
        later = next((other.start for other in events[number + 1 :] if other.start), None)
        is_later = later is not None and event.start is not None and later >= event.start
        ending = {"end": later} if is_later else {"current": later is None}
        closed.append(ToldJob(item.job.model_copy(update=ending), item.rows))
    return closed


def with_told(dated: Sequence[Job], told: Sequence[ToldJob]) -> list[Job]:
    """Jobs of dates and heads, and the told ones that are no part of them."""
    if not dated:
        return [item.job for item in told]
    named = [item.job for item in told if item.job.position]
    return [*dated, *(job for job in named if not any(_holds(whole, job) for whole in dated))]


def _holds(whole: Job, part: Job) -> bool:
    """Does a sentence inside a job's description tell of a part of that job?"""
    if whole.start is None or part.start is None:
        return True
    starts_inside = whole.start[: len(part.start)] <= part.start
    if whole.end is not None and (part.current or (part.end or "")[:7] > whole.end):
        return False
    if whole.current:
        return starts_inside
    return starts_inside and part.start <= (whole.end or whole.start)
