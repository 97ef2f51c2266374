"""Sealed at rest: what is on the disk says nothing, and only its person's key opens it."""

import asyncio
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from sqlalchemy import Connection, create_engine, select

from domain.batch import ItemSource, NewBatch, NewBatchItem
from domain.errors import SealBrokenError
from domain.resume import FieldEvidence, Reading
from domain.work import DialogState
from storage.database import Database, open_database
from storage.people_tables import people
from storage.tables import metadata
from storage.vault import Vault
from tests.unit.storage.conftest import MovedClock
from tests.unit.storage.samples import analysis, bytes_on_disk, task

OLD, NEW = b"o" * 32, b"n" * 32
MARKER = "метка-Барнаул"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@pytest.fixture
def connection() -> Any:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        metadata.create_all(connection)
        yield connection
    engine.dispose()


async def _open(url: str, clock: MovedClock, *keys: bytes) -> Database:
    return await open_database(url, clock=clock, data_keys=keys)


async def _fill(database: Database) -> None:
    body: dict[str, JsonValue] = {"update_id": 9, "message": {"from": {"id": 7}, "text": MARKER}}
    await database.inbox.accept(1, [body])
    await database.tasks.add(task(7, MARKER))
    await database.states.save(DialogState(key="k", data={"draft": MARKER}, owner=7))
    named = analysis(7, MARKER).model_copy(update={"file_name": f"{MARKER}.pdf"})
    await database.analyses.add(named)
    batch = NewBatch(user_id=7, chat_id=7, locale="ru", origin="zip")
    source = ItemSource(file_id=MARKER)
    await database.batches.add(batch, NewBatchItem(place=1, file_name=MARKER, source=source))
    quoted = FieldEvidence(confidence=1, line=1, quote=MARKER)
    reading = Reading(resume=named.resume, evidence={"position": quoted})
    await database.batches.keep_reading(1, reading, "ab" * 32)


async def _texts(database: Database) -> Sequence[Any]:
    update = (await database.inbox.pending(limit=1))[0]
    return [
        update.body["message"]["text"],  # type: ignore[index,call-overload]
        (await database.tasks.unfinished())[0].payload["resume"]["position"],  # type: ignore[index,call-overload]
        (await database.states.get("k")).data["draft"],
        (await database.analyses.list_newest(7, limit=1, offset=0))[0].resume.position,
        (await database.analyses.lines(7, [1]))[0].position,
        (await database.batches.items(1))[0].file_name,
    ]


async def test_nothing_that_a_person_sent_can_be_read_on_the_disk(
    url: str, path: Path, clock: MovedClock
) -> None:
    database = await _open(url, clock, OLD)
    await _fill(database)
    stored = bytes_on_disk(path)
    assert MARKER.encode() not in stored
    assert MARKER.encode("unicode_escape") not in stored
    assert await _texts(database) == [MARKER] * 6
    await database.close()
    again = await _open(url, clock, OLD)
    assert await _texts(again) == [MARKER] * 6
    await again.close()


async def test_a_new_key_in_front_of_the_old_one_takes_over(url: str, clock: MovedClock) -> None:
    for keys in ((OLD,), (NEW, OLD), (NEW,)):
        database = await _open(url, clock, *keys)
        if keys == (OLD,):
            await _fill(database)
        assert await _texts(database) == [MARKER] * 6
        await database.close()


@pytest.mark.parametrize("keys", [(NEW,), ()])
async def test_a_wrong_or_missing_key_is_told_at_start_and_changes_nothing(
    keys: Sequence[bytes], url: str, clock: MovedClock
) -> None:
    database = await _open(url, clock, OLD)
    await _fill(database)
    await database.close()
    with pytest.raises(SealBrokenError):
        await _open(url, clock, *keys)
    again = await _open(url, clock, OLD)
    assert await _texts(again) == [MARKER] * 6
    await again.close()


