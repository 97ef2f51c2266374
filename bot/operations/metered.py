"""The program's own doors with a meter in each."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from pydantic import JsonValue

from bot.operations.metrics import Metrics
from bot.operations.requests import REQUEST, request
from bot.tasks.working_off import TaskWork
from bot.updates.dispatch import UpdateHandler
from bot.updates.intake import Poll
from domain.work import StoredUpdate, Task


class MeteredUpdates:
    """An UpdateHandler; each update is a request of its own, `u` and its number on disk."""

    def __init__(self, handler: UpdateHandler, metrics: Metrics) -> None:
        self._handler = handler
        self._metrics = metrics

    async def handle(self, update: StoredUpdate) -> None:
        outcome = "failed"
        with request(f"u{update.key}"), self._metrics.update_seconds.time():
            try:
                await self._handler.handle(update)
                outcome = "done"
            finally:
                self._metrics.updates.labels(outcome).inc()

    async def tell_set_aside(self, update: StoredUpdate) -> None:
        self._metrics.updates.labels("set_aside").inc()
        with request(f"u{update.key}"):
            await self._handler.tell_set_aside(update)

    async def tell_failed(self, update: StoredUpdate, error: Exception) -> None:
        with request(f"u{update.key}"):
            await self._handler.tell_failed(update, error)


class MeteredWork:
    """A TaskWork; its log lines carry the request of the update that asked for the task."""

    def __init__(self, work: TaskWork, metrics: Metrics) -> None:
        self._work = work
        self._metrics = metrics

    async def run(self, task: Task) -> None:
        name = str(task.payload.get(REQUEST, f"t{task.id}"))
        running = self._metrics.tasks_running.labels(task.kind)
        timer = self._metrics.task_seconds.labels(task.kind).time()
        outcome = "failed"
        with request(name), running.track_inprogress(), timer:
            try:
                await self._work.run(task)
                outcome = "done"
            finally:
                self._metrics.tasks.labels(task.kind, outcome).inc()


class MeteredPoll:
    """A Poll that notes when Telegram answered."""

    def __init__(self, poll: Poll, metrics: Metrics) -> None:
        self._poll = poll
        self._metrics = metrics

    async def next_batch(self, offset: int | None) -> Sequence[Mapping[str, JsonValue]]:
        batch = await self._poll.next_batch(offset)
        self._metrics.last_poll.set(time.time())
        return batch


class MeteredCalls(BaseRequestMiddleware):
    """Counts every call of the Bot API, repeats too."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        outcome = "ok"
        try:
            return await make_request(bot, method)
        except TelegramAPIError as error:
            outcome = type(error).__name__
            raise
        finally:
            self._metrics.telegram_calls.labels(_name(method), outcome).inc()


def _name(method: TelegramMethod[Any]) -> str:
    return str(method.__api_method__)
