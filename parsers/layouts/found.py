"""A value together with where it was read."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.resume import FieldEvidence
from parsers.layouts.row import Row

Value = TypeVar("Value")

LABELLED = 1.0
"""The document names the field itself."""
BY_LAYOUT = 0.95
"""A known layout puts the field there."""
BY_SHAPE = 0.75
"""The words look like the field and stand where it usually is."""
GUESSED = 0.6
"""The words look like the field, but may speak of something else."""
BY_PLACE = 0.5
"""Only the place speaks for it."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """`confidence` is the rank of the rule that matched, not a probability."""

    value: Value
    row: Row | None
    confidence: float

    def evidence(self) -> FieldEvidence:
        if self.row is None:
            return FieldEvidence(confidence=self.confidence)
        line = self.row.line
        box = None
        if None not in (line.x0, line.top, line.x1, line.bottom):
            box = (line.x0 or 0.0, line.top or 0.0, line.x1 or 0.0, line.bottom or 0.0)
        return FieldEvidence(confidence=self.confidence, page=line.page, line=line.number, box=box)
