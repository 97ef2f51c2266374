"""The FSM storage: what aiogram asks of any storage, and that it outlives its object."""

import asyncio
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


async def _turn_that_fails(storage: RepositoryStorage) -> None:
    async with storage.turn(42, -1):
        await storage.set_data(KEY, {"stack": []})
        raise ValueError("fails")


async def test_a_turn_reads_what_it_wrote_and_stores_it_when_it_ends(database: Database) -> None:
    storage, other = (RepositoryStorage(database.states) for _ in range(2))
    async with storage.turn(42, -1):
        await storage.set_data(KEY, {"stack": ["a"]})
        await storage.set_state(KEY, Steps.first)
        assert await storage.get_data(KEY) == {"stack": ["a"]}
        assert await other.get_data(KEY) == {}
    assert await other.get_data(KEY) == {"stack": ["a"]}
    assert await other.get_state(KEY) == "Steps:first"


async def test_a_turn_that_fails_changes_nothing(storage: RepositoryStorage) -> None:
    await storage.set_data(KEY, {"stack": ["a"]})
    with pytest.raises(ValueError, match="fails"):
        await _turn_that_fails(storage)
    assert await storage.get_data(KEY) == {"stack": ["a"]}


async def test_turns_of_a_chat_follow_each_other(storage: RepositoryStorage) -> None:
    async def add(number: int) -> None:
        async with storage.turn(42, -1):
            numbers = (await storage.get_data(KEY)).get("numbers", [])
            await asyncio.sleep(0)
            await storage.set_data(KEY, {"numbers": [*numbers, number]})

    await asyncio.gather(*(add(number) for number in range(5)))
    assert await storage.get_data(KEY) == {"numbers": [0, 1, 2, 3, 4]}


async def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/again.db"
    database = await open_database(url)
    await RepositoryStorage(database.states).set_data(KEY, {"draft": "kept"})
    await database.close()
    database = await open_database(url)
    assert await RepositoryStorage(database.states).get_data(KEY) == {"draft": "kept"}
    await database.close()
