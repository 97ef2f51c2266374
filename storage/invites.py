"""Ways in, of which only the tokens' hashes are stored."""

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from domain.administration import Invite, NewInvite
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import invites
from storage.transactions import Transactions

_SHOWN = [invites.c[name] for name in Invite.model_fields]


class SqlInviteRepository:
    """Implements domain.ports.InviteRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def add(self, invite: NewInvite) -> Invite:
        columns = invite.model_dump() | {"created_at": self._clock(), "used": 0}
        statement = insert(invites).values(columns).returning(*_SHOWN)
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one()
        )
        return Invite.model_validate(dict(row))

    async def list_open(self) -> Sequence[Invite]:
        statement = (
            select(*_SHOWN)
            .where(
                invites.c.revoked_at.is_(None),
                invites.c.uses_left > 0,
                invites.c.expires_at > self._clock(),
            )
            .order_by(invites.c.id.desc())
        )
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [Invite.model_validate(dict(row)) for row in rows]

    async def revoke(self, invite_id: int) -> bool:
        statement = (
            update(invites)
            .where(invites.c.id == as_id(invite_id), invites.c.revoked_at.is_(None))
            .values(revoked_at=self._clock())
        )
        changed = await self._transactions.run(
            lambda connection: connection.execute(statement).rowcount
        )
        return changed > 0
