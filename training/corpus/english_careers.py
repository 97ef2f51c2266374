"""The corpus' English resumes as whole dated careers, for measuring only."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from domain.career import total_months
from domain.resume import Job, Resume
from training.corpus.ads import read_json_lines
from training.corpus.block import stable_share
from training.corpus.english_resumes import DATE_RANGE, title_and_body
from training.corpus.language import ENGLISH_RESUMES_FILE, HELD_OUT_SHARE

_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_CORPUS_DATE: Final = date(2017, 6, 1)
_FIRST_YEAR: Final = 1960
_MAX_DESCRIPTION_CHARS: Final = 4000


@dataclass(frozen=True, slots=True)
class GradedCareer:
    """A resume, whether its title says senior or lead (else junior), and its experience."""

    resume: Resume
    is_senior: bool
    total_months: int


def held_out_careers(corpus: Path) -> list[GradedCareer]:
    """Documents of no training block whose title tells junior, senior or lead."""
    careers = []
    for index, source in enumerate(read_json_lines(corpus / ENGLISH_RESUMES_FILE)):
        held_out = stable_share(f"resume-en-{index}") < HELD_OUT_SHARE
        if not held_out or source["grade"] not in ("junior", "senior", "lead"):
            continue
        if resume := career_of(source):
            months = resume.total_experience_months or 0
            careers.append(GradedCareer(resume, source["grade"] != "junior", months))
    return careers


def career_of(source: Mapping[str, Any]) -> Resume | None:
    """Jobs as printed; None where no date range can be read."""
    text = source["experience_text"] or ""
    ranges = list(DATE_RANGE.finditer(text))
    jobs = []
    for index, found in enumerate(ranges):
        until = ranges[index + 1].start() if index + 1 < len(ranges) else len(text)
        title, body = title_and_body(text, found, until)
        if job := _job(found, title or source["position"], body):
            jobs.append(job)
    if not jobs:
        return None
    return Resume(
        position=source["position"],
        key_skills=tuple(source["key_skills"] or ())[:40],
        work_experience=tuple(jobs),
        total_experience_months=total_months(jobs, _CORPUS_DATE),
        language="en",
    )


def _job(found: re.Match[str], title: str, body: str) -> Job | None:
    start_year, end_year, open_end = found.groups()
    if not _FIRST_YEAR < int(start_year) <= int(end_year or _CORPUS_DATE.year):
        return None
    start_words, _, end_words = found[0].partition(start_year)
    end_words = re.sub(r"^\s*(?:to|-|–)\s*", "", end_words, flags=re.IGNORECASE)
    return Job(
        start=_year_month(start_words, start_year),
        end=None if open_end else _year_month(end_words, end_year),
        current=bool(open_end),
        position=title,
        description=" ".join(body.split())[:_MAX_DESCRIPTION_CHARS],
    )


def _year_month(words: str, year: str) -> str:
    name = words.strip()[:3].lower()
    if name in _MONTHS:
        return f"{year}-{_MONTHS.index(name) + 1:02d}"
    number = re.match(r"\s*(\d{1,2})/", words)
    return f"{year}-{int(number[1]):02d}" if number and 1 <= int(number[1]) <= 12 else year
