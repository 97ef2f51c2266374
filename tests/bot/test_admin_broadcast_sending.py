"""A broadcast on its way: once to each, through blocks, kills and the network, until it ends."""

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import CopyMessage, TelegramMethod

from bot.tasks import broadcast as module
from bot.tasks.broadcast import BROADCAST, BroadcastWork
from bot.tasks.runner import TaskRunner
from domain.administration import Audience, BroadcastContent
from domain.work import NewTask, Task
from tests.bot.chat import KeptBot, labels
from tests.bot.conftest import ADMIN_ID, SETTLED_IDS, Desk


def work_of(desk: Desk, bot: KeptBot | None = None) -> BroadcastWork:
    database = desk.database
    people, locales = database.people, desk.parts.locales
    return BroadcastWork(
        bot or desk.bot, database.tasks, database.broadcasts, people, locales, seconds_between=0
    )


async def begun(desk: Desk, audience: Audience = "all") -> Task:
    """A broadcast whose task waits to be run."""
    content = BroadcastContent(message_id=5)
    draft = await desk.database.broadcasts.draft(ADMIN_ID, ADMIN_ID, "en", content)
    await desk.database.broadcasts.begin(draft.id, audience, None)
    status = await desk.bot.send_message(ADMIN_ID, "…")
    return await desk.database.tasks.add(
        NewTask(
            kind="broadcast",
            chat_id=ADMIN_ID,
            user_id=ADMIN_ID,
            locale="en",
            status_message_id=status.message_id,
            payload={BROADCAST: draft.id, "origin": f"broadcast:{draft.id}"},
        )
    )


class FailingBot(KeptBot):
    """Copies fail for some as the test says, each time a list of errors long."""

    def __init__(self, kept: KeptBot, errors: dict[int, list[Exception]]) -> None:
        super().__init__()
        self.shown, self.calls = kept.shown, kept.calls
        self.errors = errors
        self.delivered: list[int] = []
        self.after_each: Callable[[int], Any] | None = None

    async def __call__(
        self, method: TelegramMethod[Any], request_timeout: int | None = None
    ) -> Any:
        if isinstance(method, CopyMessage):
            user_id = int(method.chat_id)
            if self.errors.get(user_id):
                raise self.errors[user_id].pop(0)
            self.delivered.append(user_id)
            if self.after_each:
                await self.after_each(user_id)
        return await super().__call__(method, request_timeout)


def error(kind: type[Exception], words: str = "Bad Request: chat not found") -> Exception:
    method = CopyMessage(chat_id=1, from_chat_id=1, message_id=1)
    if kind is TelegramRetryAfter:
        return TelegramRetryAfter(method, "Too Many Requests", retry_after=1)
    return kind(method, words)


async def test_everybody_gets_it_once_and_the_blocked_are_marked(desk: Desk) -> None:
    await desk.database.directory.ban(4, None)
    bot = FailingBot(
        desk.bot,
        {
            2: [error(TelegramForbiddenError, "Forbidden: bot was blocked by the user")],
            3: [error(TelegramBadRequest)],
            5: [error(TelegramRetryAfter)],
        },
    )
    task = await begun(desk)
    await work_of(desk, bot).run(task)
    assert bot.delivered == [one for one in SETTLED_IDS if one not in (2, 3, 4)]
    report = desk.bot.shown[task.status_message_id or 0].text or ""
    total = len(SETTLED_IDS) - 1
    assert f"The broadcast is over: {total} of {total}" in report
    assert f"Delivered: {total - 2}" in report
    assert "blocked the bot: 1" in report
    blocked = await desk.database.people.find(2)
    assert blocked is not None
    assert blocked.blocked_at is not None
    assert not await desk.database.tasks.unfinished()


async def test_a_killed_process_goes_on_behind_the_last_one_that_was_noted(desk: Desk) -> None:
    class KilledError(BaseException):
        pass

    bot = FailingBot(desk.bot, {})

    async def die(user_id: int) -> None:
        if user_id == 7:
            raise KilledError

    bot.after_each = die
    task = await begun(desk)
    with pytest.raises(KilledError):
        await work_of(desk, bot).run(task)
    bot.after_each = None
    (left,) = await desk.database.tasks.unfinished()
    assert left.attempts == 0
    await work_of(desk, bot).run(left)
    # Whether 7 has got it before the end could not be noted: that one may get it again.
    assert sorted(bot.delivered) == sorted([*SETTLED_IDS, 7])
    await work_of(desk, bot).run(left)
    assert len(bot.delivered) == len(SETTLED_IDS) + 1


