"""The row of texts that a prompt is made of."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any, Final

from domain.fields import FIELD_NAMES, FieldName

MISSING: Final = "нет информации"
"""What the training data says where a value is missing: an in-distribution mask for a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRow:
    """One resume as the seven texts of the training columns.

    A missing value is `MISSING`. `total_experience` is not a column: it is what the reader
    summed up from the jobs, belongs to `work_experience`, and is hidden together with it.
    Lone surrogates, which no tokenizer takes, become question marks.

    `skills` and `jobs` are the resume's own lists that `key_skills` and `work_experience` were
    joined from, so that an explanation can name a place in them; empty where a row came as text.
    `hidden` are the fields that were kept from the model on purpose.
    """

    age: str = MISSING
    city: str = MISSING
    position: str = MISSING
    key_skills: str = MISSING
    client_name: str = MISSING
    salary: str = MISSING
    work_experience: str = MISSING
    total_experience: str | None = None
    skills: tuple[str, ...] = field(default=(), compare=False, repr=False)
    jobs: tuple[str, ...] = field(default=(), compare=False, repr=False)
    hidden: tuple[FieldName, ...] = ()

    def __post_init__(self) -> None:
        for name in FIELD_NAMES:
            object.__setattr__(self, name, _well_formed(self.text(name)) or MISSING)
        total = _well_formed(self.total_experience or "")
        object.__setattr__(self, "total_experience", total or None)
        object.__setattr__(self, "skills", tuple(map(_well_formed, self.skills)))
        object.__setattr__(self, "jobs", tuple(map(_well_formed, self.jobs)))

    def text(self, field: FieldName) -> str:
        value: str = getattr(self, field)
        return value

    def is_present(self, field: FieldName) -> bool:
        if field == "work_experience" and self.total_experience is not None:
            return True
        return self.text(field) != MISSING

    def present_fields(self) -> tuple[FieldName, ...]:
        return tuple(field for field in FIELD_NAMES if self.is_present(field))

    def without(self, fields: Collection[FieldName]) -> "PromptRow":
        """The same row with these fields masked as missing."""
        masked: dict[str, Any] = {str(field): MISSING for field in fields}
        if "work_experience" in masked:
            masked["total_experience"] = None
        return replace(self, **masked)

    def blind_to(self, fields: Collection[FieldName]) -> "PromptRow":
        """The same row with these fields hidden on purpose, which the explanation then says."""
        hidden = tuple(name for name in FIELD_NAMES if name in fields or name in self.hidden)
        return replace(self.without(fields), hidden=hidden)


def _well_formed(text: str) -> str:
    return text.encode("utf-8", errors="replace").decode("utf-8") if not text.isascii() else text
