"""What is remembered of dialogs is what is stored, whoever changed it, and does not grow."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, insert, update

from domain.errors import StorageError
from domain.work import DialogState
from storage.clock import utc_now
from storage.database import Database
from storage.remembered import RememberedStates, StateRow
from storage.tables import dialog_states

KEY = "1:2"


async def test_what_is_known_needs_no_way_to_the_database(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.states.save(DialogState(key=KEY, data={"a": 1}))
    await database.states.get("unknown")
    asked: list[object] = []
    transactions = database.states._transactions
    monkeypatch.setattr(transactions, "_in_line", asked.append)
    assert (await database.states.get(KEY)).data == {"a": 1}
    assert (await database.states.get("unknown")).state is None
    await database.states.save(DialogState(key=KEY, data={"a": 1}))
    await database.states.save(DialogState(key="unknown"))
    assert not asked


async def test_what_others_change_is_seen(database: Database) -> None:
    await database.states.save(DialogState(key=KEY, data={"a": 1}, owner=7))
    row = {"key": "other", "data": {"c": 3}, "changed_at": utc_now()}
    for statement, key, expected in (
        (update(dialog_states).values(data={"b": 2}), KEY, {"b": 2}),
        (insert(dialog_states).values(row), "other", {"c": 3}),
        (delete(dialog_states), KEY, {}),
    ):
        await database.states.get(key)
        change = statement
        await database.states._transactions.run(lambda connection: connection.execute(change))  # noqa: B023  (awaited at once)
        assert (await database.states.get(key)).data == expected


async def test_an_erased_person_has_no_dialogs(database: Database) -> None:
    await database.states.save(DialogState(key=KEY, data={"a": 1}, owner=7))
    await database.personal.erase(7)
    assert (await database.states.get(KEY)).data == {}


async def test_a_write_that_was_called_off_leaves_nothing_wrong(database: Database) -> None:
    for steps in range(6):
        await database.states.save(DialogState(key=KEY, data={}))
        writing = asyncio.create_task(
            database.states.save(DialogState(key=KEY, data={"step": steps}))
        )
        reading = asyncio.create_task(database.states.get(KEY))
        for _ in range(steps):
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, reading, return_exceptions=True)
        seen = (await database.states.get(KEY)).data
        database.states._remembered.forget_all()
        assert (await database.states.get(KEY)).data == seen


async def test_a_write_that_fails_is_not_remembered(database: Database) -> None:
    await database.states.save(DialogState(key=KEY, data={"a": 1}))
    with pytest.raises(StorageError):
        await database.states.save(DialogState(key=KEY, data={"a": 2}, owner=2**70))
    assert (await database.states.get(KEY)).data == {"a": 1}


def _row(data: dict[str, str]) -> StateRow:
    return StateRow.of(DialogState(key="any", data=dict(data)))


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.text(max_size=30))))
def test_it_holds_the_last_used_and_no_more(kept: list[tuple[str, str]]) -> None:
    remembered = RememberedStates(most_rows=3, most_characters=60)
    for key, text in kept:
        remembered.keep(key, _row({"t": text}), remembered.version)
    rows = [row for key in "abcdef" if (row := remembered.get(key))]
    assert len(rows) <= 3
    assert sum(len(row.data) for row in rows) <= 60
    if kept and len(_row({"t": kept[-1][1]}).data) <= 60:
        assert remembered.get(kept[-1][0]) == _row({"t": kept[-1][1]})


def test_a_row_from_before_a_change_is_not_kept() -> None:
    remembered = RememberedStates()
    version = remembered.version
    remembered.forget_all()
    remembered.keep(KEY, StateRow("old"), version)
    assert remembered.get(KEY) is None
