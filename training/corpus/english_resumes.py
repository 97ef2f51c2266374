"""The corpus' anonymised English resumes -> one block a job.

They are texts of exported PDF files: a job is a stretch between two date ranges, its title stands
on the line of the range or on the line before it.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from training.corpus.block import Block
from training.corpus.duties import MAX_DUTY_CHARS, MIN_DUTY_CHARS
from training.corpus.families import family_of, level_in_title

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_POINT: Final = rf"(?:{_MONTH}[ ,]+|\d{{1,2}}/)?((?:19|20)\d\d)"
DATE_RANGE: Final = re.compile(
    rf"\b{_POINT}\s*(?:to|-|–)\s*(?:{_POINT}|(current|present|till date|now))", re.IGNORECASE
)
RESUME_SOURCE: Final = "resume-en-"
_COMPANY: Final = re.compile(r"company name|ï¼|city\s*,\s*state", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"\n+|(?<=[a-z)]\.)\s+(?=[A-Z])|;\s+")
_CORPUS_YEAR: Final = 2016
_MAX_TITLE_CHARS: Final = 70


def jobs_of_resume(resume: Mapping[str, Any], document: str) -> list[Block]:
    """The dated jobs, newest first as printed; the level follows the years before each job."""
    text = resume["experience_text"] or ""
    ranges = list(DATE_RANGE.finditer(text))
    if not ranges:
        return []
    category_family = family_of((resume["category"] or "").replace("-", " "))
    first_year = min(int(found.group(1)) for found in ranges)
    skills = tuple(s.strip() for s in resume["key_skills"] or () if 1 < len(s.strip()) < 50)[:30]
    jobs = []
    for index, found in enumerate(ranges):
        until = ranges[index + 1].start() if index + 1 < len(ranges) else len(text)
        title, body = title_and_body(text, found, until)
        title = title or resume["position"] or ""
        end_year = int(found.group(2) or _CORPUS_YEAR)
        years = (int(found.group(1)) + end_year) / 2 - first_year
        family = family_of(title)
        jobs.append(
            Block(
                title=title,
                level=_level(title, years),
                family=category_family if family in ("other", "operations") else family,
                duties=_sentences(body),
                skills=skills,
                language="en",
                source=document,
            )
        )
    return [job for job in jobs if job.title and job.duties]


def title_and_body(text: str, found: re.Match[str], until: int) -> tuple[str, str]:
    """Title (maybe empty) and text of the job whose dates were `found`, up to the next dates."""
    before = text[: found.start()].rsplit("\n", 2)
    same_line, line_before = before[-1], before[-2] if len(before) > 1 else ""
    title = same_line if same_line.strip() else line_before
    body = text[found.end() : until]
    if index_of_next := body.rfind("\n") if until < len(text) else 0:
        # The last line belongs to the next job: it is that job's title.
        body = body[:index_of_next]
    title = " ".join(_COMPANY.sub(" ", title).split()).strip(" -–,|:")
    return (title if 3 < len(title) <= _MAX_TITLE_CHARS else ""), _COMPANY.sub(" ", body)


def _sentences(body: str) -> tuple[str, ...]:
    lines = (" ".join(piece.split()).strip(" -–•*,.ï¼") for piece in _SENTENCE.split(body))
    fitting = (line for line in lines if MIN_DUTY_CHARS <= len(line) <= MAX_DUTY_CHARS)
    return tuple(dict.fromkeys(fitting))[:24]


def _level(title: str, years_before: float) -> int:
    by_years = sum(years_before >= bound for bound in (1.5, 4.0, 9.0))
    by_title = level_in_title(title)
    return by_years if by_title is None else round((by_years + 2 * by_title) / 3)