async def test_what_does_not_open_keeps_nobody_else_back(
    url: str, path: Path, clock: MovedClock
) -> None:
    database = await _open(url, clock, OLD)
    await _fill(database)
    await database.tasks.add(task(8, MARKER))
    await database.inbox.accept(1, [{"update_id": 10, "message": {"from": {"id": 8}}}])
    await database.close()
    connection = sqlite3.connect(path)
    for change in (
        'UPDATE tasks SET payload = \'{"sealed": "AAAA"}\' WHERE user_id = 7',
        'UPDATE updates SET body = \'{"sealed": "AAAA"}\' WHERE user_id = 7',
    ):
        connection.execute(change)
    connection.commit()
    connection.close()
    again = await _open(url, clock, OLD)
    assert [one.user_id for one in await again.tasks.unfinished()] == [8]
    assert [one.update_id for one in await again.inbox.pending(limit=1)] == []
    assert [one.update_id for one in await again.inbox.pending(limit=1)] == [10]
    await again.close()


@pytest.mark.parametrize(
    ("update", "is_known"),
    [
        ({"message": {"chat": {"id": 7, "type": "private"}, "from": {"id": 7}}}, True),
        ({"inline_query": {"from": {"id": 7}}}, True),
        ({"message": {"chat": {"id": -5, "type": "group"}, "from": {"id": 7}}}, False),
        (
            {
                "callback_query": {
                    "from": {"id": 7},
                    "message": {"chat": {"id": -5, "type": "supergroup"}},
                }
            },
            False,
        ),
        ({"my_chat_member": {"chat": {"id": 7, "type": "private"}, "from": {"id": 7}}}, False),
    ],
)
async def test_only_who_speaks_to_the_bot_is_put_on_record(
    update: dict[str, JsonValue], is_known: bool, url: str, clock: MovedClock
) -> None:
    database = await _open(url, clock, OLD)
    body = {"update_id": 12, **update}
    await database.inbox.accept(1, [body])
    assert (await database.people.find(7) is not None) is is_known
    assert [one.body for one in await database.inbox.pending(limit=5)] == [body]
    await database.close()


async def test_who_writes_while_being_erased_is_understood(url: str, clock: MovedClock) -> None:
    """Their key must go in the same transaction: later values would never open again."""
    database = await _open(url, clock, OLD)
    await _fill(database)
    body: dict[str, JsonValue] = {"update_id": 11, "message": {"from": {"id": 7}, "text": MARKER}}
    await asyncio.gather(database.personal.erase(7), database.inbox.accept(1, [body]))
    await database.close()
    again = await _open(url, clock, OLD)
    assert [one.body for one in await again.inbox.pending(limit=5)] == [body]
    await again.close()


async def test_a_value_does_not_open_in_anothers_row(
    url: str, path: Path, clock: MovedClock
) -> None:
    database = await _open(url, clock, OLD)
    await _fill(database)
    await database.people.meet(8)
    await database.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE tasks SET user_id = 8")
    connection.execute("UPDATE people SET data_key = (SELECT data_key FROM people WHERE user_id=7)")
    connection.commit()
    connection.close()
    with pytest.raises(SealBrokenError):
        await _open(url, clock, NEW, OLD)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=JSON)
def test_any_value_comes_back(connection: Connection, value: Any) -> None:
    vault = Vault([OLD])
    sealed = vault.seal(connection, 7, "c", value)
    assert vault.open(connection, 7, "c", sealed) == value
    assert Vault([OLD]).open(connection, 7, "c", sealed) == value
    if value is not None:
        assert vault.seal(connection, 7, "c", value) != sealed
        with pytest.raises(SealBrokenError):
            vault.open(connection, 7, "another", sealed)


@pytest.mark.parametrize("broken", ["", "x", "AAAA", "é", 5, None, "A" * 100, ["A"]])
def test_a_changed_value_is_an_error_of_ours(connection: Connection, broken: Any) -> None:
    vault = Vault([OLD])
    vault.seal(connection, 7, "c", "x")
    with pytest.raises(SealBrokenError):
        vault.open(connection, 7, "c", {"sealed": broken})


def test_a_key_that_was_rolled_back_is_not_used_again(connection: Connection) -> None:
    vault = Vault([os.urandom(32)])
    vault.seal(connection, 7, "c", "x")
    vault.seal(connection, 7, "d", "y")
    connection.rollback()
    metadata.create_all(connection)
    assert connection.execute(select(people.c.data_key)).scalars().all() == []
    with connection.engine.connect() as later:
        sealed = vault.seal(later, 7, "c", "z")
        assert vault.open(later, 7, "c", sealed) == "z"
