"""Two models on the same resumes."""

from pydantic import BaseModel, ConfigDict

from domain.score import ModelIdentity


class ScoredTwice(BaseModel):
    """One analysis with both models' scores (0..100); ranks count from 1, ties share the mean."""

    model_config = ConfigDict(frozen=True)

    analysis_id: int
    old: float
    new: float
    old_rank: float
    new_rank: float

    @property
    def change(self) -> float:
        return self.new - self.old


class ModelComparison(BaseModel):
    """`old` is the live model. `rank_correlation` is Spearman's, None where all scores are equal.

    `swapped_pairs` of `pairs` are ordered the other way round by the new model. `failed` could not
    be scored by one of them.
    """

    model_config = ConfigDict(frozen=True)

    old: ModelIdentity
    new: ModelIdentity
    scored: tuple[ScoredTwice, ...]
    failed: int
    rank_correlation: float | None
    mean_change: float
    mean_distance: float
    swapped_pairs: int
    pairs: int

    @property
    def largest(self) -> ScoredTwice:
        return max(self.scored, key=lambda one: abs(one.change))
