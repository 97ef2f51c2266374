"""One scored resume in a person's history."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from domain.fields import FieldName
from domain.resume import Resume
from domain.score import Assessment

AnalysisSource = Literal["file", "form"]


class Submission(BaseModel):
    """A resume as it goes to the model.

    `file_sha256` is None for a form, and `file_name` is what its sender called the file.
    `parent_id` is the analysis that this one corrects. `hidden` fields are kept from the model.
    """

    model_config = ConfigDict(frozen=True)

    resume: Resume
    source: AnalysisSource
    file_sha256: str | None = None
    file_name: str | None = None
    vacancy_id: int | None = None
    batch_id: int | None = None
    parent_id: int | None = None
    hidden: tuple[FieldName, ...] = ()


class _Scored(BaseModel):
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


class Analysis(_Scored):
    """A row of the history. `created_at` is UTC."""

    id: int
    created_at: datetime


class NewAnalysis(_Scored):
    """An analysis before the storage gave it an id and a time."""

    @classmethod
    def of(cls, submission: Submission, user_id: int, assessment: Assessment) -> "NewAnalysis":
        facts = {name: value for name, value in submission if name != "hidden"}
        return cls(user_id=user_id, assessment=assessment, **facts)
