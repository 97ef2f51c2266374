"""A resume on its way to a score, as the card keeps it in the dialog's storage."""

from collections.abc import Collection, Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from domain.analysis import Analysis, AnalysisSource, Submission
from domain.fields import FIELD_NAMES, FieldName
from domain.resume import FieldEvidence, Reading, Resume
from domain.vacancy import Vacancy


class Draft(BaseModel):
    """`doubtful` are the fields that the reader was not sure of and nobody corrected.

    `file_id` is Telegram's name for the file, which we don't keep; `evidence` is where in it the
    fields were read. `parent_id` is the analysis that the card corrects. `vacancy_id` is what the
    resume is for, and `before_vacancy` what the fields were that the vacancy changed.
    """

    model_config = ConfigDict(frozen=True)

    resume: Resume
    source: AnalysisSource
    file_sha256: str | None = None
    file_name: str | None = None
    file_id: str | None = None
    evidence: Mapping[FieldName, FieldEvidence] = {}
    doubtful: tuple[FieldName, ...] = ()
    parent_id: int | None = None
    vacancy_id: int | None = None
    vacancy_title: str | None = None
    before_vacancy: Mapping[FieldName, Any] = {}

    @classmethod
    def from_reading(
        cls,
        reading: Reading,
        file_sha256: str,
        file_name: str | None,
        file_id: str | None = None,
    ) -> Self:
        doubtful = [field for field, found in reading.evidence.items() if found.is_doubtful]
        return cls(
            resume=reading.resume,
            source="file",
            file_sha256=file_sha256,
            file_name=file_name,
            file_id=file_id,
            evidence=reading.evidence,
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
        """A person's word is not doubtful, and not the vacancy's."""
        return self._changed(
            (field,),
            resume=self.resume.with_field(field, value),
            before_vacancy={
                name: old for name, old in self.before_vacancy.items() if name != field
            },
        )

    def for_vacancy(self, vacancy: Vacancy) -> Self:
        """The resume as a claim to this vacancy, which can be taken back."""
        resume = vacancy.applied_to(self.resume)
        before = {
            name: getattr(self.resume, name)
            for name in FIELD_NAMES
            if getattr(resume, name) != getattr(self.resume, name)
        }
        return self._changed(
            before,
            resume=resume,
            vacancy_id=vacancy.id,
            vacancy_title=vacancy.title,
            before_vacancy=before,
        )

    def without_vacancy(self) -> Self:
        """What a person corrected since stays corrected."""
        resume = self.resume
        for name, value in self.before_vacancy.items():
            resume = resume.with_field(name, value)
        return self._changed(
            (), resume=resume, vacancy_id=None, vacancy_title=None, before_vacancy={}
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

    def _changed(self, settled: Collection[FieldName], **update: Any) -> Self:
        doubtful = tuple(name for name in self.doubtful if name not in settled)
        return self.model_copy(update={**update, "doubtful": doubtful})
