"""The history: every query names the person whose rows it may touch."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, func, select

from domain.analysis import Analysis, NewAnalysis
from domain.errors import AnalysisNotFoundError
from domain.history import HistoryFilter, HistoryLine, HistoryOrder
from domain.score import ModelIdentity
from storage.analysis_rows import analysis_from_row, insert_analysis
from storage.clock import Clock
from storage.history_lines import LINE_COLUMNS, line_from_row, passing
from storage.ids import as_id
from storage.tables import analyses
from storage.transactions import Transactions


class SqlAnalysisRepository:
    """Implements domain.ports.AnalysisRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def add(self, analysis: NewAnalysis) -> Analysis:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: insert_analysis(connection, analysis, now, task_id=None)
        )

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        statement = select(analyses).where(_own(user_id, analysis_id))
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        if row is None:
            raise AnalysisNotFoundError(analysis_id)
        return analysis_from_row(row)

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> Sequence[Analysis]:
        statement = (
            select(analyses)
            .where(analyses.c.user_id == user_id)
            .order_by(analyses.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [analysis_from_row(row) for row in rows]

    async def count(self, user_id: int) -> int:
        statement = select(func.count()).where(analyses.c.user_id == user_id)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )

    async def find_ids(
        self, user_id: int, wanted: HistoryFilter, order: HistoryOrder
    ) -> Sequence[int]:
        places = [analyses.c.id.desc()]
        if order == "best":
            places.insert(0, analyses.c.score.desc())
        statement = (
            select(analyses.c.id)
            .where(analyses.c.user_id == user_id, *passing(wanted))
            .order_by(*places)
        )
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalars().all()
        )

    async def lines(self, user_id: int, ids: Sequence[int]) -> Sequence[HistoryLine]:
        own = and_(analyses.c.user_id == user_id, analyses.c.id.in_([as_id(one) for one in ids]))
        statement = select(*LINE_COLUMNS).where(own)
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        found = {row["id"]: line_from_row(row) for row in rows}
        return [found[one] for one in ids if one in found]

    async def find_child(
        self, user_id: int, analysis_id: int, model: ModelIdentity
    ) -> Analysis | None:
        statement = (
            select(analyses)
            .where(
                analyses.c.user_id == user_id,
                analyses.c.parent_id == as_id(analysis_id),
                analyses.c.bundle_name == model.name,
                analyses.c.bundle_revision == model.revision,
                analyses.c.template == model.template,
            )
            .order_by(analyses.c.id.desc())
            .limit(1)
        )
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        return None if row is None else analysis_from_row(row)

    async def delete(self, user_id: int, analysis_id: int) -> None:
        """Erases the row and its traces in the WAL; raises AnalysisNotFoundError."""
        statement = delete(analyses).where(_own(user_id, analysis_id))
        deleted = await self._transactions.run(
            lambda connection: connection.execute(statement).rowcount
        )
        if not deleted:
            raise AnalysisNotFoundError(analysis_id)
        await self._transactions.checkpoint()


def _own(user_id: int, analysis_id: int) -> ColumnElement[bool]:
    return and_(analyses.c.user_id == user_id, analyses.c.id == as_id(analysis_id))
