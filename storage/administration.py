"""Everybody, as admins see and change them."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import RowMapping, Select, false, func, select, true, update

from domain.administration import KnownPerson
from domain.person import Person
from storage.clock import Clock
from storage.held_consents import newest_consent
from storage.ids import as_id
from storage.people_tables import people
from storage.tables import analyses
from storage.transactions import Transactions

_SHOWN: Final = [people.c[name] for name in Person.model_fields if name in people.c]


class SqlPeopleDirectory:
    """Implements domain.ports.PeopleDirectory."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def page(self, *, limit: int, offset: int) -> Sequence[KnownPerson]:
        statement = (
            known_people()
            .order_by(people.c.seen_at.desc(), people.c.user_id)
            .limit(limit)
            .offset(offset)
        )
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [_known(row) for row in rows]

    async def count(self) -> int:
        statement = select(func.count()).select_from(people)
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalar_one()
        )

    async def find(self, user_id: int) -> KnownPerson | None:
        statement = known_people().where(people.c.user_id == as_id(user_id))
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        return None if row is None else _known(row)

    async def ban(self, user_id: int, reason: str | None) -> bool:
        chosen = (people.c.user_id == as_id(user_id), people.c.banned_at.is_(None))
        return await self._change(*chosen, banned_at=self._clock(), ban_reason=reason)

    async def unban(self, user_id: int) -> bool:
        chosen = (people.c.user_id == as_id(user_id), people.c.banned_at.is_not(None))
        return await self._change(*chosen, banned_at=None, ban_reason=None)

    async def set_admin(self, user_id: int, is_admin: bool) -> bool:
        other = people.c.is_admin.is_(false() if is_admin else true())
        return await self._change(people.c.user_id == as_id(user_id), other, is_admin=is_admin)

    async def _change(self, *chosen: Any, **columns: Any) -> bool:
        statement = update(people).where(*chosen).values(**columns)
        changed = await self._transactions.run(
            lambda connection: connection.execute(statement).rowcount
        )
        return changed > 0


def known_people() -> Select[Any]:
    counted = select(func.count()).where(analyses.c.user_id == people.c.user_id).scalar_subquery()
    return select(
        *_SHOWN,
        newest_consent("version").label("consent_version"),
        newest_consent("version", "candidates").label("candidates_consent_version"),
        func.coalesce(people.c.language, newest_consent("language")).label("spoken"),
        counted.label("analyses"),
    )


def _known(row: RowMapping) -> KnownPerson:
    facts = {name: row[name] for name in Person.model_fields}
    person = Person.model_validate(facts)
    return KnownPerson(person=person, analyses=row["analyses"], language=row["spoken"])
