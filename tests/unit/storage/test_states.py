"""Dialog states: what was saved is what is read, after a restart too."""

from pathlib import Path

import pytest

from domain.errors import StorageError
from domain.work import DialogState
from storage.database import Database, open_database
from tests.unit.storage.samples import bytes_on_disk


async def test_an_unknown_key_is_empty(database: Database) -> None:
    assert await database.states.get("1:2") == DialogState(key="1:2")


async def test_what_is_saved_survives_a_restart(database: Database, url: str) -> None:
    form = DialogState(key="1:2", state="Form:age", data={"шаг": [1, {"a": None}]})
    await database.states.save(form, DialogState(key="1:3", state="Form:city"))
    await database.close()
    again = await open_database(url)
    assert await again.states.get("1:2") == form
    assert await again.states.get("1:3") == DialogState(key="1:3", state="Form:city")
    await again.close()


async def test_saving_replaces(database: Database) -> None:
    await database.states.save(DialogState(key="k", state="x", data={"a": 1}))
    await database.states.save(DialogState(key="k", data={"b": 2}))
    assert await database.states.get("k") == DialogState(key="k", data={"b": 2})


async def test_several_are_saved_together_or_not_at_all(database: Database) -> None:
    good, bad = DialogState(key="a", state="x"), DialogState(key="b", state="\ud800")
    with pytest.raises((StorageError, UnicodeError)):
        await database.states.save(good, bad)
    assert await database.states.get("a") == DialogState(key="a")


async def test_a_cleared_dialog_leaves_no_trace(database: Database, path: Path) -> None:
    data = {"position": "метка " * 2000}
    await database.states.save(DialogState(key="ключ", state="Form:age", data=data))
    await database.states.save(DialogState(key="ключ", state="Form:age"))
    assert await database.states.get("ключ") == DialogState(key="ключ", state="Form:age")
    await database.states.save(DialogState(key="ключ"))
    await database.close()
    assert not any(word.encode() in bytes_on_disk(path) for word in ("метка", "ключ"))
