"""How far a batch is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Self

from domain.batch import ItemState


@dataclass(frozen=True)
class BatchProgress:
    """Counts of items; `read` are those that need no reading any more, whatever became of them."""

    total: int
    read: int
    scored: int
    failed: int
    duplicates: int

    @classmethod
    def of(cls, counts: Mapping[ItemState, int]) -> Self:
        total = sum(counts.values())
        return cls(
            total=total,
            read=total - counts.get("waiting", 0),
            scored=counts.get("done", 0),
            failed=counts.get("failed", 0),
            duplicates=counts.get("duplicate", 0),
        )


OnProgress = Callable[[BatchProgress], None]
