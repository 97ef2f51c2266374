"""A value together with where it was read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.resume import MAX_QUOTE_CHARACTERS, FieldEvidence
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

    def evidence(self, quoted: Callable[[str], str]) -> FieldEvidence:
        """`quoted` takes out of a line what tells who the person is."""
        if self.row is None:
            return FieldEvidence(confidence=self.confidence)
        line = self.row.line
        box = None
        if None not in (line.x0, line.top, line.x1, line.bottom):
            box = (line.x0 or 0.0, line.top or 0.0, line.x1 or 0.0, line.bottom or 0.0)
        quote = None if box else quoted(self.row.text)[:MAX_QUOTE_CHARACTERS]
        return FieldEvidence(
            confidence=self.confidence, page=line.page, line=line.number, box=box, quote=quote
        )
