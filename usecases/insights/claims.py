"""The claims of a resume that its score rests on, found in the model's explanation.

Age and city are no claims: neither may be a ground for hiring (ТК РФ, ст. 64), so nobody is to be
asked about them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import JsonValue

from domain.insight import Question
from domain.resume import Job, Resume
from domain.score import Assessment, ItemContribution
from usecases.insights.points import score_at
from usecases.insights.terms import unmentioned

_SENTENCE_END: Final = re.compile(r"(?<=[.;!?])\s+|\n+")
_EDGES: Final = " \t\n-–—•·*▪●"
_LEAST_DUTY: Final = 12
_TOOLS: Final = re.compile(
    r"^(?:стек|технологии|инструменты|stack|tech\w*|tools|environment)\b", re.IGNORECASE
)
_LEAST_POINTS: Final = 1.0


def carrying_claims(resume: Resume, assessment: Assessment) -> list[Question]:
    """What raises the score by more than another wording may, the weightiest first."""
    explanation = assessment.explanation
    weighed = [
        *_jobs(resume, explanation.jobs or ()),
        *_skills(resume, explanation.skills or ()),
        *_fields(resume, assessment),
    ]
    weighed.sort(key=lambda one: -one[0])
    clear = [
        _measured(question, change, assessment)
        for change, question in weighed
        if change > 0 and not explanation.is_within_noise(change)
    ]
    return [one for one in clear if _carried(one, assessment) >= _LEAST_POINTS]


def job_question(job: Job) -> Question:
    """About one job: what it says was done, or that it says nothing."""
    facts = job_facts(job)
    duty = _duty(job.description or "")
    if duty is None:
        return Question(kind="bare_job", facts=facts)
    return Question(kind="job", facts=facts | {"quote": duty})


def is_told(job: Job) -> bool:
    """Whether there is a word to ask about."""
    return bool(job.position or job.company or job.description)


def job_facts(job: Job) -> dict[str, JsonValue]:
    return {
        "title": job.position or job.company or job.description,
        "company": job.company if job.position else None,
        "start": job.start,
        "end": job.end,
        "current": job.current,
    }


def _jobs(resume: Resume, items: Sequence[ItemContribution]) -> Iterator[tuple[float, Question]]:
    for item in items:
        places = [place for place in item.places if place < len(resume.work_experience)]
        if places and is_told(job := resume.work_experience[places[0]]):
            yield item.change, job_question(job)


def _skills(resume: Resume, items: Sequence[ItemContribution]) -> Iterator[tuple[float, Question]]:
    for item in items:
        names = [
            resume.key_skills[place] for place in item.places if place < len(resume.key_skills)
        ]
        if names:
            bare = unmentioned(names[:1], job_texts(resume))
            facts: dict[str, JsonValue] = {"skill": names[0], "in_jobs": not bare}
            yield item.change, Question(kind="skill", facts=facts)


def _fields(resume: Resume, assessment: Assessment) -> Iterator[tuple[float, Question]]:
    changes = assessment.explanation.contributions
    if resume.position and "position" in changes:
        facts: dict[str, JsonValue] = {"position": resume.position}
        yield changes["position"], Question(kind="position", facts=facts)
    if resume.salary and "salary" in changes:
        yield changes["salary"], Question(kind="salary", facts={"salary": resume.salary.text})


def job_texts(resume: Resume) -> list[str]:
    return [f"{job.position or ''} {job.description or ''}" for job in resume.work_experience]


def _measured(question: Question, change: float, assessment: Assessment) -> Question:
    without = score_at(assessment.score.probability - change, assessment.score)
    return question.model_copy(update={"score_without": without})


def _carried(question: Question, assessment: Assessment) -> float:
    """Points of score."""
    without = question.score_without
    return 0.0 if without is None else assessment.score.score - without


def _duty(description: str) -> str | None:
    """The sentence with a figure in it, else the longest: there is most to ask about.

    A list of tools is no duty.
    """
    sentences = [part.strip(_EDGES).rstrip(".;") for part in _SENTENCE_END.split(description)]
    long = [part for part in sentences if len(part) >= _LEAST_DUTY]
    return max(long, key=_weight, default=None)


def _weight(sentence: str) -> tuple[bool, bool, int]:
    has_figure = any(map(str.isdigit, sentence))
    return not _TOOLS.match(sentence), has_figure, len(sentence)
