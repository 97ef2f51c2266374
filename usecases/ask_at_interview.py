"""What to ask at the interview: the claims that the score rests on, and what is left open."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from domain.analysis import Analysis
from domain.insight import Interview, Question
from domain.ports import Scorer
from domain.resume import Resume
from domain.score import Assessment
from usecases.insights.claims import carrying_claims, is_told, job_question
from usecases.insights.doubts import open_questions

MOST_QUESTIONS: Final = 6
_LEAST_QUESTIONS: Final = 3
_MOST_CLAIMS: Final = 4
_MOST_OF_A_KIND: Final[Mapping[str, int]] = {"job": 2, "bare_job": 2, "skill": 2}


class AskAtInterview:
    """Asks the model once more where an analysis has no reasons for each job and skill."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer

    async def __call__(self, analysis: Analysis) -> Interview:
        """Raises a ScoringError."""
        resume = analysis.resume
        assessment = await self._in_detail(analysis)
        chosen = _first_of_each_kind(carrying_claims(resume, assessment))[:_MOST_CLAIMS]
        asked = [str(one.facts["skill"]) for one in chosen if one.kind == "skill"]
        doubts = list(open_questions(resume, analysis.created_at.date(), asked_skills=asked))
        chosen += doubts[: MOST_QUESTIONS - len(chosen)]
        if len(chosen) < _LEAST_QUESTIONS:
            chosen += _other_jobs(resume, chosen)[: _LEAST_QUESTIONS - len(chosen)]
        return Interview(score=assessment.score.score, questions=tuple(chosen))

    async def _in_detail(self, analysis: Analysis) -> Assessment:
        explanation = analysis.assessment.explanation
        if explanation.jobs is not None and explanation.skills is not None:
            return analysis.assessment
        ticket = self._scorer.submit(
            analysis.resume, hidden=explanation.hidden, detail=("jobs", "skills")
        )
        return await ticket.result()


def _first_of_each_kind(questions: Iterable[Question]) -> list[Question]:
    counts: Counter[str] = Counter()
    kept = []
    for question in questions:
        counts[question.kind] += 1
        if counts[question.kind] <= _MOST_OF_A_KIND.get(question.kind, 1):
            kept.append(question)
    return kept


def _other_jobs(resume: Resume, chosen: Iterable[Question]) -> list[Question]:
    """The newest jobs that nothing is asked about yet."""
    asked = [question.facts.get("title") for question in chosen]
    questions = map(job_question, filter(is_told, resume.work_experience))
    return [question for question in questions if question.facts["title"] not in asked]
