"""The intake: on disk first, confirmed after."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress

import pytest
from aiogram.client.telegram import TelegramAPIServer
from pydantic import JsonValue

from bot.updates import intake as intake_module
from bot.updates.intake import Intake
from bot.updates.polling import PollingError, UpdatesPoll
from storage.database import Database
from tests.bot.bot_api import TOKEN, UpdatesApi, message_update, serve


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake_module, "_FIRST_PAUSE_SECONDS", 0.001)


async def run_until(intake: Intake, condition: asyncio.Event) -> None:
    running = asyncio.create_task(intake.run())
    await asyncio.wait_for(condition.wait(), 10)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def test_an_update_is_stored_before_it_is_confirmed(database: Database) -> None:
    api = UpdatesApi([message_update(number) for number in (10, 11, 12)])
    stored_at_offset: dict[int, list[int]] = {}
    done = asyncio.Event()
    answer = api.get_updates

    async def watch(request):  # type: ignore[no-untyped-def]
        offset = (await request.json()).get("offset")
        if offset is not None:
            held = await database.inbox.pending(limit=10)
            stored_at_offset[offset] = [one.update_id for one in held]
        if offset == 13:
            done.set()
        return await answer(request)

    api.get_updates = watch  # type: ignore[method-assign]
    async with serve(api), UpdatesPoll(TelegramAPIServer.from_base(api.url), TOKEN) as poll:
        await run_until(Intake(poll, database.inbox, 77, lambda: None), done)
    assert stored_at_offset[12] == [10, 11]
    assert stored_at_offset[13] == [10, 11, 12]


async def test_what_telegram_repeats_is_kept_once(database: Database) -> None:
    api = UpdatesApi([message_update(5)])
    for _ in range(2):
        seen = asyncio.Event()

        class Poll:
            async def next_batch(
                self, offset: int | None, seen: asyncio.Event = seen
            ) -> Sequence[Mapping[str, JsonValue]]:
                if offset is not None:
                    seen.set()
                    await asyncio.Event().wait()
                return api.updates

        await run_until(Intake(Poll(), database.inbox, 77, lambda: None), seen)
    assert [one.update_id for one in await database.inbox.pending(limit=9)] == [5]


async def test_a_full_disk_confirms_nothing(database: Database) -> None:
    from domain.errors import DatabaseUnavailableError

    offsets: list[int | None] = []
    done = asyncio.Event()

    class Poll:
        async def next_batch(self, offset: int | None) -> Sequence[Mapping[str, JsonValue]]:
            offsets.append(offset)
            if len(offsets) == 4:
                done.set()
            return [message_update(5)]

    class FullInbox:
        async def accept(self, *_: object) -> int:
            raise DatabaseUnavailableError("bot.db")

    await run_until(Intake(Poll(), FullInbox(), 77, lambda: None), done)  # type: ignore[arg-type]
    assert offsets[:4] == [None] * 4


async def test_an_unknown_kind_of_update_blocks_nobody(database: Database) -> None:
    strange: dict[str, JsonValue] = {"update_id": 20, "hologram": {"id": 1}}
    api = UpdatesApi([strange, message_update(21)])
    new = asyncio.Event()
    async with serve(api), UpdatesPoll(TelegramAPIServer.from_base(api.url), TOKEN) as poll:
        await run_until(Intake(poll, database.inbox, 77, new.set), new)
    assert [one.update_id for one in await database.inbox.pending(limit=9)] == [20, 21]


async def test_trouble_is_waited_out(database: Database) -> None:
    api = UpdatesApi([message_update(1)])
    api.answers = [
        (502, "<html>Bad Gateway</html>"),
        (500, {"ok": False, "error_code": 500, "description": "Internal Server Error"}),
        (
            429,
            {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests",
                "parameters": {"retry_after": 0.05},
            },
        ),
        (409, {"ok": False, "error_code": 409, "description": "Conflict"}),
    ]
    new = asyncio.Event()
    async with serve(api), UpdatesPoll(TelegramAPIServer.from_base(api.url), TOKEN) as poll:
        await run_until(Intake(poll, database.inbox, 77, new.set), new)
    assert not api.answers


async def test_errors_carry_facts_and_never_the_token() -> None:
    api = UpdatesApi([])
    limited = {"ok": False, "error_code": 429, "parameters": {"retry_after": 7}}
    api.answers = [(429, limited)]
    async with serve(api), UpdatesPoll(TelegramAPIServer.from_base(api.url), TOKEN) as poll:
        with pytest.raises(PollingError) as caught:
            await poll.next_batch(None)
        assert (caught.value.status, caught.value.retry_after_seconds) == (429, 7)
    gone = TelegramAPIServer.from_base("http://127.0.0.1:9")
    async with UpdatesPoll(gone, TOKEN) as poll:
        with pytest.raises(PollingError) as caught:
            await poll.next_batch(None)
    assert caught.value.status is None
    assert TOKEN not in repr(caught.value)
    assert caught.value.__cause__ is None
