"""What a person can make of a score: what would raise it, and what to ask about it."""

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

InsightKind = Literal["raise", "ask"]

ChangeKind = Literal[
    "describe_job",
    "list_skills",
    "drop_skills",
    "name_position",
    "claim_less",
    "give_months",
    "say_city",
    "say_salary",
    "shorten_jobs",
    "stay_on",
    "grow",
]
"""A change that a person may truthfully make: the same facts said better, or more work done."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Improvement(_Frozen):
    """A change that the model itself confirmed.

    `points` (of the score's 100) is the least that it brought in any wording of the resume.
    `facts` are what the words for it need (skills, a title, months).
    """

    kind: ChangeKind
    points: float = Field(gt=0, le=100)
    facts: Mapping[str, JsonValue] = Field(default_factory=dict)


class Improvements(_Frozen):
    """What was tried on one resume and helped, best first.

    `score` (0..100) is the resume's own, `tried` counts the kinds of changes, `least_points` is
    what one had to bring to be told, and `wordings` in how many wordings of the same facts.
    """

    score: float = Field(ge=0, le=100)
    tried: int = Field(ge=0)
    least_points: float = Field(ge=0)
    wordings: int = Field(ge=1)
    found: tuple[Improvement, ...] = ()


ClaimKind = Literal["position", "job", "bare_job", "skill", "salary"]
DoubtKind = Literal["unbacked_skill", "gap", "overlap", "jump"]


class Question(_Frozen):
    """A claim of the resume that is worth asking about, in the resume's own words (`facts`).

    `score_without` (0..100) is what the resume would score without the claim; None where the
    question comes from what the resume does not say.
    """

    kind: ClaimKind | DoubtKind
    facts: Mapping[str, JsonValue] = Field(default_factory=dict)
    score_without: float | None = Field(default=None, ge=0, le=100)


class Interview(_Frozen):
    """Three to six questions where the resume has that many claims, the weightiest first."""

    score: float = Field(ge=0, le=100)
    questions: tuple[Question, ...] = ()
