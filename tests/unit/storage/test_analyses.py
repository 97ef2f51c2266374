"""The history: whole rows back, newest first, each person's own."""

import asyncio
from datetime import timedelta

import pytest

from domain.analysis import Analysis
from domain.errors import AnalysisNotFoundError, StorageError
from storage.database import Database, open_database
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis


async def test_a_stored_analysis_comes_back_unchanged(
    database: Database, clock: MovedClock
) -> None:
    new = analysis()
    stored = await database.analyses.add(new)
    assert stored == Analysis(id=stored.id, created_at=clock.now, **dict(new))
    assert await database.analyses.get(7, stored.id) == stored


async def test_a_form_has_no_file(database: Database) -> None:
    form = analysis().model_copy(update={"source": "form", "file_sha256": None})
    stored = await database.analyses.add(form)
    assert (stored.source, stored.file_sha256) == ("form", None)


async def test_the_history_survives_a_restart(database: Database, url: str) -> None:
    stored = await database.analyses.add(analysis())
    await database.close()
    again = await open_database(url)
    assert await again.analyses.list_newest(7, limit=10, offset=0) == [stored]
    await again.close()


async def test_newest_first_by_pages(database: Database, clock: MovedClock) -> None:
    stored = []
    for number in range(5):
        clock.move(timedelta(minutes=1))
        stored.append(await database.analyses.add(analysis(position=f"Роль {number}")))
    newest = list(reversed(stored))
    assert await database.analyses.list_newest(7, limit=2, offset=0) == newest[:2]
    assert await database.analyses.list_newest(7, limit=2, offset=4) == newest[4:]
    assert await database.analyses.list_newest(7, limit=2, offset=6) == []
    assert await database.analyses.count(7) == 5


async def test_another_persons_analysis_is_out_of_reach(database: Database) -> None:
    hers = await database.analyses.add(analysis(user_id=7))
    with pytest.raises(AnalysisNotFoundError):
        await database.analyses.get(8, hers.id)
    with pytest.raises(AnalysisNotFoundError):
        await database.analyses.delete(8, hers.id)
    assert await database.analyses.list_newest(8, limit=10, offset=0) == []
    assert await database.analyses.count(8) == 0
    assert await database.analyses.get(7, hers.id) == hers


async def test_a_deleted_id_is_never_given_again(database: Database) -> None:
    first = await database.analyses.add(analysis())
    await database.analyses.delete(7, first.id)
    second = await database.analyses.add(analysis())
    assert second.id != first.id
    with pytest.raises(AnalysisNotFoundError):
        await database.analyses.delete(7, first.id)
    assert await database.analyses.count(7) == 1


@pytest.mark.parametrize("forged", [0, -1, 2**63, 10**30])
async def test_a_forged_id_finds_nothing(database: Database, forged: int) -> None:
    await database.analyses.add(analysis())
    with pytest.raises(AnalysisNotFoundError) as caught:
        await database.analyses.get(7, forged)
    assert caught.value.analysis_id == forged
    with pytest.raises(AnalysisNotFoundError):
        await database.analyses.delete(7, forged)


async def test_an_offset_beyond_the_database_is_a_storage_error(database: Database) -> None:
    with pytest.raises(StorageError):
        await database.analyses.list_newest(7, limit=1, offset=2**70)
    assert await database.analyses.count(7) == 0


async def test_many_at_once_all_arrive(database: Database) -> None:
    stored = await asyncio.gather(*(database.analyses.add(analysis()) for _ in range(50)))
    assert len({row.id for row in stored}) == 50
    assert await database.analyses.count(7) == 50
