"""The FSM storage: what aiogram asks of any storage, and that it outlives its object."""

from pathlib import Path

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.fsm_storage import RepositoryStorage
from storage.database import Database, open_database

KEY = StorageKey(bot_id=42, chat_id=-1, user_id=2)


class Steps(StatesGroup):
    first = State()


@pytest.fixture
def storage(database: Database) -> RepositoryStorage:
    return RepositoryStorage(database.states)


async def test_state_is_set_and_cleared(storage: RepositoryStorage) -> None:
    assert await storage.get_state(KEY) is None
    await storage.set_state(KEY, Steps.first)
    assert await storage.get_state(KEY) == "Steps:first"
    await storage.set_state(KEY, "other")
    assert await storage.get_state(KEY) == "other"
    await storage.set_state(KEY, None)
    assert await storage.get_state(KEY) is None


async def test_data_is_replaced_and_updated(storage: RepositoryStorage) -> None:
    assert await storage.get_data(KEY) == {}
    assert await storage.get_value(KEY, "foo") is None
    assert await storage.get_value(KEY, "foo", "x") == "x"
    await storage.set_data(KEY, {"foo": "bar", "list": [1, {"a": None}]})
    assert await storage.get_data(KEY) == {"foo": "bar", "list": [1, {"a": None}]}
    assert await storage.update_data(KEY, {"foo": "baz"}) == {
        "foo": "baz",
        "list": [1, {"a": None}],
    }
    assert await storage.get_value(KEY, "foo") == "baz"
    await storage.set_data(KEY, {})
    assert await storage.get_data(KEY) == {}


async def test_what_is_read_is_a_copy(storage: RepositoryStorage) -> None:
    await storage.set_data(KEY, {"foo": "bar"})
    (await storage.get_data(KEY))["foo"] = "changed"
    assert await storage.get_data(KEY) == {"foo": "bar"}


@pytest.mark.parametrize(
    "other",
    [
        StorageKey(bot_id=43, chat_id=-1, user_id=2),
        StorageKey(bot_id=42, chat_id=-2, user_id=2),
        StorageKey(bot_id=42, chat_id=-1, user_id=3),
        StorageKey(bot_id=42, chat_id=-1, user_id=2, thread_id=5),
        StorageKey(bot_id=42, chat_id=-1, user_id=2, destiny="aiogd:stack:"),
        StorageKey(bot_id=42, chat_id=-1, user_id=2, business_connection_id="b"),
    ],
    ids=["bot", "chat", "user", "thread", "destiny", "business"],
)
async def test_keys_are_apart(storage: RepositoryStorage, other: StorageKey) -> None:
    await storage.set_state(KEY, "mine")
    await storage.set_data(KEY, {"mine": 1})
    assert await storage.get_state(other) is None
    assert await storage.get_data(other) == {}


async def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/again.db"
    database = await open_database(url)
    await RepositoryStorage(database.states).set_data(KEY, {"draft": "kept"})
    await database.close()
    database = await open_database(url)
    assert await RepositoryStorage(database.states).get_data(KEY) == {"draft": "kept"}
    await database.close()
