"""What would raise a score: changes that a person may truthfully make, tried on the model."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.analysis import Analysis
from domain.fields import FieldName
from domain.insight import Improvement, Improvements
from domain.ports.scoring import Comparer
from domain.resume import Resume
from usecases.insights.change import Change
from usecases.insights.changes import candidate_changes
from usecases.insights.points import noise_points
from usecases.insights.wordings import other_wordings

LEAST_POINTS: Final = 2.0
"""Less is not worth a person's evening."""
MOST_TOLD: Final = 5

Scores = Mapping[Resume, float]


class RaiseScore:
    """Tries changes on the live model, whose score of the resume is the base for all of them.

    A model's score moves with the order of skills too. So a change must bring more than another
    wording may, and is tried on other wordings as well: it counts for what it brings in the worst.
    """

    def __init__(self, comparer: Comparer) -> None:
        self._comparer = comparer

    async def __call__(self, analysis: Analysis) -> Improvements:
        """Raises a ScoringError; an empty `found` says that nothing that was tried helps."""
        resume, explanation = analysis.resume, analysis.assessment.explanation
        changes = candidate_changes(
            resume,
            seen=explanation.seen,
            today=analysis.created_at.date(),
            hidden=explanation.hidden,
        )
        least = max(LEAST_POINTS, noise_points(explanation, analysis.assessment.score))
        scores = await self._score(resume, changes, explanation.hidden)
        brought = {number: _points(change, resume, scores) for number, change in enumerate(changes)}
        promising = _best(brought, least)
        wordings = other_wordings(resume) if promising else []
        for wording in wordings:
            others = [changes[number] for number in promising]
            scores_of_wording = await self._score(wording, others, explanation.hidden)
            for number in promising:
                points = _points(changes[number], wording, scores_of_wording)
                brought[number] = min(brought[number], points)
        return Improvements(
            score=scores[resume],
            tried=len({change.kind for change in changes}),
            least_points=least,
            wordings=1 + len(wordings),
            found=_told([(changes[number], brought[number]) for number in promising], least),
        )

    async def _score(
        self, resume: Resume, changes: Sequence[Change], hidden: Sequence[FieldName]
    ) -> Scores:
        asked = list(
            dict.fromkeys(
                variant
                for change in changes
                for variant in (*change.ways_of(resume), *change.controls_of(resume))
            )
        )
        asked = [resume, *(variant for variant in asked if variant != resume)]
        scores = await self._comparer.compare(asked, hidden=hidden).result()
        return {one: score.score for one, score in zip(asked, scores, strict=True)}


def _points(change: Change, resume: Resume, scores: Scores) -> float:
    """What the least of the ways brings beyond the resume as it is, and beyond the control."""
    least = min(scores[way] for way in change.ways_of(resume))
    without = max(scores[other] for other in (resume, *change.controls_of(resume)))
    return least - without


def _best(points: Mapping[int, float], least: float) -> list[int]:
    """The numbers of the changes that are worth another look."""
    enough = [number for number, brought in points.items() if brought >= least]
    return sorted(enough, key=lambda number: -points[number])[: MOST_TOLD + 1]


def _told(found: Sequence[tuple[Change, float]], least: float) -> tuple[Improvement, ...]:
    """The best first; of the times ahead the soonest that helps."""
    soonest: dict[str, Improvement] = {}
    for change, points in sorted(found, key=lambda one: _months(one[0])):
        if points >= least:
            improvement = Improvement(kind=change.kind, points=points, facts=change.facts)
            soonest.setdefault(change.kind, improvement)
    return tuple(sorted(soonest.values(), key=lambda one: -one.points)[:MOST_TOLD])


def _months(change: Change) -> int:
    months = change.facts.get("months")
    return months if isinstance(months, int) else 0
