"""Updates on disk before Telegram hears that they came."""

import logging
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from pydantic import JsonValue
from sqlalchemy import Connection, and_, bindparam, delete, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from domain.errors import SealBrokenError
from domain.work import StoredUpdate
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import people
from storage.tables import UNFINISHED
from storage.tables import updates as inbox
from storage.transactions import Transactions
from storage.vault import Vault

logger = logging.getLogger(__name__)

_COLUMN: Final = "updates.body"
REMEMBERED_FOR: Final = timedelta(days=3)
"""How long the id of a finished update is kept to recognise a repetition.

Telegram repeats an update for 24 hours, and after a week without updates it may start from a
random id, which must not meet an old one.
"""

# Made once: to put a statement together takes longer than to run it.
_UNFINISHED: Final = or_(*(inbox.c.state == state for state in UNFINISHED))
_THIS: Final = and_(inbox.c.key == bindparam("this"), _UNFINISHED)
_PENDING: Final = (
    select(*(column for column in inbox.c if column is not inbox.c.accepted_at))
    .where(_UNFINISHED, inbox.c.key.not_in(bindparam("besides", expanding=True)))
    .order_by(inbox.c.key)
    .limit(bindparam("most"))
)
_START: Final = update(inbox).where(_THIS).values(state="started", attempts=inbox.c.attempts + 1)
_CLOSE: Final = (
    update(inbox).where(_THIS).values(state=bindparam("outcome"), body=None, user_id=None)
)
_FORGET: Final = delete(inbox).where(
    inbox.c.state.in_(("done", "failed")), inbox.c.accepted_at < bindparam("before")
)
_ADD: Final = insert(inbox).on_conflict_do_nothing(index_elements=["bot_id", "update_id"])


class SqlUpdateInbox:
    """Implements domain.ports.UpdateInbox."""

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault

    async def accept(self, bot_id: int, updates: Sequence[Mapping[str, JsonValue]]) -> int:
        """On disk when it returns. Raises ValueError for an update without an integer id."""
        now = self._clock()
        rows = [
            {
                "bot_id": bot_id,
                "update_id": _update_id(body),
                "body": dict(body),
                "user_id": _sender_of(body),
                "state": "accepted",
                "attempts": 0,
                "accepted_at": now,
            }
            for body in updates
        ]
        if not rows:
            return 0
        forgotten_before = now - REMEMBERED_FOR

        def work(connection: Connection) -> int:
            sealed = [row | {"body": self._seal(connection, row)} for row in rows]
            return _insert_new(connection, sealed, forgotten_before)

        return await self._transactions.run(work)

    async def pending(self, *, limit: int, besides: Collection[int] = ()) -> Sequence[StoredUpdate]:
        """Closes what does not open any more: one such row must not keep all others back."""
        wanted = {"most": limit, "besides": list(besides)}

        def work(connection: Connection) -> list[dict[str, Any]]:
            opened = []
            for row in connection.execute(_PENDING, wanted).mappings().all():
                try:
                    opened.append(dict(row) | {"body": self._open(connection, row)})
                except SealBrokenError:
                    logger.error("update %s does not open and is given up", row["key"])
                    connection.execute(_CLOSE, {"this": row["key"], "outcome": "failed"})
            return opened

        return [StoredUpdate.model_validate(row) for row in await self._transactions.run(work)]

    async def start(self, key: int) -> None:
        await self._transactions.run(lambda connection: connection.execute(_START, {"this": key}))

    async def put_back(self, keys: Collection[int]) -> None:
        statement = (
            update(inbox)
            .where(inbox.c.key.in_(keys), inbox.c.state == "started")
            .values(state="accepted", attempts=inbox.c.attempts - 1)
        )
        await self._transactions.run(lambda connection: connection.execute(statement))

    async def finish(self, key: int, outcome: Literal["done", "failed"]) -> None:
        """Idempotent, the first outcome stays; forgets the body (it may hold a resume)."""
        named = {"this": key, "outcome": outcome}
        await self._transactions.run(lambda connection: connection.execute(_CLOSE, named))

    def _seal(self, connection: Connection, row: Mapping[str, Any]) -> Any:
        if not may_be_sealed(connection, row):
            return row["body"]
        return self._vault.seal(connection, row["user_id"], _COLUMN, row["body"])

    def _open(self, connection: Connection, row: Mapping[Any, Any]) -> Any:
        if row["user_id"] is None:
            return row["body"]
        return self._vault.open(connection, row["user_id"], _COLUMN, row["body"])


def may_be_sealed(connection: Connection, row: Mapping[Any, Any]) -> bool:
    """Sealing makes a person known, so what a stranger says in a group lies open meanwhile."""
    if row["user_id"] is None:
        return False
    return _is_to_the_bot(row["body"]) or _is_known(connection, row["user_id"])


def _sender_of(body: Mapping[str, JsonValue]) -> int | None:
    """Who sent the update: every kind that a bot gets from a person has it in the same place."""
    for event in body.values():
        sender = event.get("from") if isinstance(event, dict) else None
        user_id = sender.get("id") if isinstance(sender, dict) else None
        if isinstance(user_id, int) and not isinstance(user_id, bool):
            return as_id(user_id) or None
    return None


def _is_to_the_bot(body: Mapping[str, JsonValue]) -> bool:
    """False for what happens in a group, and for who lets the bot in or out."""
    if "my_chat_member" in body:
        return False
    for event in body.values():
        if isinstance(event, dict):
            message = event.get("message")
            chat = (message if isinstance(message, dict) else event).get("chat")
            return not isinstance(chat, dict) or chat.get("type", "private") == "private"
    return True


def _is_known(connection: Connection, user_id: int) -> bool:
    statement = select(people.c.user_id).where(people.c.user_id == user_id)
    return connection.execute(statement).one_or_none() is not None


def _update_id(body: Mapping[str, JsonValue]) -> int:
    value = body.get("update_id")
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("an update without an integer update_id")
    return value


def _insert_new(
    connection: Connection, rows: list[dict[str, Any]], forgotten_before: datetime
) -> int:
    connection.execute(_FORGET, {"before": forgotten_before})
    return connection.execute(_ADD, rows).rowcount
