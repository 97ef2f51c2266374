"""The same resume in two files."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from domain.batch import BatchItem
from domain.resume import Resume

_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_ENOUGH_CHARACTERS: Final = 200
"""Of less, such as a position alone, two people may well have the same."""


def repeats_of(items: Iterable[BatchItem]) -> Mapping[int, int]:
    """The id of each read item that says the same as an earlier one -> that one's id."""
    first_with: dict[str, int] = {}
    found: dict[int, int] = {}
    for item in items:
        content = told_by(item.resume) if item.resume else None
        if content is None:
            continue
        original = first_with.setdefault(content, item.id)
        if original != item.id:
            found[item.id] = original
    return found


def told_by(resume: Resume) -> str | None:
    """All that the resume tells of its person, letters and figures only: a PDF and a DOCX of it
    differ in spaces and bullets. None where that is too little to know somebody by."""
    jobs = (
        (job.start, job.end, job.company, job.position, job.description)
        for job in resume.work_experience
    )
    salary = resume.salary.text if resume.salary else None
    facts = (resume.position, resume.age, resume.city, salary, *resume.key_skills)
    told = [*facts, *(fact for job in jobs for fact in job)]
    letters = "|".join(_BETWEEN_WORDS.sub("", str(fact or "")).casefold() for fact in told)
    return letters if len(letters) >= _ENOUGH_CHARACTERS else None
