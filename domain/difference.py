"""What a corrected resume changed, and what that did to its score."""

from dataclasses import dataclass

from domain.analysis import Analysis
from domain.fields import FIELD_NAMES, FieldName


@dataclass(frozen=True)
class Difference:
    """`before` and `after` are whole points of 0..100, as a person reads them.

    `fields` are those that differ. Where not `is_comparable` (another model, another revision, or
    other fields hidden), the points also have another reason than the fields.
    """

    before: int
    after: int
    fields: tuple[FieldName, ...]
    is_comparable: bool

    @property
    def points(self) -> int:
        return self.after - self.before


def difference(earlier: Analysis, later: Analysis) -> Difference:
    """From the earlier analysis of a resume to the later one of its corrected form."""
    old, new = earlier.assessment, later.assessment
    return Difference(
        before=round(old.score.score),
        after=round(new.score.score),
        fields=tuple(
            field
            for field in FIELD_NAMES
            if getattr(earlier.resume, field) != getattr(later.resume, field)
        ),
        is_comparable=old.score.model == new.score.model
        and set(old.explanation.hidden) == set(new.explanation.hidden),
    )
