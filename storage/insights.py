"""What was found out about an analysis, so that a second tap costs nothing."""

from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy import Column, ForeignKey, Integer, Table, Text, select
from sqlalchemy.dialects.sqlite import insert

from domain.insight import InsightKind
from domain.score import ModelIdentity
from storage.clock import Clock
from storage.columns import JsonText, UtcDateTime
from storage.tables import analyses, metadata
from storage.transactions import Transactions

Insight = TypeVar("Insight", bound=BaseModel)

insights = Table(
    "insights",
    metadata,
    Column("analysis_id", Integer, ForeignKey("analyses.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("bundle_name", Text, nullable=False),
    Column("bundle_revision", Text, nullable=False),
    Column("body", JsonText, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)


class SqlInsightStore:
    """Implements domain.ports.InsightStore. An insight goes with its analysis."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def find(
        self, analysis_id: int, kind: InsightKind, model: ModelIdentity, shape: type[Insight]
    ) -> Insight | None:
        statement = select(insights.c.body).where(
            insights.c.analysis_id == analysis_id,
            insights.c.kind == kind,
            insights.c.bundle_name == model.name,
            insights.c.bundle_revision == model.revision,
        )
        body = await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one_or_none()
        )
        return None if body is None else shape.model_validate(body)

    async def keep(
        self, analysis_id: int, kind: InsightKind, model: ModelIdentity, insight: BaseModel
    ) -> None:
        """In the place of an older one; nothing where the analysis was deleted meanwhile."""
        key = {"analysis_id": analysis_id, "kind": kind}
        change = {
            "bundle_name": model.name,
            "bundle_revision": model.revision,
            "body": insight.model_dump(mode="json"),
            "created_at": self._clock(),
        }
        own = select(analyses.c.id).where(analyses.c.id == analysis_id)
        statement = insert(insights).values(key | change)
        statement = statement.on_conflict_do_update(
            index_elements=["analysis_id", "kind"], set_=change
        )
        await self._transactions.run(
            lambda connection: (
                connection.execute(statement)
                if connection.execute(own).one_or_none() is not None
                else None
            )
        )
