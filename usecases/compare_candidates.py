"""A few candidates side by side: who leads, by how much, and what makes the difference."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Literal

from domain.analysis import Analysis
from domain.errors import AnalysisNotFoundError
from domain.fields import FieldName
from domain.ports import AnalysisRepository
from domain.score import Explanation

FEWEST_COMPARED: Final = 2
MOST_COMPARED: Final = 5
_REASONS_TOLD: Final = 2

Difference = Literal["models", "hidden", "vacancies"]
"""What the answers don't have in common, so that they can't be set side by side as they are."""


@dataclass(frozen=True)
class Comparison:
    """The most probable first, or in the order asked for where the scores can't be compared.

    `leaders` is how many share the first place within the noise, and 0 where nobody can be said
    to lead. `reasons` are the fields that bring the leader the most beside the next one.
    """

    candidates: tuple[Analysis, ...]
    leaders: int
    reasons: tuple[FieldName, ...]
    differences: frozenset[Difference]

    @property
    def is_of_one_kind(self) -> bool:
        """Whether the scores come from one model that saw the same fields."""
        return self.differences.isdisjoint({"models", "hidden"})


class CompareCandidates:
    """Sets a person's own analyses side by side."""

    def __init__(self, analyses: AnalysisRepository) -> None:
        self._analyses = analyses

    async def __call__(self, user_id: int, analysis_ids: Sequence[int]) -> Comparison:
        """Leaves out what is gone or another person's, so there may be fewer than were asked."""
        found = []
        for analysis_id in analysis_ids[:MOST_COMPARED]:
            with suppress(AnalysisNotFoundError):
                found.append(await self._analyses.get(user_id, analysis_id))
        return compare(found)


def compare(analyses: Sequence[Analysis]) -> Comparison:
    differences = _differences(analyses)
    comparison = Comparison(tuple(analyses), 0, (), differences)
    if len(analyses) < FEWEST_COMPARED or not comparison.is_of_one_kind:
        return comparison
    ordered = sorted(analyses, key=lambda one: -one.assessment.score.probability)
    first = ordered[0].assessment
    ahead_of = [one for one in ordered[1:] if first.is_clearly_better_than(one.assessment)]
    leaders = len(ordered) - len(ahead_of)
    reasons: tuple[FieldName, ...] = ()
    if leaders == 1:
        reasons = _reasons(first.explanation, ordered[1].assessment.explanation)
    return Comparison(tuple(ordered), leaders, reasons, differences)


def _differences(analyses: Sequence[Analysis]) -> frozenset[Difference]:
    answers = [one.assessment for one in analyses]
    models = {(one.score.model.name, one.score.model.revision) for one in answers}
    templates = {one.score.model.template for one in answers}
    hidden = {frozenset(one.explanation.hidden) for one in answers}
    vacancies = {one.vacancy_id for one in analyses}
    found: set[Difference] = set()
    if len(models) > 1 or len(templates) > 1:
        found.add("models")
    if len(hidden) > 1:
        found.add("hidden")
    if len(vacancies) > 1:
        found.add("vacancies")
    return frozenset(found)


def _reasons(leader: Explanation, other: Explanation) -> tuple[FieldName, ...]:
    """The fields whose lead is more than noise; a field that a resume lacks brings nothing."""
    noise = max(leader.noise or 0.0, other.noise or 0.0)
    leads = {
        field: brought - other.contributions.get(field, 0.0)
        for field, brought in leader.contributions.items()
    }
    for field, brought in other.contributions.items():
        leads.setdefault(field, -brought)
    clear = sorted((field for field in leads if leads[field] > noise), key=lambda one: -leads[one])
    return tuple(clear[:_REASONS_TOLD])
