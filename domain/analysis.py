"""One scored resume in a person's history."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from domain.resume import Resume
from domain.score import Assessment

AnalysisSource = Literal["file", "form"]


class Analysis(BaseModel):
    """A row of the history. `created_at` is UTC; `file_sha256` is None for a form.

    `parent_id` is the analysis that this one corrects. `file_name` is what its sender called it.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    user_id: int
    created_at: datetime
    source: AnalysisSource
    file_sha256: str | None
    resume: Resume
    assessment: Assessment
    file_name: str | None = None
    vacancy_id: int | None = None
    batch_id: int | None = None
    parent_id: int | None = None


class NewAnalysis(BaseModel):
    """An analysis before the storage gave it an id and a time."""

    model_config = ConfigDict(frozen=True)

    user_id: int
    source: AnalysisSource
    file_sha256: str | None
    resume: Resume
    assessment: Assessment
    file_name: str | None = None
    vacancy_id: int | None = None
    batch_id: int | None = None
    parent_id: int | None = None
