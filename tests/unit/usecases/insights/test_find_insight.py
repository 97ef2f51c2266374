"""An insight is found once for an analysis and a model."""

import asyncio
from typing import TypeVar

from pydantic import BaseModel

from domain.analysis import Analysis
from domain.insight import Improvements, InsightKind
from domain.score import ModelIdentity
from tests.unit.usecases.insights.people import RuledModel, analysis_of
from usecases.find_insight import FindInsight

Insight = TypeVar("Insight", bound=BaseModel)


class KeptInsights:
    """Implements domain.ports.InsightStore in memory."""

    def __init__(self) -> None:
        self.kept: dict[object, BaseModel] = {}

    async def find(
        self,
        user_id: int,
        analysis_id: int,
        kind: InsightKind,
        model: ModelIdentity,
        shape: type[Insight],
    ) -> Insight | None:
        await asyncio.sleep(0)
        found = self.kept.get((user_id, analysis_id, kind, model))
        return None if found is None else shape.model_validate(found.model_dump())

    async def keep(
        self,
        user_id: int,
        analysis_id: int,
        kind: InsightKind,
        model: ModelIdentity,
        insight: BaseModel,
    ) -> None:
        self.kept[user_id, analysis_id, kind, model] = insight


async def test_a_second_and_a_simultaneous_wish_cost_nothing() -> None:
    asked = 0

    async def find(analysis: Analysis) -> Improvements:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0)
        return Improvements(score=50, tried=3, least_points=2, wordings=1)

    model = RuledModel(lambda _: 50)
    found = FindInsight("raise", Improvements, find, model, KeptInsights())
    first, second = await asyncio.gather(found(analysis_of()), found(analysis_of()))
    assert first == second == await found(analysis_of())
    assert asked == 1
    model.identity = ModelIdentity(name="other", revision="2", template="budget-1")
    await found(analysis_of())
    assert asked == 2
