"""Recruiters' vacancies: every query names the person whose rows it may touch."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    RowMapping,
    and_,
    insert,
    select,
    update,
)

from domain.errors import VacancyNotFoundError
from domain.resume import Salary
from domain.vacancy import NewVacancy, Vacancy, VacancyFact
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import people, vacancies
from storage.transactions import Transactions
from storage.vault import Vault

_SEALED: Final = ("title", "client_name", "grade", "salary")


class SqlVacancyRepository:
    """Implements domain.ports.VacancyRepository.

    What the recruiter said of the vacancy becomes a part of resumes, so it is sealed like them.
    """

    def __init__(self, transactions: Transactions, clock: Clock, vault: Vault) -> None:
        self._transactions = transactions
        self._clock = clock
        self._vault = vault

    async def add(self, vacancy: NewVacancy) -> Vacancy:
        columns = vacancy.model_dump(mode="json") | {"created_at": self._clock()}

        def work(connection: Connection) -> Vacancy:
            sealed = self._sealed(connection, vacancy.user_id, columns)
            statement = insert(vacancies).values(sealed).returning(vacancies)
            return self._vacancy(connection, connection.execute(statement).mappings().one())

        return await self._transactions.run(work)

    async def get(self, user_id: int, vacancy_id: int) -> Vacancy:
        statement = select(vacancies).where(_own(user_id, vacancy_id))
        found = await self._transactions.run(lambda connection: self._all(connection, statement))
        return _only(found, vacancy_id)

    async def list_open(self, user_id: int) -> Sequence[Vacancy]:
        return await self._list(vacancies.c.user_id == user_id, vacancies.c.closed_at.is_(None))

    async def list_all(self, user_id: int) -> Sequence[Vacancy]:
        return await self._list(vacancies.c.user_id == user_id)

    async def change(self, user_id: int, vacancy_id: int, **facts: VacancyFact) -> Vacancy:
        columns = {
            name: fact.model_dump(mode="json") if isinstance(fact, Salary) else fact
            for name, fact in facts.items()
        }
        own = update(vacancies).where(_own(user_id, vacancy_id)).returning(vacancies)

        def work(connection: Connection) -> Sequence[Vacancy]:
            return self._all(connection, own.values(self._sealed(connection, user_id, columns)))

        return _only(await self._transactions.run(work), vacancy_id)

    async def close(self, user_id: int, vacancy_id: int) -> None:
        now = self._clock()

        def work(connection: Connection) -> int:
            closed = update(vacancies).where(_own(user_id, vacancy_id)).values(closed_at=now)
            chosen = and_(people.c.user_id == user_id, people.c.vacancy_id == vacancy_id)
            connection.execute(update(people).where(chosen).values(vacancy_id=None))
            return connection.execute(closed).rowcount

        if not await self._transactions.run(work):
            raise VacancyNotFoundError(vacancy_id)

    async def reopen(self, user_id: int, vacancy_id: int) -> None:
        opened = update(vacancies).where(_own(user_id, vacancy_id)).values(closed_at=None)
        if not await self._transactions.run(lambda connection: connection.execute(opened).rowcount):
            raise VacancyNotFoundError(vacancy_id)

    async def _list(self, *conditions: ColumnElement[bool]) -> Sequence[Vacancy]:
        statement = select(vacancies).where(*conditions).order_by(vacancies.c.id.desc())
        return await self._transactions.run(lambda connection: self._all(connection, statement))

    def _all(self, connection: Connection, statement: Executable) -> Sequence[Vacancy]:
        rows = connection.execute(statement).mappings().all()
        return [self._vacancy(connection, row) for row in rows]

    def _vacancy(self, connection: Connection, row: RowMapping) -> Vacancy:
        said = {
            name: self._vault.open(connection, row["user_id"], f"vacancies.{name}", row[name])
            for name in _SEALED
        }
        return Vacancy.model_validate({**row, **said})

    def _sealed(
        self, connection: Connection, user_id: int, columns: Mapping[str, Any]
    ) -> dict[str, Any]:
        return {
            name: self._vault.seal(connection, user_id, f"vacancies.{name}", value)
            if name in _SEALED
            else value
            for name, value in columns.items()
        }


def _only(found: Sequence[Vacancy], vacancy_id: int) -> Vacancy:
    if not found:
        raise VacancyNotFoundError(vacancy_id)
    return found[0]


def _own(user_id: int, vacancy_id: int) -> ColumnElement[bool]:
    return and_(vacancies.c.user_id == user_id, vacancies.c.id == as_id(vacancy_id))
