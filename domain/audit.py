"""What one resume would score with another age and another city."""

from pydantic import BaseModel, ConfigDict

from domain.score import Score


class SwapCell(BaseModel):
    """The resume with this age and city; None is a city hidden from the model."""

    model_config = ConfigDict(frozen=True)

    age: int
    city: str | None
    score: Score


class SwapAudit(BaseModel):
    """The grid of swaps beside the neutral baseline, all in points of score (0..100).

    `as_is` is the resume untouched, `reworded` the scores of the same resume in other words.
    """

    model_config = ConfigDict(frozen=True)

    as_is: Score
    cells: tuple[SwapCell, ...]
    reworded: tuple[float, ...]

    @property
    def largest_difference(self) -> float:
        """Between the best and the worst cell."""
        scores = [cell.score.score for cell in self.cells]
        return max(scores) - min(scores)

    @property
    def neutral_difference(self) -> float | None:
        """Between the best and the worst wording; None where nothing could be reworded."""
        scores = [self.as_is.score, *self.reworded]
        return max(scores) - min(scores) if self.reworded else None

    @property
    def is_above_noise(self) -> bool:
        """Whether age and city move the score by more than another wording does."""
        return self.largest_difference > (self.neutral_difference or 0.0)
