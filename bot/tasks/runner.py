"""The runner of stored tasks: they survive the process and are taken up again at start."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Final, Protocol
from weakref import WeakValueDictionary

from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError, TelegramServerError

from bot.operations.requests import REQUEST, current_request
from domain.errors import (
    AnalysisNotFoundError,
    BatchNotFoundError,
    QueueFullError,
    SealBrokenError,
    StorageError,
    TooManyFilesError,
    VacancyNotFoundError,
)
from domain.ports import TaskStore
from domain.work import NewTask, Task, TaskKind

MAX_ATTEMPTS = 2
MAX_WAITING = 200
MAX_WAITING_OF_ONE = 50
DEFAULT_FILES_PER_PERSON: Final = 10
ANSWERS = "answers"
_REMEMBERED_ORIGINS = 1000
_STOPPED_BY_THEIR_OWN_BUTTON: Final[tuple[TaskKind, ...]] = ("broadcast",)
"""Who closes a window with /cancel does not mean a message that is on its way to thousands."""
_NEVER_THERE_AGAIN: Final = (
    AnalysisNotFoundError,
    BatchNotFoundError,
    VacancyNotFoundError,
    SealBrokenError,
)
"""Of the storage's errors those that another start would meet again."""
_log = logging.getLogger(__name__)


class TaskWork(Protocol):
    """How one kind of task is done."""

    async def run(self, task: Task) -> None:
        """Counts its attempt in the store once real work begins, and finishes the task there.

        Raises what went wrong; the runner then closes the task and tells the person.
        """
        ...


class TaskVoice(Protocol):
    """Tells a person how a task ended that gave no answer."""

    async def failed(self, task: Task, error: Exception) -> None: ...

    async def set_aside(self, task: Task) -> None: ...

    async def cancelled(self, task: Task) -> None: ...


