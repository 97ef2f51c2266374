"""A resume on its way to a score, as the card keeps it in the dialog's storage."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from domain.analysis import Analysis, AnalysisSource, Submission
from domain.fields import FieldName
from domain.resume import Reading, Resume


class Draft(BaseModel):
    """`doubtful` are the fields that the reader was not sure of and nobody corrected.

    `parent_id` is the analysis that the card corrects; `vacancy_id` is what the resume is for.
    """

    model_config = ConfigDict(frozen=True)

    resume: Resume
    source: AnalysisSource
    file_sha256: str | None = None
    file_name: str | None = None
    doubtful: tuple[FieldName, ...] = ()
    parent_id: int | None = None
    vacancy_id: int | None = None

    @classmethod
    def from_reading(cls, reading: Reading, file_sha256: str, file_name: str | None) -> Self:
        doubtful = [field for field, found in reading.evidence.items() if found.is_doubtful]
        return cls(
            resume=reading.resume,
            source="file",
            file_sha256=file_sha256,
            file_name=file_name,
            doubtful=tuple(doubtful),
        )

    @classmethod
    def from_analysis(cls, analysis: Analysis) -> Self:
        return cls(
            resume=analysis.resume,
            source=analysis.source,
            file_sha256=analysis.file_sha256,
            file_name=analysis.file_name,
            parent_id=analysis.id,
            vacancy_id=analysis.vacancy_id,
        )

    def with_field(self, field: FieldName, value: Any) -> Self:
        """A person's word is not doubtful."""
        return self.model_copy(
            update={
                "resume": self.resume.with_field(field, value),
                "doubtful": tuple(name for name in self.doubtful if name != field),
            }
        )

    def submission(self, hidden: tuple[FieldName, ...]) -> Submission:
        """What goes to the model, without the `hidden` fields."""
        return Submission(
            resume=self.resume,
            source=self.source,
            file_sha256=self.file_sha256,
            file_name=self.file_name,
            vacancy_id=self.vacancy_id,
            parent_id=self.parent_id,
            hidden=hidden,
        )

    def dump(self) -> dict[str, Any]:
        return self.model_dump(mode="json")
