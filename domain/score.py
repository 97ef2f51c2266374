"""What the model says of a resume."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from domain.fields import FieldName

Detail = Literal["jobs", "skills", "shapley"]
"""What an explanation can add to the contributions of the fields."""

DETAILS: Final[tuple[Detail, ...]] = get_args(Detail)

_CERTAIN = 1e-9


class ModelIdentity(BaseModel):
    """Which model gave a score: bundle name, its revision, and the prompt template.

    Not `is_calibrated`: nobody fitted its probabilities on labelled resumes, so they follow from
    published figures.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    revision: str
    template: str
    is_demo: bool = False
    is_calibrated: bool = True


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


class ItemContribution(BaseModel):
    """What one job or skill brings, or a few neighbours of a long list together.

    `places` count from 0 in the resume's own list; a skill that is said again has several.
    `change` is probability(whole resume) - probability(the list without them), and 0 where
    `seen`, the share (0..1) of their text that the model saw, is 0.
    """

    model_config = ConfigDict(frozen=True)

    places: tuple[int, ...]
    change: float
    seen: float = Field(ge=0, le=1)

    @property
    def is_unseen(self) -> bool:
        return self.seen == 0


class ShapleyValues(BaseModel):
    """Each field's fair share of the way from no field at all to the whole resume (Shapley 1953).

    The values sum up to probability - `empty_probability`, which is the probability where every
    field is masked.
    """

    model_config = ConfigDict(frozen=True)

    values: Mapping[FieldName, float]
    empty_probability: float = Field(ge=0, le=1)


class Explanation(BaseModel):
    """Why: per field, the signed change of calibrated probability that the field brings.

    A contribution is probability(whole resume) - probability(field masked as missing);
    fields that the resume lacks are absent. `seen` is the share (0..1) of each field's
    tokens that the model saw. `noise` is the largest change that another wording of the same
    facts makes, and None where there was nothing to reword (or nobody looked). `hidden` are
    the fields that were kept from the model on purpose. `jobs`, `skills` and `shapley` are
    there where they were asked for.
    """

    model_config = ConfigDict(frozen=True)

    contributions: Mapping[FieldName, float]
    seen: Mapping[FieldName, float]
    noise: float | None = Field(default=None, ge=0)
    hidden: tuple[FieldName, ...] = ()
    jobs: tuple[ItemContribution, ...] | None = None
    skills: tuple[ItemContribution, ...] | None = None
    shapley: ShapleyValues | None = None

    def is_noise(self, field: FieldName) -> bool:
        """Whether the field's contribution is no more than another wording would make."""
        return self.is_within_noise(self.contributions[field])

    def is_within_noise(self, change: float) -> bool:
        """The same for any change of probability, e.g. a job's."""
        return self.noise is not None and abs(change) <= self.noise


class Assessment(BaseModel):
    """One answer of the model: the score and its reasons."""

    model_config = ConfigDict(frozen=True)

    score: Score
    explanation: Explanation

    def is_clearly_better_than(self, other: "Assessment") -> bool:
        """Whether the lead is more than another wording of either resume's facts would make.

        Only for answers of one model. An explanation that found nothing to reword has no noise of
        its own.
        """
        noise = max(self.explanation.noise or 0.0, other.explanation.noise or 0.0)
        return self.score.probability - other.score.probability > noise
