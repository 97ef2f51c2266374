"""The queue of contested scores."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, select, update
from sqlalchemy.dialects.sqlite import insert

from domain.contest import Contest, ContestState
from domain.errors import ContestDecidedError, ContestNotFoundError
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import contests
from storage.transactions import Transactions
from storage.verdicts import check_own


class SqlContestRepository:
    """Implements domain.ports.ContestRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def open(self, user_id: int, analysis_id: int, reason: str | None) -> Contest:
        now = self._clock()
        return await self._transactions.run(
            lambda connection: _open(connection, user_id, analysis_id, reason, now)
        )

    async def find(self, user_id: int, analysis_id: int) -> Contest | None:
        statement = select(contests).where(
            contests.c.user_id == user_id, contests.c.analysis_id == as_id(analysis_id)
        )
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        return None if row is None else _contest(row)

    async def get(self, contest_id: int) -> Contest:
        return await self._transactions.run(lambda connection: _get(connection, contest_id))

    async def list_open(self, *, limit: int, offset: int = 0) -> Sequence[Contest]:
        statement = (
            select(contests)
            .where(contests.c.state == "open")
            .order_by(contests.c.id)
            .limit(limit)
            .offset(offset)
        )
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [_contest(row) for row in rows]

    async def count_open(self) -> int:
        statement = select(func.count()).where(contests.c.state == "open")
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )

    async def decide(
        self, contest_id: int, admin_id: int, state: ContestState, reply: str | None
    ) -> Contest:
        now = self._clock()
        decision = {"state": state, "decided_by": admin_id, "decided_at": now, "reply": reply}
        return await self._transactions.run(
            lambda connection: _decide(connection, contest_id, decision)
        )


def _open(
    connection: Connection, user_id: int, analysis_id: int, reason: str | None, now: datetime
) -> Contest:
    check_own(connection, user_id, analysis_id)
    row = {
        "analysis_id": analysis_id,
        "user_id": user_id,
        "reason": reason,
        "state": "open",
        "created_at": now,
    }
    connection.execute(
        insert(contests).values(row).on_conflict_do_nothing(index_elements=["analysis_id"])
    )
    kept = select(contests).where(contests.c.analysis_id == analysis_id)
    return _contest(connection.execute(kept).mappings().one())


def _get(connection: Connection, contest_id: int) -> Contest:
    statement = select(contests).where(contests.c.id == as_id(contest_id))
    row = connection.execute(statement).mappings().one_or_none()
    if row is None:
        raise ContestNotFoundError(contest_id)
    return _contest(row)


def _decide(connection: Connection, contest_id: int, decision: Mapping[str, object]) -> Contest:
    change = (
        update(contests)
        .where(contests.c.id == as_id(contest_id), contests.c.state == "open")
        .values(dict(decision))
    )
    is_first = connection.execute(change).rowcount == 1
    contest = _get(connection, contest_id)
    same = (contest.state, contest.decided_by) == (decision["state"], decision["decided_by"])
    if not is_first and not same:
        raise ContestDecidedError(contest_id)
    return contest


def _contest(row: RowMapping) -> Contest:
    return Contest.model_validate(dict(row))
