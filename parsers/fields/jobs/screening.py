"""Dated entries among the jobs that are no jobs: leaves, conscription, projects, umbrellas."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import Final

from domain.resume import Job
from parsers.fields.dates import find_ranges
from parsers.fields.jobs.entry import Entry
from parsers.fields.words import company_strength, role_strength
from parsers.layouts.row import Row

_LEAVE: Final = re.compile(
    r"декрет|отпуск|по уходу за|перерыв в (?:карьере|работе)|карьерн\w+ пауза|"
    r"(?:срочн\w+ )?служба в (?:армии|вс(?!\w)|рядах|вооруж)|срочная служба|^армия$|"
    r"^(?:planned )?career (?:break|gap)|parental leave|maternity leave|paternity leave|sabbatical|"
    r"gap year|^образование(?!\w)|^education\s*[:–-]",
    re.IGNORECASE,
)
_PROJECTS_LABEL: Final = re.compile(
    r"^(?:ключевые |основные |реализованные |крупные |key |main |selected )?"
    r"(?:проекты|объекты|клиенты|projects|clients|assignments)\s*:?$",
    re.IGNORECASE,
)
_SURE: Final = 2
_YEAR_LENGTH: Final = 4
_LONGEST_NAME: Final = 60
_BY_CONTRACT: Final = re.compile(r"контракт", re.IGNORECASE)
_AWARD: Final = re.compile(
    r"(?:^|[—–:,|(-]\s*)(?:лучш(?:ий|ая)\s+(?:сотрудни|работни|продав|менедж|специалист|учител|"
    r"врач|педагог|по професси|молод)|(?:победител|призёр|призер|лауреат|финалист)\w*(?!\w)|"
    r"награжд[её]н|(?:почётн|почетн)\w+ грамот|благодарност|"
    r"(?:best )?(?:employee|salesperson|worker|seller|teacher|nurse) of the "
    r"(?:month|quarter|year)|best (?:employee|worker|seller)|winner|awarded)",
    re.IGNORECASE,
)
_COURSE: Final = re.compile(
    r"(?:(?:онлайн[- ]|видео)?курс(?:ы)?|тренинг|вебинар|семинар|сертификат|обучение|"
    r"переподготовка|повышение квалификации|"
    r"(?:online )?(?:course|training|seminar|workshop|certificate|certification))"
    r"(?:\s+[«\"“(:—–-]|\s*:|\s+(?:по|in|on|of)\s)",
    re.IGNORECASE,
)
_PROJECT: Final = re.compile(
    r"^(?:\d{1,2}[.)]\s*)?(?:проект|объект|клиент|заказчик|project|client|"
    r"assignment)\w{0,2}(?:\s*[:№#]|\s+[«\"“(])|^(?:жк|бц|трц|тц)\s+[«\"“]",
    re.IGNORECASE,
)


def is_project(row: Row) -> bool:
    """`Проект «Кофе рядом» (2022-2023)`: dated, but a part of a job."""
    return bool(_PROJECT.match(row.bare))


def is_award(row: Row) -> bool:
    """`2019 год — лучший сотрудник`, `Курс «Мерчандайзинг», 2020 — 2021`: no job begins so."""
    if len(row.text) >= 2 * _LONGEST_NAME:
        return False
    return bool(_AWARD.search(row.bare)) or (
        bool(_COURSE.match(row.bare)) and role_strength(_undated(row.bare)) < _SURE
    )


def _undated(text: str) -> str:
    ranges = find_ranges(text)
    return text[: ranges[0].span[0]].strip(" ,–—-(") if ranges else text


def listed_projects(rows: Sequence[Row], first: Row | None) -> frozenset[int]:
    """ids of the rows under `Проекты:` inside a job, where jobs are dated by months."""
    if first is None or not _has_month(first):
        return frozenset()
    listed: set[int] = set()
    is_open = False
    for row in rows:
        if _PROJECTS_LABEL.match(row.text):
            is_open = True
            continue
        if is_open and (row.after_gap or _has_month(row)):
            is_open = False
        if is_open:
            listed.add(id(row))
    return frozenset(listed)


def listed_roles(rows: Sequence[Row]) -> frozenset[int]:
    """ids of the items `2016 – 2019 главный специалист` under a company with its whole time."""
    listed: set[int] = set()
    is_open = False
    for row in rows:
        ranges = find_ranges(row.bare)
        if not row.is_bullet:
            is_open = bool(ranges) and role_strength(row.text) < _SURE
        elif is_open and ranges and ranges[0].span[0] <= 1:
            rest = row.bare[ranges[0].span[1] :].strip(" ,–—-:")
            if len(rest) < _LONGEST_NAME and role_strength(rest) == _SURE:
                listed.add(id(row))
    return frozenset(listed)


def _has_month(row: Row) -> bool:
    return any(len(found.start) > _YEAR_LENGTH for found in find_ranges(row.text))


def is_leave_row(row: Row) -> bool:
    return (
        len(row.text) < _LONGEST_NAME
        and bool(_LEAVE.search(row.text))
        and not (_BY_CONTRACT.search(row.text))
    )


def is_leave(job: Job) -> bool:
    """A pause that the person dated like a job; service by contract is one."""
    names = f"{job.company or ''} | {job.position or ''}"
    texts = [text.strip() for text in names.split("|")]
    if role_strength(job.position or "") == _SURE and not _LEAVE.search(job.position or ""):
        return False  # A conscript who names his trade tells of a job.
    return any(_LEAVE.search(text) for text in texts) and not _BY_CONTRACT.search(names)


def with_shared_companies(entries: Sequence[Entry]) -> list[Job]:
    """A company with its whole time above the roles in it lends them its name and goes."""
    kept: list[Job] = []
    number = 0
    while number < len(entries):
        umbrella = entries[number].job
        covered = list(takewhile(partial(_covers, umbrella), entries[number + 1 :]))
        roles = [entry.job for entry in covered]
        if roles and (company_strength(umbrella.company or "") or _is_sum_of(umbrella, roles)):
            kept += [_in_company(entry, umbrella.company) for entry in covered]
            number += len(roles)
        else:
            kept.append(umbrella)
        number += 1
    return kept


def without_parts(entries: Sequence[Entry]) -> list[Entry]:
    """Dated things without a trade inside the time of the job above are a part of its text."""
    kept: list[Entry] = []
    for entry in entries:
        whole = kept[-1].job if kept else None
        if whole is not None and (_is_part_of(whole, entry.job) or _is_aside(kept[-1], entry)):
            names = " ".join(filter(None, (entry.job.company, entry.job.position)))
            texts = filter(None, (whole.description, names, entry.job.description))
            job = whole.model_copy(update={"description": "\n".join(texts)})
            kept[-1] = replace(kept[-1], job=job)
        else:
            kept.append(entry)
    return kept


def _is_aside(above: Entry, entry: Entry) -> bool:
    """`Night shift lead, March 2020 to May 2021.` under a job whose dates have a row alone."""
    whole, part = above.job, entry.job
    if not above.is_alone or entry.is_alone or part.company is not None or part.current:
        return False
    return bool(whole.position and whole.company) and _lies_within(whole, part)


def _is_part_of(whole: Job, part: Job) -> bool:
    if role_strength(whole.position or "") < _SURE or part.position is not None:
        return False
    if company_strength(part.company or "") == _SURE:
        return False
    return _lies_within(whole, part)


def _lies_within(whole: Job, part: Job) -> bool:
    """Does a part begin later than the whole, and end no later?"""
    if not whole.start or not part.start or part.current or whole.start == part.start:
        return False
    return _is_not_before(part.start, whole.start) and (
        whole.current or _is_not_before(whole.end or "", part.end or "")
    )


def _in_company(entry: Entry, company: str | None) -> Job:
    position = entry.title_alone or entry.job.position
    return entry.job.model_copy(update={"company": company, "position": position})


def _covers(umbrella: Job, entry: Entry) -> bool:
    role = entry.job
    if umbrella.position is not None or umbrella.company is None:
        return False
    if role.company is not None and entry.title_alone is None and not entry.is_lent:
        return False
    if role.position is None or not umbrella.start or not role.start:
        return False
    ends_later = umbrella.current or (
        not role.current and _is_not_before(umbrella.end or "", role.end or "")
    )
    return _is_not_before(role.start, umbrella.start) and ends_later


def _is_not_before(later: str, earlier: str) -> bool:
    """Dates are compared as exactly as both are given."""
    length = min(len(later), len(earlier))
    return later[:length] >= earlier[:length]


def _is_sum_of(umbrella: Job, roles: Sequence[Job]) -> bool:
    """Do the first and the last role begin and end when the whole does?"""
    starts = any(_is_same(role.start, umbrella.start) for role in roles)
    ends = any(
        role.current == umbrella.current and _is_same(role.end, umbrella.end) for role in roles
    )
    return starts and ends


def _is_same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    length = min(len(one), len(other))
    return one[:length] == other[:length]
