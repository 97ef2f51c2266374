"""A resume on its way to a score, as the card keeps it in the dialog's storage."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from domain.analysis import Analysis, AnalysisSource
from domain.fields import FieldName
from domain.resume import Reading, Resume


class Draft(BaseModel):
    """`doubtful` are the fields that the reader was not sure of and nobody corrected."""

    model_config = ConfigDict(frozen=True)

    resume: Resume
    source: AnalysisSource
    file_sha256: str | None = None
    file_name: str | None = None
    doubtful: tuple[FieldName, ...] = ()

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
        return cls(resume=analysis.resume, source=analysis.source, file_sha256=analysis.file_sha256)

    def with_field(self, field: FieldName, value: Any) -> Self:
        """A person's word is not doubtful."""
        return self.model_copy(
            update={
                "resume": self.resume.with_field(field, value),
                "doubtful": tuple(name for name in self.doubtful if name != field),
            }
        )

    def dump(self) -> dict[str, Any]:
        return self.model_dump(mode="json")
