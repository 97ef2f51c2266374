"""Gathered whole, erased whole: no byte of a person stays on the disk, and others lose nothing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pydantic import JsonValue
from sqlalchemy import select

from domain.privacy import StoredCounts
from domain.work import DialogState
from storage.database import Database, open_database
from storage.personal_tables import IMPERSONAL, NOBODY, PERSONAL
from storage.tables import metadata
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.lives import ADMIN, live
from tests.unit.storage.samples import bytes_on_disk, task

MARKER = "Марципанова"
KEYS: list[Sequence[bytes]] = [(), (b"k" * 32,)]
DATA_MAP = Path(__file__).parents[3] / "docs" / "data_map.md"


async def _rows(database: Database) -> list[dict[str, Any]]:
    """All of the database, as it lies there."""
    tables = metadata.tables.values()
    return await database._transactions.run(
        lambda connection: [
            {"table": table.name, **row}
            for table in tables
            for row in connection.execute(select(table)).mappings()
        ]
    )


def test_every_table_is_known_to_the_list_and_to_the_data_map() -> None:
    """Fails for a new table: does it tell of people, and what becomes of it?"""
    listed = [kept.table for kept in PERSONAL]
    assert len(set(listed)) == len(listed)
    assert {*listed, *IMPERSONAL} == set(metadata.tables.values())
    counted = {kept.name for kept in PERSONAL if kept.is_counted is not None}
    assert counted == StoredCounts.model_fields.keys()
    told = DATA_MAP.read_text(encoding="utf-8")
    for table in (*listed, *IMPERSONAL):
        assert f"`{table.name}`" in told, table.name


@pytest.mark.parametrize("kept", PERSONAL, ids=lambda kept: kept.name)
def test_what_names_a_person_says_whose_it_is(kept: Any) -> None:
    columns = kept.table.c.keys()
    assert not kept.sealed or kept.owner is not None
    assert {*kept.sealed, *kept.hidden} <= {*columns}


@pytest.mark.parametrize("keys", KEYS, ids=["open", "sealed"])
async def test_what_is_gathered_is_all_and_only_mine(
    keys: Sequence[bytes], url: str, clock: MovedClock
) -> None:
    database = await open_database(url, clock=clock, data_keys=keys)
    for user_id in (7, 8):
        await live(database, user_id, f"{MARKER} {user_id}")
    rows = await database.personal.gather(7)
    assert rows.keys() == {kept.name for kept in PERSONAL}
    for kept in PERSONAL:
        assert rows[kept.name], kept.name
        if kept.sealed:
            assert f"{MARKER} 7" in str(rows[kept.name]), kept.name
            assert "'sealed'" not in str(rows[kept.name])
    assert f"{MARKER} 8" not in str(rows)
    assert [act["act"] for act in rows["acts"]] == ["ban", "ban", "contest_upheld"]
    assert {one["note"] for one in rows["invites"]} == {"the way in of 7", f"{MARKER} 7"}
    assert not {"data_key", "token_sha256", "created_by"} & {
        name for kind in rows.values() for row in kind for name in row
    }
    await database.close()


@pytest.mark.parametrize("keys", KEYS, ids=["open", "sealed"])
async def test_after_an_erasure_no_byte_is_left(
    keys: Sequence[bytes], url: str, path: Path, clock: MovedClock
) -> None:
    database = await open_database(url, clock=clock, data_keys=keys)
    await live(database, 70_007, MARKER)
    counted = await database.personal.count(70_007)
    assert dict(counted) == dict.fromkeys(StoredCounts.model_fields, 1) | {
        "dialogs": 2,
        "invites": 2,
        "acts": 3,
    }
    assert await database.personal.erase(70_007) == counted
    on_disk = bytes_on_disk(path)
    assert MARKER.encode() not in on_disk
    assert MARKER.encode("unicode_escape") not in on_disk
    assert (await database.personal.erase(70_007)).total == 0
    assert not any(rows for rows in (await database.personal.gather(70_007)).values())
    assert await database.people.find(70_007) is None
    assert await database.inbox.pending(limit=5) == []
    names = [row for row in await _rows(database) if row["table"] not in ("updates", "invites")]
    assert "70007" not in str(names)
    await database.close()


async def test_of_an_admins_act_only_the_bare_fact_stays(database: Database) -> None:
    await live(database, 7, MARKER)
    await database.personal.erase(7)
    about, on, by = await database.admin_acts.newest(limit=5)
    assert (by.act, by.admin_id, by.subject, by.details) == ("ban", NOBODY, "55", {})
    assert (on.act, on.admin_id, on.subject, on.details) == ("ban", ADMIN, "erased", {})
    assert (about.act, about.details) == ("contest_upheld", {})


async def test_who_decided_is_forgotten_with_the_admin(database: Database) -> None:
    await live(database, 7, MARKER)
    assert (await database.contests.get(1)).decided_by == ADMIN
    await database.personal.erase(ADMIN)
    assert (await database.contests.get(1)).decided_by is None


async def test_a_ban_stays_with_the_id_alone(database: Database, clock: MovedClock) -> None:
    await database.people.meet(7)
    await database.directory.ban(7, MARKER)
    await database.personal.erase(7)
    (row,) = (await database.personal.gather(7))["person"]
    kept = {name for name, value in row.items() if value}
    assert kept == {"user_id", "joined_at", "seen_at", "banned_at"}
    assert row["joined_at"] == row["banned_at"] == clock.now.isoformat()


async def test_others_keep_what_is_theirs(database: Database) -> None:
    for user_id in (7, 8):
        await live(database, user_id, f"{MARKER} {user_id}")
    before = await database.personal.gather(8)
    await database.personal.erase(7)
    assert await database.personal.gather(8) == before
    assert len(await database.inbox.pending(limit=5)) == 1


async def test_the_message_that_asks_is_not_counted_as_waiting(database: Database) -> None:
    body: dict[str, JsonValue] = {"update_id": 9, "message": {"from": {"id": 7}, "text": MARKER}}
    await database.inbox.accept(1, [body])
    assert (await database.personal.count(7)).updates == 1
    await database.inbox.start((await database.inbox.pending(limit=1))[0].key)
    assert (await database.personal.count(7)).updates == 0
    assert (await database.personal.gather(7))["updates"][0]["body"] == body


async def test_an_update_that_was_handled_is_still_known(database: Database) -> None:
    body: dict[str, JsonValue] = {"update_id": 9, "message": {"from": {"id": 7}, "text": MARKER}}
    await database.inbox.accept(1, [body])
    await database.personal.erase(7)
    assert await database.inbox.accept(1, [body]) == 0


async def test_a_long_history_is_gathered_in_pages(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.paging.PAGE_ROWS", 2)
    for number in range(5):
        await database.tasks.add(task(7, str(number)))
        await database.states.save(DialogState(key=f"k{number}", data={"n": number}, owner=7))
    rows = await database.personal.gather(7)
    assert [row["id"] for row in rows["tasks"]] == [1, 2, 3, 4, 5]
    assert [row["key"] for row in rows["dialogs"]] == ["k0", "k1", "k2", "k3", "k4"]
