"""Dialog states: what was set is what is read, after a restart too."""

from pathlib import Path

from storage.database import Database, open_database
from tests.unit.storage.samples import bytes_on_disk


async def test_an_unknown_key_is_empty(database: Database) -> None:
    assert await database.states.get_state("1:2") is None
    assert await database.states.get_data("1:2") == {}


async def test_state_and_data_are_apart_and_survive_a_restart(database: Database, url: str) -> None:
    await database.states.set_state("1:2", "Form:age")
    await database.states.set_data("1:2", {"шаг": [1, {"a": None}]})
    await database.states.set_state("1:3", "Form:city")
    await database.close()
    again = await open_database(url)
    assert await again.states.get_state("1:2") == "Form:age"
    assert await again.states.get_data("1:2") == {"шаг": [1, {"a": None}]}
    assert await again.states.get_data("1:3") == {}
    await again.close()


async def test_setting_replaces(database: Database) -> None:
    await database.states.set_data("k", {"a": 1})
    await database.states.set_data("k", {"b": 2})
    assert await database.states.get_data("k") == {"b": 2}
    await database.states.set_state("k", "x")
    await database.states.set_state("k", None)
    assert await database.states.get_state("k") is None
    assert await database.states.get_data("k") == {"b": 2}


async def test_a_cleared_dialog_leaves_no_trace(database: Database, path: Path) -> None:
    await database.states.set_state("ключ", "Form:age")
    await database.states.set_data("ключ", {"position": "метка " * 2000})
    await database.states.set_data("ключ", {})
    assert await database.states.get_state("ключ") == "Form:age"
    await database.states.set_state("ключ", None)
    await database.close()
    assert not any(word.encode() in bytes_on_disk(path) for word in ("метка", "ключ"))
