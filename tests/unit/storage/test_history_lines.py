"""The history as a list: filters, orders, and lines that carry no more than is shown."""

from datetime import timedelta

import pytest

from domain.history import HistoryFilter
from domain.resume import Resume
from domain.score import ModelIdentity
from storage.database import Database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis, assessment


async def keep(database: Database, score: float = 61, **about: object) -> int:
    new = analysis().model_copy(update={"assessment": assessment(score), **about})
    return (await database.analyses.add(new)).id


async def find(database: Database, *, best: bool = False, **wanted: object) -> list[int]:
    chosen = HistoryFilter(**wanted)
    return list(await database.analyses.find_ids(7, chosen, "best" if best else "newest"))


async def test_newest_or_best_first(database: Database) -> None:
    low, high, newer_high = [await keep(database, score) for score in (20, 80, 80)]
    assert await find(database) == [newer_high, high, low]
    assert await find(database, best=True) == [newer_high, high, low]
    lowest = await keep(database, 10)
    assert await find(database) == [lowest, newer_high, high, low]
    assert await find(database, best=True) == [newer_high, high, low, lowest]


async def test_a_list_has_an_end(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.analyses.LONGEST_LIST", 2)
    low, high, newest = [await keep(database, score) for score in (20, 80, 50)]
    assert await find(database) == [newest, high]
    assert await find(database, best=True) == [high, newest]
    assert await find(database, score_below=30) == [low]


async def test_each_filter_lets_its_own_through(database: Database, clock: MovedClock) -> None:
    old = await keep(database, 49.5, vacancy_id=3)
    clock.move(timedelta(days=1))
    new = await keep(database, 69.5, vacancy_id=4)
    assert await find(database, since=clock.now) == [new]
    assert await find(database, since=clock.now - timedelta(days=1)) == [new, old]
    assert await find(database, score_from=69.5) == [new]
    assert await find(database, score_from=49.5, score_below=69.5) == [old]
    assert await find(database, vacancy_id=3) == [old]
    assert await find(database, vacancy_id=3, score_from=69.5) == []
    assert await find(database, vacancy_id=10**30) == []


async def test_a_line_shows_what_the_resume_says(database: Database, clock: MovedClock) -> None:
    kept = await keep(database, file_name="a.pdf", vacancy_id=3)
    bare = await keep(database, resume=Resume(client_name="Банк"))
    line, empty = await database.analyses.lines(7, [kept, bare])
    assert (line.id, line.created_at, line.score) == (kept, clock.now, 61)
    assert (line.position, line.city) == ("Инженер по данным", "Барнаул")
    assert (line.file_name, line.vacancy_id) == ("a.pdf", 3)
    assert line.companies == ("Ромашка", "Василёк")
    assert (empty.position, empty.city, empty.companies) == (None, None, ("Банк",))


async def test_lines_come_in_the_order_asked_for_without_what_is_not_there(
    database: Database,
) -> None:
    mine, also_mine, hers = [await keep(database, user_id=user_id) for user_id in (7, 7, 8)]
    asked = [also_mine, hers, 10**30, -1, mine]
    assert [one.id for one in await database.analyses.lines(7, asked)] == [also_mine, mine]
    assert await database.analyses.lines(7, []) == []
    assert await find(database) == [also_mine, mine]


async def test_the_newest_child_of_a_model_is_found(database: Database) -> None:
    parent = await keep(database)
    model = assessment().score.model
    assert await database.analyses.find_child(7, parent, model) is None
    await keep(database, parent_id=parent)
    newest = await keep(database, parent_id=parent)
    found = await database.analyses.find_child(7, parent, model)
    assert found is not None
    assert found.id == newest
    assert await database.analyses.find_child(8, parent, model) is None
    other = ModelIdentity(name="other", revision="r1", template="budget-1")
    assert await database.analyses.find_child(7, parent, other) is None


@pytest.mark.parametrize("broken", ['{"position": 5, "work_experience": null}', "{}"])
async def test_a_resume_of_another_time_hides_no_other_row(database: Database, broken: str) -> None:
    kept = await keep(database)
    await database._transactions.run(
        lambda connection: connection.exec_driver_sql("UPDATE analyses SET resume = ?", (broken,))
    )
    (line,) = await database.analyses.lines(7, [kept])
    assert line.position is None
