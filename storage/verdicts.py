"""What recruiters say of answers: every query names the person whose rows it may touch."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, select
from sqlalchemy.dialects.sqlite import insert

from domain.errors import AnalysisNotFoundError
from domain.verdict import JudgedScore, Verdict
from storage.analysis_rows import score_from_row
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import verdicts
from storage.tables import analyses
from storage.transactions import Transactions


class SqlVerdictRepository:
    """Implements domain.ports.VerdictRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def find(self, user_id: int, analysis_id: int) -> Verdict | None:
        statement = select(verdicts).where(
            verdicts.c.user_id == user_id, verdicts.c.analysis_id == as_id(analysis_id)
        )
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        return None if row is None else Verdict.model_validate(dict(row))

    async def set_useful(self, user_id: int, analysis_id: int, is_useful: bool | None) -> Verdict:
        return await self._set(user_id, analysis_id, is_useful=is_useful)

    async def set_grade_confirmed(
        self, user_id: int, analysis_id: int, grade_confirmed: bool | None
    ) -> Verdict:
        return await self._set(user_id, analysis_id, grade_confirmed=grade_confirmed)

    async def judged_scores(self, user_id: int) -> Sequence[JudgedScore]:
        joined = and_(verdicts.c.analysis_id == analyses.c.id, analyses.c.user_id == user_id)
        score = ("score", "probability", "percentile", "bundle_name", "bundle_revision", "template")
        statement = (
            select(
                verdicts.c.analysis_id,
                verdicts.c.grade_confirmed,
                verdicts.c.changed_at,
                *(analyses.c[name] for name in (*score, "is_demo", "is_calibrated")),
            )
            .join(analyses, joined)
            .where(verdicts.c.user_id == user_id, verdicts.c.grade_confirmed.is_not(None))
            .order_by(verdicts.c.analysis_id)
        )
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [
            JudgedScore(
                analysis_id=row["analysis_id"],
                score=score_from_row(row),
                grade_confirmed=row["grade_confirmed"],
                judged_at=row["changed_at"],
            )
            for row in rows
        ]

    async def _set(self, user_id: int, analysis_id: int, **word: bool | None) -> Verdict:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: _upsert(connection, user_id, analysis_id, word, now)
        )


def check_own(connection: Connection, user_id: int, analysis_id: int) -> None:
    """Raises AnalysisNotFoundError, also for another person's analysis."""
    own = select(analyses.c.id).where(
        analyses.c.user_id == user_id, analyses.c.id == as_id(analysis_id)
    )
    if connection.execute(own).one_or_none() is None:
        raise AnalysisNotFoundError(analysis_id)


def _upsert(
    connection: Connection,
    user_id: int,
    analysis_id: int,
    word: dict[str, bool | None],
    now: datetime,
) -> Verdict:
    check_own(connection, user_id, analysis_id)
    change: dict[str, Any] = {**word, "changed_at": now}
    row = {"analysis_id": analysis_id, "user_id": user_id} | change
    statement = insert(verdicts).values(row)
    kept = statement.on_conflict_do_update(index_elements=["analysis_id"], set_=change)
    return Verdict.model_validate(
        dict(connection.execute(kept.returning(verdicts)).mappings().one())
    )
