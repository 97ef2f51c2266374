"""Broadcasts: what is sent to whom, and how far it has come."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Update, func, insert, select, update

from domain.administration import Audience, Broadcast, BroadcastContent, Delivery
from storage.clock import Clock
from storage.held_consents import newest_consent
from storage.ids import as_id
from storage.people_tables import broadcasts, people
from storage.transactions import Transactions


class SqlBroadcastRepository:
    """Implements domain.ports.BroadcastRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def draft(
        self, admin_id: int, chat_id: int, locale: str, content: BroadcastContent
    ) -> Broadcast:
        zero = dict.fromkeys(("recipients", "delivered", "blocked", "failed", "last_user_id"), 0)
        columns: dict[str, Any] = {
            "admin_id": admin_id,
            "chat_id": chat_id,
            "locale": locale,
            "content": content.model_dump(mode="json"),
            "state": "draft",
            "created_at": self._clock(),
        }
        statement = insert(broadcasts).values(columns | zero).returning(broadcasts)
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one()
        )
        return Broadcast.model_validate(dict(row))

    async def get(self, broadcast_id: int) -> Broadcast | None:
        return await self._transactions.run(lambda connection: _find(connection, broadcast_id))

    async def count_recipients(self, audience: Audience) -> int:
        statement = select(func.count()).select_from(people).where(*_reached(audience))
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )

    async def begin(
        self, broadcast_id: int, audience: Audience, status_message_id: int | None
    ) -> Broadcast | None:
        now = self._clock()

        def work(connection: Connection) -> Broadcast | None:
            found = _find(connection, broadcast_id)
            if found is None or found.state != "draft":
                return found
            counted = select(func.count()).select_from(people).where(*_reached(audience))
            content = found.content.model_copy(update={"audience": audience})
            begun = _chosen(broadcast_id).values(
                state="sending",
                content=content.model_dump(mode="json"),
                recipients=connection.execute(counted).scalar_one(),
                status_message_id=status_message_id,
                created_at=now,
            )
            connection.execute(begun)
            return _find(connection, broadcast_id)

        return await self._transactions.run(work)

    async def next_recipients(self, broadcast: Broadcast, *, limit: int) -> Sequence[int]:
        statement = (
            select(people.c.user_id)
            .where(
                people.c.user_id > broadcast.last_user_id,
                people.c.joined_at <= broadcast.created_at,
                *_reached(broadcast.content.audience),
            )
            .order_by(people.c.user_id)
            .limit(limit)
        )
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalars().all()
        )

    async def advance(self, broadcast_id: int, user_id: int, outcome: Delivery) -> Broadcast | None:
        """In one transaction, so that who was counted is never sent to again."""
        passed = _chosen(broadcast_id).values(
            {"last_user_id": user_id, outcome: broadcasts.c[outcome] + 1}
        )
        return await self._change(broadcast_id, passed)

    async def end(self, broadcast_id: int) -> Broadcast | None:
        """One that was cancelled stays so; it ends now."""
        ended = _chosen(broadcast_id).values(
            state=func.iif(broadcasts.c.state == "cancelled", "cancelled", "done"),
            finished_at=self._clock(),
        )
        return await self._change(broadcast_id, ended.where(broadcasts.c.finished_at.is_(None)))

    async def cancel(self, broadcast_id: int) -> bool:
        open_one = _chosen(broadcast_id).where(broadcasts.c.state.in_(("draft", "sending")))
        changed = await self._transactions.run(
            lambda connection: connection.execute(open_one.values(state="cancelled")).rowcount
        )
        return changed > 0

    async def _change(self, broadcast_id: int, statement: Update) -> Broadcast | None:
        def work(connection: Connection) -> Broadcast | None:
            connection.execute(statement)
            return _find(connection, broadcast_id)

        return await self._transactions.run(work)


def _find(connection: Connection, broadcast_id: int) -> Broadcast | None:
    statement = select(broadcasts).where(broadcasts.c.id == as_id(broadcast_id))
    row = connection.execute(statement).mappings().one_or_none()
    return None if row is None else Broadcast.model_validate(dict(row))


def _chosen(broadcast_id: int) -> Update:
    return update(broadcasts).where(broadcasts.c.id == as_id(broadcast_id))


def _reached(audience: Audience) -> list[ColumnElement[bool]]:
    reached: list[ColumnElement[bool]] = [
        people.c.banned_at.is_(None),
        people.c.blocked_at.is_(None),
        newest_consent("id").is_not(None),
    ]
    if audience in ("recruiters", "candidates"):
        reached.append(people.c.role == audience.removesuffix("s"))
    elif audience in ("ru", "en"):
        reached.append(func.coalesce(people.c.language, newest_consent("language")) == audience)
    return reached
