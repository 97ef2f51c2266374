"""The history: every query names the person whose rows it may touch."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, and_, delete, func, select

from domain.analysis import Analysis, NewAnalysis
from domain.errors import AnalysisNotFoundError
from domain.history import LONGEST_LIST, HistoryFilter, HistoryLine, HistoryOrder
from domain.score import ModelIdentity
from storage.analysis_rows import AnalysisRows
from storage.clock import Clock
from storage.history_lines import LINE_COLUMNS, line_from_row, passing
from storage.ids import as_id
from storage.tables import analyses
from storage.transactions import Transactions
from storage.vault import Vault


class SqlAnalysisRepository:
    """Implements domain.ports.AnalysisRepository."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._rows = AnalysisRows(vault)

    async def add(self, analysis: NewAnalysis) -> Analysis:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: self._rows.insert(connection, analysis, now)
        )

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        statement = select(analyses).where(_own(user_id, analysis_id))
        found = await self._transactions.run(
            lambda connection: self._rows.one(connection, statement)
        )
        if found is None:
            raise AnalysisNotFoundError(analysis_id)
        return found

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> Sequence[Analysis]:
        statement = (
            select(analyses)
            .where(analyses.c.user_id == user_id)
            .order_by(analyses.c.id.desc())
            .limit(limit)
            .offset(offset)
        )
        return await self._transactions.run(
            lambda connection: self._rows.all(connection, statement)
        )

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
            .limit(LONGEST_LIST)
        )
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalars().all()
        )

    async def lines(self, user_id: int, ids: Sequence[int]) -> Sequence[HistoryLine]:
        own = and_(analyses.c.user_id == user_id, analyses.c.id.in_([as_id(one) for one in ids]))
        statement = select(*LINE_COLUMNS).where(own)

        def work(connection: Connection) -> Mapping[int, HistoryLine]:
            rows = connection.execute(statement).mappings().all()
            return {row["id"]: line_from_row(self._rows.opened(connection, row)) for row in rows}

        found = await self._transactions.run(work)
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
        return await self._transactions.run(
            lambda connection: self._rows.one(connection, statement)
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
