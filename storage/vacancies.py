"""Recruiters' vacancies: every query names the person whose rows it may touch."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from domain.errors import VacancyNotFoundError
from domain.resume import Salary
from domain.vacancy import NewVacancy, Vacancy, VacancyFact
from storage.clock import Clock
from storage.ids import as_id
from storage.people_tables import people, vacancies
from storage.transactions import Transactions


class SqlVacancyRepository:
    """Implements domain.ports.VacancyRepository."""

    def __init__(self, transactions: Transactions, clock: Clock) -> None:
        self._transactions = transactions
        self._clock = clock

    async def add(self, vacancy: NewVacancy) -> Vacancy:
        columns = vacancy.model_dump(mode="json") | {"created_at": self._clock()}
        statement = insert(vacancies).values(columns).returning(vacancies)
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one()
        )
        return Vacancy.model_validate(dict(row))

    async def get(self, user_id: int, vacancy_id: int) -> Vacancy:
        statement = select(vacancies).where(_own(user_id, vacancy_id))
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        if row is None:
            raise VacancyNotFoundError(vacancy_id)
        return Vacancy.model_validate(dict(row))

    async def list_open(self, user_id: int) -> Sequence[Vacancy]:
        return await self._list(vacancies.c.user_id == user_id, vacancies.c.closed_at.is_(None))

    async def list_all(self, user_id: int) -> Sequence[Vacancy]:
        return await self._list(vacancies.c.user_id == user_id)

    async def _list(self, *conditions: ColumnElement[bool]) -> Sequence[Vacancy]:
        statement = select(vacancies).where(*conditions).order_by(vacancies.c.id.desc())
        rows = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().all()
        )
        return [Vacancy.model_validate(dict(row)) for row in rows]

    async def change(self, user_id: int, vacancy_id: int, **facts: VacancyFact) -> Vacancy:
        columns = {
            name: fact.model_dump(mode="json") if isinstance(fact, Salary) else fact
            for name, fact in facts.items()
        }
        statement = (
            update(vacancies).where(_own(user_id, vacancy_id)).values(columns).returning(vacancies)
        )
        row = await self._transactions.run(
            lambda connection: connection.execute(statement).mappings().one_or_none()
        )
        if row is None:
            raise VacancyNotFoundError(vacancy_id)
        return Vacancy.model_validate(dict(row))

    async def close(self, user_id: int, vacancy_id: int) -> None:
        now = self._clock()

        def work(connection: Connection) -> int:
            closed = update(vacancies).where(_own(user_id, vacancy_id)).values(closed_at=now)
            chosen = and_(people.c.user_id == user_id, people.c.vacancy_id == vacancy_id)
            connection.execute(update(people).where(chosen).values(vacancy_id=None))
            return connection.execute(closed).rowcount

        if not await self._transactions.run(work):
            raise VacancyNotFoundError(vacancy_id)


def _own(user_id: int, vacancy_id: int) -> ColumnElement[bool]:
    return and_(vacancies.c.user_id == user_id, vacancies.c.id == as_id(vacancy_id))
