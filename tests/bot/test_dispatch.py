"""Handling of stored updates: order, concurrency, attempts, stopping."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage

from bot.updates.dispatch import MAX_ATTEMPTS, MAX_TRIES, Dispatch, chat_of
from domain.errors import DatabaseBusyError
from domain.work import StoredUpdate
from storage.database import Database
from tests.bot.bot_api import message_update

AWAY = TelegramNetworkError(SendMessage(chat_id=1, text="x"), "no network")


class KeptHandler:
    """Keeps what was handled; `gates` hold the updates of a chat back."""

    def __init__(self) -> None:
        self.handled: list[int] = []
        self.running = 0
        self.most_running = 0
        self.set_aside: list[int] = []
        self.told: list[Exception] = []
        self.passing: list[Exception] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.faulty: set[int] = set()

    async def handle(self, update: StoredUpdate) -> None:
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        try:
            await asyncio.sleep(0)
            if gate := self.gates.get(chat_of(update)):
                await gate.wait()
            if self.passing:
                raise self.passing.pop(0)
            if update.update_id in self.faulty:
                raise RuntimeError("a fault in a handler")
            self.handled.append(update.update_id)
        finally:
            self.running -= 1

    async def tell_set_aside(self, update: StoredUpdate) -> None:
        self.set_aside.append(update.update_id)

    async def tell_failed(self, update: StoredUpdate, error: Exception) -> None:
        self.told.append(error)


async def until(condition: Any) -> None:
    async with asyncio.timeout(10):
        while not await condition():  # noqa: ASYNC110  (the condition is in the database)
            await asyncio.sleep(0.01)


async def run_until(dispatch: Dispatch, condition: Any) -> None:
    running = asyncio.create_task(dispatch.run())
    try:
        await until(condition)
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def test_order_within_a_chat_and_no_wait_between_chats(database: Database) -> None:
    updates = [message_update(number, chat_id=1 + number % 3) for number in range(30)]
    await database.inbox.accept(77, updates)
    handler = KeptHandler()
    handler.gates[1] = asyncio.Event()
    dispatch = Dispatch(database.inbox, handler, concurrency=2)

    async def others_done() -> bool:
        return len(handler.handled) == 20

    async def all_done() -> bool:
        return not await database.inbox.pending(limit=1)

    running = asyncio.create_task(dispatch.run())
    await until(others_done)
    handler.gates[1].set()
    await until(all_done)
    running.cancel()
    for chat in range(3):
        mine = [number for number in handler.handled if number % 3 == chat]
        assert mine == sorted(mine)
    assert sorted(handler.handled) == list(range(30))
    assert handler.most_running == 2


TAP: Any = {"update_id": 400, "callback_query": {"id": "1", "from": {"id": 400}, "data": "x"}}
PHOTO: Any = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]


@pytest.mark.parametrize("late", [TAP, message_update(400, chat_id=400)], ids=["tap", "text"])
@pytest.mark.parametrize("file", [{"document": {"file_id": "f"}}, {"photo": PHOTO}])
async def test_who_taps_or_writes_does_not_wait_behind_files(
    database: Database, late: dict[str, Any], file: dict[str, Any]
) -> None:
    """Three hundred files are ahead, of which none comes to an end."""
    ahead = [message_update(number, chat_id=number) for number in range(1, 301)]
    for update in ahead:
        update["message"] |= file
    await database.inbox.accept(77, [*ahead, late])
    handler = KeptHandler()
    never = asyncio.Event()
    handler.gates = dict.fromkeys(range(1, 301), never)

    async def is_late_one_done() -> bool:
        return handler.handled == [400]

    dispatch = Dispatch(database.inbox, handler, files=2)
    await run_until(dispatch, is_late_one_done)
    assert handler.most_running == 3
    await dispatch.stop(0)


async def test_a_fault_costs_only_its_own_update(database: Database) -> None:
    await database.inbox.accept(77, [message_update(1), message_update(2)])
    handler = KeptHandler()
    handler.faulty = {1}

    async def all_done() -> bool:
        return not await database.inbox.pending(limit=1)

    await run_until(Dispatch(database.inbox, handler), all_done)
    assert handler.handled == [2]


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.updates.dispatch._PAUSE_SECONDS", 0.0)


@pytest.mark.usefixtures("no_pauses")
async def test_while_telegram_or_the_disk_is_away_updates_wait_in_their_order(
    database: Database,
) -> None:
    await database.inbox.accept(77, [message_update(1), message_update(2)])
    handler = KeptHandler()
    handler.passing = [DatabaseBusyError("bot.db"), AWAY, AWAY]

    async def all_done() -> bool:
        return not await database.inbox.pending(limit=1)

    await run_until(Dispatch(database.inbox, handler), all_done)
    assert handler.handled == [1, 2]
    assert not handler.told
    assert not handler.set_aside


@pytest.mark.usefixtures("no_pauses")
async def test_what_was_tried_in_vain_for_long_is_told(database: Database) -> None:
    await database.inbox.accept(77, [message_update(1), message_update(2)])
    handler = KeptHandler()
    handler.passing = [AWAY] * (MAX_TRIES + 1)

    async def all_done() -> bool:
        return not await database.inbox.pending(limit=1)

    await run_until(Dispatch(database.inbox, handler), all_done)
    assert handler.told == [AWAY]
    assert handler.handled == [2]


async def test_a_stop_in_the_middle_is_no_attempt(database: Database) -> None:
    await database.inbox.accept(77, [message_update(1)])
    handler = KeptHandler()
    handler.gates[1] = asyncio.Event()
    dispatch = Dispatch(database.inbox, handler)

    async def begun() -> bool:
        return handler.running == 1

    await run_until(dispatch, begun)
    await dispatch.stop(0.01)
    (left,) = await database.inbox.pending(limit=5)
    assert left.attempts == 0


async def test_new_updates_are_taken_when_told(database: Database) -> None:
    handler = KeptHandler()
    dispatch = Dispatch(database.inbox, handler)
    running = asyncio.create_task(dispatch.run())
    await asyncio.sleep(0.05)
    await database.inbox.accept(77, [message_update(1)])
    dispatch.notify()

    async def handled() -> bool:
        return handler.handled == [1]

    await until(handled)
    running.cancel()


async def test_more_than_a_batch_is_worked_off(database: Database) -> None:
    await database.inbox.accept(77, [message_update(n, chat_id=n % 7) for n in range(250)])
    handler = KeptHandler()

    async def all_done() -> bool:
        return not await database.inbox.pending(limit=1)

    await run_until(Dispatch(database.inbox, handler), all_done)
    assert sorted(handler.handled) == list(range(250))


class SlowToAnswer:
    """An inbox whose list is handed over only when what stood in it is finished."""

    def __init__(self, database: Database) -> None:
        self._inbox = database.inbox
        self.finished = asyncio.Event()
        self.reads = 0

    async def pending(self, *, limit: int, besides: Any = ()) -> Any:
        read = await self._inbox.pending(limit=limit)
        self.reads += 1
        if self.reads == 2:
            await self.finished.wait()
        return read

    async def start(self, key: int) -> None:
        await self._inbox.start(key)

    async def finish(self, key: int, outcome: Any) -> None:
        await self._inbox.finish(key, outcome)
        asyncio.get_running_loop().call_later(0.05, self.finished.set)


async def test_a_list_from_before_the_end_does_not_repeat_an_update(database: Database) -> None:
    await database.inbox.accept(77, [message_update(1)])
    handler = KeptHandler()
    handler.gates = {1: asyncio.Event()}
    inbox = SlowToAnswer(database)
    dispatch = Dispatch(inbox, handler)  # type: ignore[arg-type]

    async def read_twice() -> bool:
        dispatch.notify()
        if inbox.reads == 2:
            handler.gates[1].set()
        return inbox.finished.is_set() and inbox.reads > 2

    await run_until(dispatch, read_twice)
    assert handler.handled == [1]


async def test_what_killed_the_process_again_and_again_is_set_aside(database: Database) -> None:
    await database.inbox.accept(77, [message_update(1), message_update(2)])
    (first, _) = await database.inbox.pending(limit=2)
    await database.inbox.start(first.key)
    handler = KeptHandler()

    async def all_done() -> bool:
        return not await database.inbox.pending(limit=1)

    # One start before: it is tried again.
    await run_until(Dispatch(database.inbox, handler), all_done)
    assert handler.handled == [1, 2]
    await database.inbox.accept(77, [message_update(3)])
    (third,) = await database.inbox.pending(limit=1)
    for _ in range(MAX_ATTEMPTS):
        await database.inbox.start(third.key)
    await run_until(Dispatch(database.inbox, handler), all_done)
    assert handler.set_aside == [3]
    assert handler.handled == [1, 2]


async def test_a_stop_leaves_on_disk_what_is_not_done(database: Database) -> None:
    await database.inbox.accept(77, [message_update(n, chat_id=n) for n in (1, 2)])
    await database.inbox.accept(77, [message_update(3, chat_id=1)])
    handler = KeptHandler()
    handler.gates = {1: asyncio.Event(), 2: asyncio.Event()}
    dispatch = Dispatch(database.inbox, handler)
    running = asyncio.create_task(dispatch.run())

    async def both_running() -> bool:
        return handler.running == 2

    await until(both_running)
    running.cancel()
    stopping = asyncio.create_task(dispatch.stop(deadline_seconds=0.5))
    await asyncio.sleep(0)
    handler.gates[2].set()
    await stopping
    assert handler.handled == [2]
    left = await database.inbox.pending(limit=9)
    assert [(one.update_id, one.attempts) for one in left] == [(1, 0), (3, 0)], "a stop is no crash"