async def test_any_admin_stops_it(desk: Desk) -> None:
    bot = FailingBot(desk.bot, {})
    task = await begun(desk)

    async def stop(user_id: int) -> None:
        if user_id == 3:
            await desk.database.broadcasts.cancel(1)

    bot.after_each = stop
    await work_of(desk, bot).run(task)
    assert bot.delivered == [1, 2, 3]
    report = desk.bot.shown[task.status_message_id or 0]
    assert f"was stopped: 3 of {len(SETTLED_IDS)}" in (report.text or "")
    assert not labels(report)


async def test_it_ends_where_its_admin_erases_all_that_is_theirs(desk: Desk) -> None:
    bot = FailingBot(desk.bot, {})
    task = await begun(desk)

    async def erase(user_id: int) -> None:
        if user_id == 3:
            await desk.database.personal.erase(ADMIN_ID)

    bot.after_each = erase
    await work_of(desk, bot).run(task)
    assert bot.delivered == [1, 2, 3]
    assert "was stopped" in (desk.bot.shown[task.status_message_id or 0].text or "")


async def test_a_message_that_is_gone_ends_it(desk: Desk) -> None:
    gone = error(TelegramBadRequest, "Bad Request: message to copy not found")
    bot = FailingBot(desk.bot, {1: [gone]})
    task = await begun(desk)
    await work_of(desk, bot).run(task)
    assert not bot.delivered
    assert "was stopped: 0 of" in (desk.bot.shown[task.status_message_id or 0].text or "")


@pytest.mark.parametrize(
    "refusal",
    [
        error(TelegramUnauthorizedError, "Unauthorized"),
        error(TelegramNotFound, "Not Found"),
        ClientDecodeError("no answer of Telegram's", ValueError(), "<html>"),
    ],
    ids=lambda refusal: type(refusal).__name__,
)
async def test_a_refusal_that_no_pause_heals_ends_it(desk: Desk, refusal: Exception) -> None:
    bot = FailingBot(desk.bot, {2: [refusal]})
    task = await begun(desk)
    await work_of(desk, bot).run(task)
    assert bot.delivered == [1]
    broadcast = await desk.database.broadcasts.get(1)
    assert broadcast is not None
    assert (broadcast.state, broadcast.delivered) == ("cancelled", 1)
    assert broadcast.finished_at is not None
    assert "was stopped: 1 of" in (desk.bot.shown[task.status_message_id or 0].text or "")
    assert not await desk.database.tasks.unfinished()


async def test_it_waits_for_the_network(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_OFFLINE_PAUSE_SECONDS", 0.01)
    bot = FailingBot(desk.bot, {1: [error(TelegramNetworkError, "no route")] * 2})
    await work_of(desk, bot).run(await begun(desk))
    assert bot.delivered == list(SETTLED_IDS)


async def test_cancel_takes_back_other_work_but_no_broadcast(desk: Desk) -> None:
    class Voice:
        cancelled_kinds: ClassVar[list[str]] = []

        async def cancelled(self, task: Task) -> None:
            self.cancelled_kinds.append(task.kind)

    class Endless:
        async def run(self, task: Task) -> None:
            await asyncio.Event().wait()

    work = Endless()
    runner = TaskRunner(
        desk.database.tasks,
        Voice(),  # type: ignore[arg-type]
        {"broadcast": work, "export": work},
        {"broadcast": 1, "export": 1},
    )
    sending = await begun(desk)
    await runner.resume()
    export = sending.model_dump() | {"kind": "export", "payload": {"origin": "x"}}
    await runner.accept(NewTask.model_validate(export))
    assert await runner.cancel_all_of(ADMIN_ID) == 1
    assert Voice.cancelled_kinds == ["export"]
    await runner.stop(0.01)
    assert [task.kind for task in await desk.database.tasks.unfinished()] == ["broadcast"]
