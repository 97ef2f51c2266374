"""Vacancies: whole rows back, newest first, each recruiter's own."""

import pytest

from domain.errors import VacancyNotFoundError
from domain.resume import Salary
from domain.vacancy import NewVacancy
from storage.database import Database

SALARY = Salary(amount_from=200_000, currency="RUB", text="от 200 000 ₽")


async def add(database: Database, title: str = "Повар", user_id: int = 7) -> int:
    return (await database.vacancies.add(NewVacancy(user_id=user_id, title=title))).id


async def test_facts_are_changed_and_cleared_one_by_one(database: Database) -> None:
    number = await add(database)
    changed = await database.vacancies.change(7, number, salary=SALARY, grade="Senior")
    assert (changed.title, changed.salary, changed.grade) == ("Повар", SALARY, "Senior")
    assert await database.vacancies.get(7, number) == changed
    cleared = await database.vacancies.change(7, number, salary=None)
    assert (cleared.salary, cleared.grade) == (None, "Senior")


async def test_the_closed_ones_are_listed_with_all_only(database: Database) -> None:
    old, closed, new = [await add(database, title) for title in ("a", "b", "c")]
    await database.vacancies.close(7, closed)
    assert [one.id for one in await database.vacancies.list_open(7)] == [new, old]
    assert [one.id for one in await database.vacancies.list_all(7)] == [new, closed, old]
    assert await database.vacancies.list_all(8) == []
    await database.vacancies.reopen(7, closed)
    assert [one.id for one in await database.vacancies.list_open(7)] == [new, closed, old]


@pytest.mark.parametrize("forged", [0, -1, 10**30])
async def test_anothers_or_none_at_all_is_not_there(database: Database, forged: int) -> None:
    hers = await add(database, user_id=8)
    for number in (hers, forged):
        with pytest.raises(VacancyNotFoundError):
            await database.vacancies.change(7, number, title="x")
        with pytest.raises(VacancyNotFoundError):
            await database.vacancies.reopen(7, number)
    assert (await database.vacancies.get(8, hers)).title == "Повар"
