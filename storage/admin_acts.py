"""The audit log of admins: lines are only ever added."""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue
from sqlalchemy import func, insert, select

from domain.administration import Act, AdminAct
from storage.clock import Clock
from storage.people_tables import admin_acts
from storage.transactions import Transactions


class SqlAdminActLog:
    """Implements domain.ports.AdminActLog."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def record(
        self,
        admin_id: int,
        act: Act,
        *,
        subject: str | None = None,
        details: Mapping[str, JsonValue] | None = None,
    ) -> AdminAct:
        columns = {
            "admin_id": admin_id,
            "act": act,
            "subject": subject,
            "details": dict(details or {}),
            "done_at": self._clock(),
        }
        statement = insert(admin_acts).values(columns).returning(admin_acts)
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one()
        )
        return AdminAct.model_validate(dict(row))

    async def newest(self, *, limit: int, offset: int = 0) -> Sequence[AdminAct]:
        statement = select(admin_acts).order_by(admin_acts.c.id.desc()).limit(limit).offset(offset)
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [AdminAct.model_validate(dict(row)) for row in rows]

    async def count(self) -> int:
        statement = select(func.count()).select_from(admin_acts)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )
