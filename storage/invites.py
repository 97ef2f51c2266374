"""Ways in, of which only the tokens' hashes are stored."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from domain.administration import Invite, NewInvite
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import invites, people
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

    async def redeem(self, token_sha256: str, user_id: int) -> bool:
        now = self._clock()

        def work(connection: Connection) -> bool:
            known = select(people.c.invite_id).where(people.c.user_id == user_id)
            person = connection.execute(known).one_or_none()
            if person is None or person.invite_id is not None:
                return person is not None
            one_use_less = (
                update(invites)
                .where(
                    invites.c.token_sha256 == token_sha256,
                    invites.c.revoked_at.is_(None),
                    invites.c.expires_at > now,
                    invites.c.uses_left > 0,
                )
                .values(uses_left=invites.c.uses_left - 1, used=invites.c.used + 1)
                .returning(invites.c.id)
            )
            invite_id = connection.execute(one_use_less).scalar_one_or_none()
            if invite_id is not None:
                own = people.c.user_id == user_id
                connection.execute(update(people).where(own).values(invite_id=invite_id))
            return invite_id is not None

        return await self._transactions.run(work)
