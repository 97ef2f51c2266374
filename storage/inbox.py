"""Updates on disk before Telegram hears that they came."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from pydantic import JsonValue
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from domain.work import StoredUpdate
from storage.clock import Clock
from storage.tables import UNFINISHED
from storage.tables import updates as inbox
from storage.transactions import Transactions

REMEMBERED_FOR: Final = timedelta(days=3)
"""How long the id of a finished update is kept to recognise a repetition.

Telegram repeats an update for 24 hours, and after a week without updates it may start from a
random id, which must not meet an old one.
"""


class SqlUpdateInbox:
    """Implements domain.ports.UpdateInbox."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def accept(self, bot_id: int, updates: Sequence[Mapping[str, JsonValue]]) -> int:
        """On disk when it returns. Raises ValueError for an update without an integer id."""
        now = self._clock()
        rows = [
            {
                "bot_id": bot_id,
                "update_id": _update_id(body),
                "body": dict(body),
                "state": "accepted",
                "attempts": 0,
                "accepted_at": now,
            }
            for body in updates
        ]
        if not rows:
            return 0
        forgotten_before = now - REMEMBERED_FOR
        return await self._transactions.run(
            lambda connection: _insert_new(connection, rows, forgotten_before)
        )

    async def pending(self, *, limit: int) -> Sequence[StoredUpdate]:
        statement = (
            select(inbox).where(inbox.c.state.in_(UNFINISHED)).order_by(inbox.c.key).limit(limit)
        )
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [StoredUpdate.model_validate(dict(row)) for row in rows]

    async def start(self, key: int) -> None:
        statement = (
            update(inbox)
            .where(inbox.c.key == key, inbox.c.state.in_(UNFINISHED))
            .values(state="started", attempts=inbox.c.attempts + 1)
        )
        await self._transactions.run(lambda connection: connection.execute(statement))

    async def finish(self, key: int, outcome: Literal["done", "failed"]) -> None:
        """Idempotent, the first outcome stays; forgets the body (it may hold a resume)."""
        statement = (
            update(inbox)
            .where(inbox.c.key == key, inbox.c.state.in_(UNFINISHED))
            .values(state=outcome, body=None)
        )
        await self._transactions.run(lambda connection: connection.execute(statement))


def _update_id(body: Mapping[str, JsonValue]) -> int:
    value = body.get("update_id")
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("an update without an integer update_id")
    return value


def _insert_new(
    connection: Connection, rows: list[dict[str, Any]], forgotten_before: datetime
) -> int:
    connection.execute(
        delete(inbox).where(
            inbox.c.state.in_(("done", "failed")), inbox.c.accepted_at < forgotten_before
        )
    )
    new = insert(inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"])
    return connection.execute(new, rows).rowcount
