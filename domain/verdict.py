"""What a recruiter says of an answer, at once and after the interview."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from domain.score import Score


class Verdict(BaseModel):
    """`is_useful` is the thumb; `grade_confirmed` is what the interview showed. None: not said."""

    model_config = ConfigDict(frozen=True)

    analysis_id: int
    user_id: int
    is_useful: bool | None = None
    grade_confirmed: bool | None = None
    changed_at: datetime


class JudgedScore(BaseModel):
    """What the model said before an interview, and what the interview showed."""

    model_config = ConfigDict(frozen=True)

    analysis_id: int
    score: Score
    grade_confirmed: bool
    judged_at: datetime
