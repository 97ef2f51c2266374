"""From changes of probability, which an explanation has, to points of score, which people read."""

from domain.score import Explanation, Score


def score_at(probability: float, score: Score) -> float:
    """What another probability would score (0..100) beside the same reference set.

    As domain.score.Score defines it: odds beside the odds of the middle resume.
    """
    if probability <= 0.0 or probability >= 1.0:
        return 100.0 if probability >= 1.0 else 0.0
    typical = score.typical_probability
    odds = probability / (1 - probability) * (1 - typical) / typical
    return 100 * odds / (1 + odds)


def noise_points(explanation: Explanation, score: Score) -> float:
    """How far another wording may raise the score; 0 where nothing was reworded."""
    if explanation.noise is None:
        return 0.0
    return max(0.0, score_at(score.probability + explanation.noise, score) - score.score)
