"""What the model says of a resume."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from domain.fields import FieldName

_CERTAIN = 1e-9


class ModelIdentity(BaseModel):
    """Which model gave a score: bundle name, its revision, and the prompt template."""

    model_config = ConfigDict(frozen=True)

    name: str
    revision: str
    template: str
    is_demo: bool = False


class Score(BaseModel):
    """A calibrated judgement.

    `probability` (0..1) is the calibrated P(claimed grade confirmed | resume).
    `score` (0..100) is the same evidence beside the middle resume of the reference set:
    100 * sigmoid(logit(probability) - logit(median probability of the set)), so 50 is the
    middle one and the 50th percentile, whatever the base rate of confirmed grades is.
    `percentile` (0..100) is the share of the reference set that scores lower.
    """

    model_config = ConfigDict(frozen=True)

    score: float = Field(ge=0, le=100)
    probability: float = Field(ge=0, le=1)
    percentile: float = Field(ge=0, le=100)
    model: ModelIdentity

    @property
    def typical_probability(self) -> float:
        """The probability of the reference set's middle resume, which has the score 50.

        Confirmed grades are rare, so a probability says little without it.
        """
        share = min(1 - _CERTAIN, max(_CERTAIN, self.score / 100))
        probability = min(1 - _CERTAIN, max(_CERTAIN, self.probability))
        odds = probability / (1 - probability) * (1 - share) / share
        return odds / (1 + odds)


class Explanation(BaseModel):
    """Why: per field, the signed change of calibrated probability that the field brings.

    A contribution is probability(whole resume) - probability(field masked as missing);
    fields that the resume lacks are absent. `seen` is the share (0..1) of each field's
    tokens that the model saw.
    """

    model_config = ConfigDict(frozen=True)

    contributions: Mapping[FieldName, float]
    seen: Mapping[FieldName, float]


class Assessment(BaseModel):
    """One answer of the model: the score and its reasons."""

    model_config = ConfigDict(frozen=True)

    score: Score
    explanation: Explanation
