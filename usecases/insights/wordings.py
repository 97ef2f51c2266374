"""The same facts in other words, to tell what a change does from what a wording does."""

import re
from typing import Final

from domain.resume import Job, Resume

_SENTENCE_END: Final = re.compile(r"(?<=[.;!?])\s+")


def other_wordings(resume: Resume) -> list[Resume]:
    """At most two, each a pure function of the resume: other orders of skills and sentences."""
    skills = resume.key_skills
    backwards = resume.model_copy(
        update={
            "key_skills": skills[::-1],
            "work_experience": tuple(map(_backwards, resume.work_experience)),
        }
    )
    sorted_skills = tuple(sorted(skills, key=str.casefold))
    by_letter = resume.model_copy(update={"key_skills": sorted_skills})
    distinct = dict.fromkeys(wording for wording in (backwards, by_letter) if wording != resume)
    return list(distinct)


def _backwards(job: Job) -> Job:
    sentences = _SENTENCE_END.split(job.description or "")
    if len(sentences) < 2:
        return job
    return job.model_copy(update={"description": " ".join(reversed(sentences))})
