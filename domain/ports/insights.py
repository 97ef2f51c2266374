"""What keeps insights."""

from typing import Protocol, TypeVar

from pydantic import BaseModel

from domain.insight import InsightKind
from domain.score import ModelIdentity

Insight = TypeVar("Insight", bound=BaseModel)


class InsightStore(Protocol):
    """One insight of a kind an analysis, by the model that it was found with."""

    async def find(
        self,
        user_id: int,
        analysis_id: int,
        kind: InsightKind,
        model: ModelIdentity,
        shape: type[Insight],
    ) -> Insight | None: ...

    async def keep(
        self,
        user_id: int,
        analysis_id: int,
        kind: InsightKind,
        model: ModelIdentity,
        insight: BaseModel,
    ) -> None:
        """In the place of an older one; nothing where the analysis was deleted meanwhile."""
        ...
