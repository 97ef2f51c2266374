"""Stored tasks with works and voices that tests look at."""

import asyncio
from collections.abc import Awaitable, Callable

from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage

from bot.dialogs.draft import Draft
from bot.tasks.payloads import DraftToScore
from bot.tasks.runner import TaskRunner
from domain.work import NewTask, Task
from storage.database import Database
from tests.bot.people import RESUME

DRAFT = Draft(resume=RESUME, source="file", file_sha256="f" * 64)
AWAY = TelegramNetworkError(SendMessage(chat_id=1, text="x"), "no network")


def new_task(origin: str = "card:1", status_message_id: int | None = 500) -> NewTask:
    return NewTask(
        kind="score",
        chat_id=1,
        user_id=1,
        locale="ru",
        status_message_id=status_message_id,
        payload=DraftToScore(origin=origin, draft=DRAFT).model_dump(mode="json"),
    )


class KeptVoice:
    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []
        self.errors: list[Exception] = []

    async def failed(self, task: Task, error: Exception) -> None:
        self.said.append(("failed", task.id))
        self.errors.append(error)

    async def set_aside(self, task: Task) -> None:
        self.said.append(("set_aside", task.id))

    async def cancelled(self, task: Task) -> None:
        self.said.append(("cancelled", task.id))


class Work:
    """Does what the test says, then finishes the task."""

    def __init__(self, database: Database, do: Callable[[Task], Awaitable[None]]) -> None:
        self._database = database
        self._do = do
        self.runs: list[int] = []
        self.begun = 0

    async def run(self, task: Task) -> None:
        self.runs.append(task.id)
        await self._database.tasks.start(task.id)
        self.begun += 1
        await self._do(task)
        await self._database.tasks.finish(task.id, "done")


def runner_of(database: Database, work: object, voice: object) -> TaskRunner:
    return TaskRunner(
        database.tasks,
        voice,  # type: ignore[arg-type]
        {"read_file": work, "score": work},  # type: ignore[dict-item]
        {"read_file": 1, "score": 2},
    )


async def accepted(runner: TaskRunner, new: NewTask) -> Task:
    task = await runner.accept(new)
    assert task is not None
    return task


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  (what is waited for is a message or a row)
            await asyncio.sleep(0.01)


async def nothing(task: Task) -> None: ...


async def for_ever(task: Task) -> None:
    await asyncio.Event().wait()
