"""Analyses of different models or modes are scored again, so that they can be compared."""

from collections.abc import Sequence
from contextlib import suppress

from domain.analysis import Analysis, NewAnalysis, Submission
from domain.errors import AnalysisNotFoundError
from domain.fields import FieldName
from domain.ports import AnalysisRepository, Scorer
from domain.score import ModelIdentity


class ScoreAlike:
    """Gives each analysis as the live model sees it, with the same fields hidden from it.

    What is so already stays as it is, and what was scored again before is found, so the same
    question asked twice (or after a crash) makes no second row.
    """

    def __init__(self, analyses: AnalysisRepository, scorer: Scorer) -> None:
        self._analyses = analyses
        self._scorer = scorer

    async def __call__(
        self, user_id: int, analysis_ids: Sequence[int], hidden: tuple[FieldName, ...]
    ) -> Sequence[Analysis]:
        """In the order asked for, without what is gone or another person's.

        Raises ScoringError, and QueueFullError where the model has too much to do just now.
        """
        alike = []
        for analysis_id in analysis_ids:
            with suppress(AnalysisNotFoundError):
                analysis = await self._analyses.get(user_id, analysis_id)
                alike.append(await self._as_now(analysis, hidden))
        return alike

    async def _as_now(self, analysis: Analysis, hidden: tuple[FieldName, ...]) -> Analysis:
        model = self._scorer.identity
        if _is_alike(analysis, model, hidden):
            return analysis
        child = await self._analyses.find_child(analysis.user_id, analysis.id, model)
        if child and child.resume == analysis.resume and _is_alike(child, model, hidden):
            return child
        submission = _submission(analysis, hidden)
        assessment = await self._scorer.submit(submission.resume, hidden=hidden).result()
        new = NewAnalysis.of(submission, analysis.user_id, assessment)
        return await self._analyses.add(new)


def _is_alike(analysis: Analysis, model: ModelIdentity, hidden: tuple[FieldName, ...]) -> bool:
    answer = analysis.assessment
    return answer.score.model == model and set(answer.explanation.hidden) == set(hidden)


def _submission(analysis: Analysis, hidden: tuple[FieldName, ...]) -> Submission:
    return Submission(
        resume=analysis.resume,
        source=analysis.source,
        file_sha256=analysis.file_sha256,
        file_name=analysis.file_name,
        vacancy_id=analysis.vacancy_id,
        parent_id=analysis.id,
        hidden=hidden,
    )
