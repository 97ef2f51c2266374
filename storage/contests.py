"""The queue of contested scores."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, func, select, update
from sqlalchemy.dialects.sqlite import insert

from domain.contest import Contest, ContestState
from domain.errors import ContestDecidedError, ContestNotFoundError
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import contests
from storage.transactions import Transactions
from storage.vault import Vault
from storage.verdicts import check_own

_WORDS: Final = ("reason", "reply")


class SqlContestRepository:
    """Implements domain.ports.ContestRepository.

    What the author and the admin wrote may tell of a person, so it is sealed with the author's key.
    """

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault

    async def open(self, user_id: int, analysis_id: int, reason: str | None) -> Contest:
        row = {
            "analysis_id": analysis_id,
            "user_id": user_id,
            "state": "open",
            "created_at": self._clock(),
        }

        def work(connection: Connection) -> Contest:
            check_own(connection, user_id, analysis_id)
            sealed = {"reason": self._seal(connection, user_id, "reason", reason)}
            statement = insert(contests).values(row | sealed)
            connection.execute(statement.on_conflict_do_nothing(index_elements=["analysis_id"]))
            kept = select(contests).where(contests.c.analysis_id == analysis_id)
            return self._contest(connection, connection.execute(kept).mappings().one())

        return await self._transactions.run(work)

    async def find(self, user_id: int, analysis_id: int) -> Contest | None:
        statement = select(contests).where(
            contests.c.user_id == user_id, contests.c.analysis_id == as_id(analysis_id)
        )

        def work(connection: Connection) -> Contest | None:
            row = connection.execute(statement).mappings().one_or_none()
            return None if row is None else self._contest(connection, row)

        return await self._transactions.run(work)

    async def get(self, contest_id: int) -> Contest:
        return await self._transactions.run(lambda connection: self._get(connection, contest_id))

    async def list_open(self, *, limit: int, offset: int = 0) -> Sequence[Contest]:
        statement = (
            select(contests)
            .where(contests.c.state == "open")
            .order_by(contests.c.id)
            .limit(limit)
            .offset(offset)
        )

        def work(connection: Connection) -> list[Contest]:
            rows = connection.execute(statement).mappings().all()
            return [self._contest(connection, row) for row in rows]

        return await self._transactions.run(work)

    async def count_open(self) -> int:
        statement = select(func.count()).where(contests.c.state == "open")
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )

    async def decide(
        self, contest_id: int, admin_id: int, state: ContestState, reply: str | None
    ) -> Contest:
        now = self._clock()

        def work(connection: Connection) -> Contest:
            known = self._get(connection, contest_id)
            if known.state != "open":
                if (known.state, known.decided_by) != (state, admin_id):
                    raise ContestDecidedError(contest_id)
                return known
            sealed = self._seal(connection, known.user_id, "reply", reply)
            decision = {"state": state, "decided_by": admin_id, "decided_at": now, "reply": sealed}
            connection.execute(update(contests).where(contests.c.id == known.id).values(decision))
            return self._get(connection, contest_id)

        return await self._transactions.run(work)

    def _get(self, connection: Connection, contest_id: int) -> Contest:
        statement = select(contests).where(contests.c.id == as_id(contest_id))
        row = connection.execute(statement).mappings().one_or_none()
        if row is None:
            raise ContestNotFoundError(contest_id)
        return self._contest(connection, row)

    def _contest(self, connection: Connection, row: RowMapping) -> Contest:
        words = {
            name: self._vault.open(connection, row["user_id"], f"contests.{name}", row[name])
            for name in _WORDS
        }
        return Contest.model_validate({**row, **words})

    def _seal(self, connection: Connection, user_id: int, name: str, text: str | None) -> Any:
        return self._vault.seal(connection, user_id, f"contests.{name}", text)
