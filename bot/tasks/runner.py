"""The runner of stored tasks: they survive the process and are taken up again at start."""

import asyncio
import math
from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Final
from weakref import WeakValueDictionary

from bot.operations.requests import REQUEST, current_request
from bot.pace import Pace
from bot.tasks.origins import REMEMBERED_ORIGINS, Origins, origin_of
from bot.tasks.working_off import TaskVoice, TaskWork, WorkingOff
from domain.errors import QueueFullError, TooManyFilesAnHourError, TooManyFilesError
from domain.ports import TaskStore
from domain.work import NewTask, Task, TaskKind

MAX_WAITING: Final = 200
MAX_WAITING_OF_ONE: Final = 50
DEFAULT_FILES_PER_PERSON: Final = 10
_STOPPED_BY_THEIR_OWN_BUTTON: Final[tuple[TaskKind, ...]] = ("broadcast",)
"""Who closes a window with /cancel does not mean a message that is on its way to thousands."""


class TaskRunner:
    """Runs tasks at the same time, a bounded number of each kind."""

    def __init__(
        self,
        store: TaskStore,
        voice: TaskVoice,
        works: Mapping[TaskKind, TaskWork],
        at_once: Mapping[TaskKind, int],
        files_per_person: int = DEFAULT_FILES_PER_PERSON,
        files_an_hour: Pace | None = None,
    ) -> None:
        self._store = store
        self._voice = voice
        self._work_off = WorkingOff(store, voice, works, at_once)
        self._files_per_person = files_per_person
        self._files_an_hour = files_an_hour
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._running: dict[int, tuple[Task, asyncio.Task[None]]] = {}
        self._origins = Origins()

    async def resume(self) -> None:
        """Takes up what an earlier process left.

        All of it is known before the first one runs: that may ask for another one. So is what was
        asked for lately and is over: the update that asked may not be, and is handled again.
        """
        self._origins.remember_over(await self._store.newest_origins(REMEMBERED_ORIGINS))
        for task in await self._store.unfinished():
            self._launch(task)

    def check_room(self, chat_id: int) -> None:
        """Raises QueueFullError where no more work is accepted just now, of all or of this chat:
        nobody can take all the places alone."""
        if len(self._running) >= MAX_WAITING:
            raise QueueFullError(MAX_WAITING)
        if sum(task.chat_id == chat_id for task, _ in self._running.values()) >= MAX_WAITING_OF_ONE:
            raise QueueFullError(MAX_WAITING_OF_ONE)

    def check_room_for_file(self, chat_id: int) -> None:
        """Raises TooManyFilesError where enough of this chat's files wait, TooManyFilesAnHourError
        where enough were taken lately, or QueueFullError."""
        self.check_room(chat_id)
        if self._files_an_hour is not None:
            wait_seconds = self._files_an_hour.wait_seconds(chat_id)
            if wait_seconds > 0:
                minutes = math.ceil(wait_seconds / 60)
                raise TooManyFilesAnHourError(self._files_an_hour.limit, minutes)
        mine = [task for task, _ in self._running.values() if task.chat_id == chat_id]
        if sum(task.kind == "read_file" for task in mine) >= self._files_per_person:
            raise TooManyFilesError(self._files_per_person)

    def has_accepted(self, chat_id: int, origin: str) -> bool:
        """True where this origin asked for a task before, in this process's life."""
        return (chat_id, origin) in self._origins

    async def accept(self, new_task: NewTask) -> Task | None:
        """Stores the task and starts it; the same origin in a chat again gives the same task, or
        None where that was over before the process began.

        `payload["origin"]` names what asked for the task, so an update that is handled again
        after a crash makes no second one.
        """
        origin = origin_of(new_task)
        if origin in self._origins:
            return self._origins[origin]
        payload = {**new_task.payload, REQUEST: current_request()}
        task = await self._store.add(new_task.model_copy(update={"payload": payload}))
        if task.kind == "read_file" and self._files_an_hour is not None:
            self._files_an_hour.note(task.chat_id)
        self._launch(task)
        return task

    async def cancel_all_of(self, chat_id: int) -> int:
        """Cancels the chat's unfinished tasks at its person's wish; returns how many.

        What is scored already is not taken back: its answer goes out.
        """
        mine = [
            (task, run)
            for task, run in self._running.values()
            if task.chat_id == chat_id and task.kind not in _STOPPED_BY_THEIR_OWN_BUTTON
        ]
        return await self._cancel(mine)

    async def cancel_these(self, task_ids: Collection[int]) -> int:
        """Cancels unfinished tasks at the wish of whom they are about; their askers are told."""
        return await self._cancel([self._running[one] for one in task_ids if one in self._running])

    async def _cancel(self, chosen: Sequence[tuple[Task, asyncio.Task[None]]]) -> int:
        cancelled = 0
        for task, run in chosen:
            run.cancel()
            await asyncio.gather(run, return_exceptions=True)
            if await self._store.cancel(task.id):
                cancelled += 1
                await self._voice.cancelled(task)
            elif (owing := await self._store.find_unfinished(task.id)) is not None:
                self._launch(owing)
        return cancelled

    async def stop(self, deadline_seconds: float) -> None:
        """Lets tasks finish; the rest stays in the store for the next start."""
        ids = {run: task.id for task, run in self._running.values()}
        if not ids:
            return
        _, late = await asyncio.wait(ids, timeout=deadline_seconds)
        for run in late:
            run.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        await self._work_off.put_back([ids[run] for run in late])

    def _launch(self, task: Task) -> None:
        self._origins.remember(task)
        run = asyncio.create_task(self._run(task))
        self._running[task.id] = (task, run)
        run.add_done_callback(lambda _: self._running.pop(task.id, None))

    def _turn(self, task: Task) -> AbstractAsyncContextManager[object]:
        """A person's files are read one after the other: the last one sent is the last card."""
        if task.kind != "read_file":
            return nullcontext()
        return self._turns.setdefault(task.chat_id, asyncio.Lock())

    async def _run(self, task: Task) -> None:
        async with self._turn(task):
            await self._work_off(task)
