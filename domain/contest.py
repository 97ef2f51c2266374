"""A score that a person objects to, and what a human decided."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

ContestState = Literal["open", "upheld", "withdrawn"]
"""`upheld`: the score stands; `withdrawn`: a human took the score back."""


class Contest(BaseModel):
    """One objection; there is at most one an analysis."""

    model_config = ConfigDict(frozen=True)

    id: int
    analysis_id: int
    user_id: int
    reason: str | None
    state: ContestState
    created_at: datetime
    decided_by: int | None = None
    decided_at: datetime | None = None
    reply: str | None = None
