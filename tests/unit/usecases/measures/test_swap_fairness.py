"""The swap of ages and cities over the latest resumes."""

from collections.abc import Sequence

import pytest

from domain.errors import QueueFullError
from domain.resume import Resume
from domain.score import Score
from tests.unit.storage.samples import assessment
from usecases import swap_fairness
from usecases.swap_fairness import SwapFairness

MODEL = assessment().score.model


class Latest:
    """Implements what is asked of domain.ports.MeasurementSource."""

    async def latest_resumes(self, *_: object) -> Sequence[Resume]:
        return [Resume(position="Повар", age=30, city="Омск")]


class Ticket:
    def __init__(self, scores: Sequence[Score]) -> None:
        self._scores = scores

    async def result(self) -> Sequence[Score]:
        return self._scores


class FullAtFirst:
    """Implements domain.ports.Comparer: older people score lower here."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals

    def compare(self, resumes: Sequence[Resume], **_: object) -> Ticket:
        if self.refusals:
            self.refusals -= 1
            raise QueueFullError(64)
        return Ticket([assessment(100 - (one.age or 0)).score for one in resumes])


async def test_a_full_queue_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap_fairness, "_QUEUE_PAUSE_SECONDS", 0.0)
    comparer = FullAtFirst(3)
    measures = await SwapFairness(Latest(), comparer)(MODEL)  # type: ignore[arg-type]
    assert comparer.refusals == 0
    assert measures
    assert (measures.count, measures.largest, measures.neutral) == (1, 25, 0)
