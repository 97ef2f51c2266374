"""What was found out about an analysis, so that a second tap costs nothing."""

from typing import Any, Final, TypeVar

from pydantic import BaseModel
from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    Table,
    Text,
    select,
)
from sqlalchemy.dialects.sqlite import insert

from domain.insight import InsightKind
from domain.score import ModelIdentity
from storage.clock import Clock
from storage.columns import JsonText, UtcDateTime
from storage.tables import analyses, metadata
from storage.transactions import Transactions
from storage.vault import Vault

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


_COLUMN: Final = "insights.body"


class SqlInsightStore:
    """Implements domain.ports.InsightStore. An insight goes with its analysis.

    It quotes the resume, so it is sealed like one.
    """

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault

    async def find(
        self,
        user_id: int,
        analysis_id: int,
        kind: InsightKind,
        model: ModelIdentity,
        shape: type[Insight],
    ) -> Insight | None:
        statement = select(insights.c.body).where(
            insights.c.analysis_id == analysis_id,
            insights.c.kind == kind,
            insights.c.bundle_name == model.name,
            insights.c.bundle_revision == model.revision,
        )

        def read(connection: Connection) -> Any:
            body = connection.execute(statement).scalar_one_or_none()
            return self._vault.open(connection, user_id, _COLUMN, body)

        body = await self._transactions.run(read)
        return None if body is None else shape.model_validate(body)

    async def keep(
        self,
        user_id: int,
        analysis_id: int,
        kind: InsightKind,
        model: ModelIdentity,
        insight: BaseModel,
    ) -> None:
        """In the place of an older one; nothing where the analysis was deleted meanwhile."""
        key = {"analysis_id": analysis_id, "kind": kind}
        about = {
            "bundle_name": model.name,
            "bundle_revision": model.revision,
            "created_at": self._clock(),
        }
        own = select(analyses.c.id).where(
            analyses.c.id == analysis_id, analyses.c.user_id == user_id
        )

        def write(connection: Connection) -> None:
            if connection.execute(own).one_or_none() is None:
                return
            body = insight.model_dump(mode="json")
            change = about | {"body": self._vault.seal(connection, user_id, _COLUMN, body)}
            statement = insert(insights).values(key | change)
            connection.execute(
                statement.on_conflict_do_update(index_elements=["analysis_id", "kind"], set_=change)
            )

        await self._transactions.run(write)
