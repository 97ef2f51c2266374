"""Spans of time of one length, one after another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Buckets:
    """Each begins where the one before ends; what is outside of all belongs to the nearest."""

    starts: tuple[datetime, ...]
    length: timedelta

    def at(self, moment: datetime) -> int:
        return min(len(self.starts) - 1, max(0, (moment - self.starts[0]) // self.length))

    def counts(self, moments: Iterable[datetime]) -> tuple[int, ...]:
        return tuple(map(len, self.grouped((moment, None) for moment in moments)))

    def grouped(self, facts: Iterable[tuple[datetime, T]]) -> list[list[T]]:
        """What happened in each, in the order given."""
        groups: list[list[T]] = [[] for _ in self.starts]
        for moment, fact in facts:
            groups[self.at(moment)].append(fact)
        return groups
