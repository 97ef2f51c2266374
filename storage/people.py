"""Everybody who ever wrote to the bot."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from domain.person import Consent, ConsentKind, Person, Role, SpokenLanguage
from storage.clock import Clock
from storage.held_consents import newest_consent
from storage.people_tables import consents, people
from storage.transactions import Transactions

_SEEN_AGAIN_AFTER: Final = timedelta(minutes=10)
_KEPT_FROM_THE_DOMAIN: Final = {"data_key"}
# Made once: to put it together takes longer than to run it, and every update asks.
_PERSON: Final = select(
    people,
    newest_consent("version").label("consent_version"),
    newest_consent("version", "candidates").label("candidates_consent_version"),
).where(people.c.user_id == bindparam("whose"))
"""The person's row with the versions of the consents that hold."""


class SqlPeopleRepository:
    """Implements domain.ports.PeopleRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def meet(self, user_id: int) -> Person:
        now = self._clock()
        known = await self.find(user_id)
        # A write at every tap would cost a sync of the disk; when exactly is of no interest.
        if known and not known.blocked_at and now - known.seen_at < _SEEN_AGAIN_AFTER:
            return known
        return await self._transactions.run(lambda connection: _meet(connection, user_id, now))

    async def find(self, user_id: int) -> Person | None:
        row = await self._transactions.run(
            lambda connection: (
                connection.execute(_PERSON, {"whose": user_id}).mappings().one_or_none()
            )
        )
        return None if row is None else _person_from_row(row)

    async def admin_ids(self) -> Sequence[int]:
        statement = select(people.c.user_id).where(people.c.is_admin, people.c.banned_at.is_(None))
        return await self._transactions.run(
            lambda connection: connection.execute(statement).scalars().all()
        )

    async def set_role(self, user_id: int, role: Role) -> None:
        await self._change(user_id, role=role)

    async def set_language(self, user_id: int, language: SpokenLanguage | None) -> None:
        await self._change(user_id, language=language)

    async def set_blind(self, user_id: int, is_blind: bool) -> None:
        await self._change(user_id, is_blind=is_blind)

    async def set_vacancy(self, user_id: int, vacancy_id: int | None) -> None:
        await self._change(user_id, vacancy_id=vacancy_id)

    async def mark_blocked(self, user_id: int) -> None:
        await self._change(user_id, blocked_at=self._clock())

    async def agree(
        self,
        user_id: int,
        kind: ConsentKind,
        *,
        version: str,
        text_sha256: str,
        language: SpokenLanguage,
    ) -> Consent:
        receipt = Consent(
            user_id=user_id,
            kind=kind,
            version=version,
            text_sha256=text_sha256,
            language=language,
            given_at=self._clock(),
        )
        return await self._transactions.run(lambda connection: _agree(connection, receipt))

    async def withdraw(self, user_id: int, kind: ConsentKind) -> None:
        statement = (
            update(consents)
            .where(
                consents.c.user_id == user_id,
                consents.c.kind == kind,
                consents.c.withdrawn_at.is_(None),
            )
            .values(withdrawn_at=self._clock())
        )
        await self._transactions.run(lambda connection: connection.execute(statement))

    async def consents(self, user_id: int) -> Sequence[Consent]:
        statement = select(consents).where(consents.c.user_id == user_id).order_by(consents.c.id)
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [Consent.model_validate(dict(row)) for row in rows]

    async def _change(self, user_id: int, **columns: Any) -> None:
        statement = update(people).where(people.c.user_id == user_id).values(**columns)
        await self._transactions.run(lambda connection: connection.execute(statement))


def _meet(connection: Connection, user_id: int, now: datetime) -> Person:
    statement = insert(people).values(user_id=user_id, joined_at=now, seen_at=now)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["user_id"], set_={"seen_at": now, "blocked_at": None}
        )
    )
    return _person_from_row(connection.execute(_PERSON, {"whose": user_id}).mappings().one())


def _person_from_row(row: RowMapping) -> Person:
    facts = {name: value for name, value in row.items() if name not in _KEPT_FROM_THE_DOMAIN}
    return Person.model_validate(facts)


def _agree(connection: Connection, receipt: Consent) -> Consent:
    same = select(consents).where(
        consents.c.user_id == receipt.user_id,
        consents.c.kind == receipt.kind,
        consents.c.version == receipt.version,
        consents.c.withdrawn_at.is_(None),
    )
    row = connection.execute(same).mappings().first()
    if row is None:
        statement = insert(consents).values(receipt.model_dump()).returning(consents)
        row = connection.execute(statement).mappings().one()
    return Consent.model_validate(dict(row))
