"""What RETENTION_DAYS takes and what it leaves, table by table, with a moved clock."""

from datetime import timedelta
from pathlib import Path

import pytest

from storage.database import Database
from storage.personal_tables import PERSONAL
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.lives import live
from tests.unit.storage.samples import analysis, bytes_on_disk, task

MARKER = "Марципанова"
DAYS = timedelta(days=30)


async def _end_all(database: Database) -> None:
    """What `live` left unfinished comes to its end."""
    for open_task in await database.tasks.unfinished():
        await database.tasks.finish(open_task.id, "done")
    for update in await database.inbox.pending(limit=9):
        await database.inbox.finish(update.key, "done")
    await database.batches.finish(1, "done")
    await database.vacancies.close(7, 1)
    await database.people.withdraw(7, "processing")


async def test_a_past_life_is_purged_from_every_table(
    database: Database, clock: MovedClock, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.retention._ROWS_AT_ONCE", 1)
    await live(database, 7, MARKER)
    await _end_all(database)
    clock.move(DAYS)
    assert (await database.personal.purge(clock.now - DAYS)).total == 0
    clock.move(timedelta(days=8))
    gone = (await database.personal.purge(clock.now - DAYS)).gone
    assert gone == {
        **{kept.name: 1 for kept in PERSONAL if kept.is_old is not None},
        "dialogs": 2,
        "invites": 2,
        "people": 1,
    }
    left = {kind: rows for kind, rows in (await database.personal.gather(7)).items() if rows}
    assert left.keys() == {"acts"}
    await database.personal.erase(7)
    assert MARKER.encode() not in bytes_on_disk(path)


async def test_what_is_unfinished_stays(database: Database, clock: MovedClock) -> None:
    """Accepted is accepted, however long the bot was away."""
    await live(database, 7, MARKER)
    clock.move(DAYS + timedelta(seconds=1))
    gone = (await database.personal.purge(clock.now - DAYS)).gone
    assert {kind for kind, count in gone.items() if count} == {"analyses", "dialogs", "broadcasts"}
    assert len(await database.tasks.unfinished()) == 1
    assert len(await database.inbox.pending(limit=9)) == 1
    assert [item.state for item in await database.batches.items(1)] == ["scoring"]
    assert len(await database.vacancies.list_open(7)) == 1
    assert await database.people.find(7)


async def test_only_what_is_too_old_is_purged(database: Database, clock: MovedClock) -> None:
    await database.analyses.add(analysis(7, MARKER))
    done = await database.tasks.add(task(7))
    clock.move(DAYS + timedelta(seconds=1))
    await database.tasks.finish(done.id, "done")
    fresh = await database.analyses.add(analysis(7, "fresh"))
    assert (await database.personal.purge(clock.now - DAYS)).total == 1
    (left,) = await database.analyses.list_newest(7, limit=9, offset=0)
    assert left == fresh


async def test_who_has_gone_for_good_is_forgotten_and_may_come_back(
    database: Database, clock: MovedClock
) -> None:
    for user_id in (1, 2, 3):
        await database.people.meet(user_id)
        await database.people.agree(
            user_id, "processing", version="1", text_sha256="0" * 64, language="ru"
        )
    await database.directory.ban(2, None)
    await database.directory.set_admin(3, True)
    clock.move(DAYS + timedelta(seconds=1))
    await database.people.meet(4)
    assert (await database.personal.purge(clock.now - DAYS)).gone["people"] == 1
    assert [await database.people.find(user_id) is None for user_id in (1, 2, 3, 4)] == [
        *(True, False, False, False)
    ]
    assert await database.people.consents(1) == []
    assert (await database.people.meet(1)).consent_version is None
