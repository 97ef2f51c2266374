"""The history: every query names the person whose rows it may touch."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, func, select

from domain.analysis import Analysis, NewAnalysis
from domain.errors import AnalysisNotFoundError
from storage.analysis_rows import analysis_from_row, insert_analysis
from storage.clock import Clock
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
