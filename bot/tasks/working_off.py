"""One stored task, from its start until it is over: done, or told why not."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from aiogram.exceptions import TelegramForbiddenError

from bot.faults import PASSING_FAULTS
from domain.errors import StorageError, TaskClosedError
from domain.ports import TaskStore
from domain.work import Task, TaskKind

MAX_ATTEMPTS: Final = 2
_FIRST_PAUSE_SECONDS: Final = 2.0
_LONGEST_PAUSE_SECONDS: Final = 60.0
_NEVER_SET_ASIDE: Final[tuple[TaskKind, ...]] = ("answer",)
"""A score that is in the history is told in any case, at last without its picture."""
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


class WorkingOff:
    """Runs tasks, a bounded number of each kind at once, each until it is over."""

    def __init__(
        self,
        store: TaskStore,
        voice: TaskVoice,
        works: Mapping[TaskKind, TaskWork],
        at_once: Mapping[TaskKind, int],
    ) -> None:
        self._store = store
        self._voice = voice
        self._works = works
        self._slots = {kind: asyncio.Semaphore(count) for kind, count in at_once.items()}

    async def __call__(self, task: Task) -> None:
        """While Telegram or the disk is away it waits, and tries again."""
        left: Task | None = task
        pause_seconds = _FIRST_PAUSE_SECONDS
        while left is not None and not await self._is_over(left):
            await self.put_back([task.id])
            await asyncio.sleep(pause_seconds)
            pause_seconds = min(pause_seconds * 2, _LONGEST_PAUSE_SECONDS)
            left = await self._as_it_stands(left)

    async def put_back(self, task_ids: Sequence[int]) -> None:
        """An attempt that was cut off does not count: it killed nothing."""
        try:
            await self._store.put_back(task_ids)
        except StorageError as error:
            _log.error("attempts of tasks %s stay counted: %s", task_ids, error)

    async def _is_over(self, task: Task) -> bool:
        async with self._slots[task.kind]:
            try:
                await self._work_off(task)
            except PASSING_FAULTS as error:
                _log.error("task %s has to wait: %s", task.id, error)
                return False
        return True

    async def _work_off(self, task: Task) -> None:
        """Done or told. A task is closed after the telling: a death in between repeats that."""
        try:
            if task.attempts >= MAX_ATTEMPTS and task.kind not in _NEVER_SET_ASIDE:
                _log.error("task %s set aside after %s starts", task.id, task.attempts)
                await self._voice.set_aside(task)
                await self._store.finish(task.id, "failed", error="SetAside")
            else:
                await self._works[task.kind].run(task)
        except TaskClosedError:
            _log.info("task %s: cancelled or deleted meanwhile", task.id)
        except TelegramForbiddenError as error:
            _log.info("task %s: the person has blocked the bot", task.id)
            await self._close(task, error)
        except PASSING_FAULTS:
            raise
        except Exception as error:  # noqa: BLE001  (process boundary: a task's fault is told)
            await self._tell(task, error)
            await self._close(task, error)

    async def _as_it_stands(self, task: Task) -> Task | None:
        """What is left to do may be less than before; None where nothing is."""
        try:
            return await self._store.find_unfinished(task.id)
        except StorageError as error:
            _log.error("task %s can't be read: %s", task.id, error)
            return task

    async def _tell(self, task: Task, error: Exception) -> None:
        try:
            await self._voice.failed(task, error)
        except PASSING_FAULTS:
            raise
        except Exception:  # noqa: BLE001  (process boundary: nobody is left to tell)
            _log.exception("the failure of task %s could not be told", task.id)

    async def _close(self, task: Task, error: Exception) -> None:
        await self._store.finish(task.id, "failed", error=type(error).__name__)