class TaskRunner:
    """Runs tasks at the same time, a bounded number of each kind."""

    def __init__(
        self,
        store: TaskStore,
        voice: TaskVoice,
        works: Mapping[TaskKind, TaskWork],
        at_once: Mapping[TaskKind, int],
        files_per_person: int = DEFAULT_FILES_PER_PERSON,
    ) -> None:
        self._store = store
        self._voice = voice
        self._works = works
        self._slots = {kind: asyncio.Semaphore(count) for kind, count in at_once.items()}
        self._files_per_person = files_per_person
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._running: dict[int, tuple[Task, asyncio.Task[None]]] = {}
        self._origins: OrderedDict[tuple[int, str], Task] = OrderedDict()

    async def resume(self) -> None:
        """Takes up what an earlier process left.

        A task with ANSWERS carries the answer of another one to the person; while that other
        one is unfinished itself, it gives its answer on its own. All of them are known before
        the first one runs: it may ask for another one.
        """
        left = await self._store.unfinished()
        ids = {task.id for task in left}
        carriers = {task.id for task in left if task.payload.get(ANSWERS) in ids}
        for task_id in sorted(carriers):
            await self._store.finish(task_id, "cancelled")
        for task in left:
            if task.id not in carriers:
                self._launch(task)

    def check_room(self, chat_id: int) -> None:
        """Raises QueueFullError where no more work is accepted just now, of all or of this chat:
        nobody can take all the places alone."""
        if len(self._running) >= MAX_WAITING:
            raise QueueFullError(MAX_WAITING)
        if sum(task.chat_id == chat_id for task, _ in self._running.values()) >= MAX_WAITING_OF_ONE:
            raise QueueFullError(MAX_WAITING_OF_ONE)

    def check_room_for_file(self, chat_id: int) -> None:
        """Raises TooManyFilesError where enough of this chat's files wait, or QueueFullError."""
        self.check_room(chat_id)
        mine = [task for task, _ in self._running.values() if task.chat_id == chat_id]
        if sum(task.kind == "read_file" for task in mine) >= self._files_per_person:
            raise TooManyFilesError(self._files_per_person)

    def has_accepted(self, chat_id: int, origin: str) -> bool:
        """True where this origin asked for a task before, in this process's life."""
        return (chat_id, origin) in self._origins

    async def accept(self, new_task: NewTask) -> Task:
        """Stores the task and starts it; the same origin in a chat again gives the same task.

        `payload["origin"]` names what asked for the task, so an update that is handled again
        after a crash makes no second one.
        """
        known = self._origins.get(_origin(new_task))
        if known is not None:
            return known
        payload = {**new_task.payload, REQUEST: current_request()}
        task = await self._store.add(new_task.model_copy(update={"payload": payload}))
        self._launch(task)
        return task

    async def cancel_all_of(self, chat_id: int) -> int:
        """Cancels the chat's unfinished tasks at its person's wish; returns how many."""
        mine = [
            (task, run)
            for task, run in self._running.values()
            if task.chat_id == chat_id and task.kind not in _STOPPED_BY_THEIR_OWN_BUTTON
        ]
        for task, run in mine:
            run.cancel()
            await asyncio.gather(run, return_exceptions=True)
            await self._store.finish(task.id, "cancelled")
            await self._voice.cancelled(task)
        cancelled_ids = {task.id for task, _ in mine}
        for task in await self._store.unfinished() if mine else ():
            if task.payload.get(ANSWERS) in cancelled_ids:
                await self._store.finish(task.id, "cancelled")
        return len(mine)

    async def stop(self, deadline_seconds: float) -> None:
        """Lets tasks finish; the rest stays in the store for the next start."""
        runs = [run for _, run in self._running.values()]
        if runs:
            _, late = await asyncio.wait(runs, timeout=deadline_seconds)
            for run in late:
                run.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _launch(self, task: Task) -> None:
        self._origins[_origin(task)] = task
        if len(self._origins) > _REMEMBERED_ORIGINS:
            self._origins.popitem(last=False)
        run = asyncio.create_task(self._run(task))
        self._running[task.id] = (task, run)
        run.add_done_callback(lambda _: self._running.pop(task.id, None))

    def _turn(self, task: Task) -> AbstractAsyncContextManager[object]:
        """A person's files are read one after the other: the last one sent is the last card."""
        if task.kind != "read_file":
            return nullcontext()
        return self._turns.setdefault(task.chat_id, asyncio.Lock())

    async def _run(self, task: Task) -> None:
        async with self._turn(task), self._slots[task.kind]:
            try:
                if task.attempts >= MAX_ATTEMPTS:
                    _log.error("task %s set aside after %s starts", task.id, task.attempts)
                    await self._store.finish(task.id, "failed", error="SetAside")
                    await self._voice.set_aside(task)
                else:
                    await self._works[task.kind].run(task)
            except TelegramForbiddenError as error:
                _log.info("task %s: the person has blocked the bot", task.id)
                await self._close(task, error)
            except _NEVER_THERE_AGAIN as error:
                await self._fail(task, error)
            except (TelegramNetworkError, TelegramServerError, StorageError) as error:
                _log.error("task %s is left for the next start: %s", task.id, error)
            except Exception as error:  # noqa: BLE001  (process boundary: a task's fault is told)
                await self._fail(task, error)

    async def _fail(self, task: Task, error: Exception) -> None:
        await self._close(task, error)
        try:
            await self._voice.failed(task, error)
        except Exception:  # noqa: BLE001  (process boundary: nobody is left to tell)
            _log.exception("the failure of task %s could not be told", task.id)

    async def _close(self, task: Task, error: Exception) -> None:
        try:
            await self._store.finish(task.id, "failed", error=type(error).__name__)
        except StorageError as error:
            _log.error("task %s could not be closed: %s", task.id, error)


def _origin(task: NewTask) -> tuple[int, str]:
    return task.chat_id, str(task.payload["origin"])
