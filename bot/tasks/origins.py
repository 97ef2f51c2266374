"""What asked for which task: an update that is handled again asks for no second one."""

from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from domain.work import NewTask, Task

REMEMBERED_ORIGINS: Final = 1000
Origin = tuple[int, str]
"""The chat and `payload["origin"]`."""


class Origins:
    """The newest ones, with their tasks; None for a task that was over at an earlier start."""

    def __init__(self) -> None:
        self._tasks: OrderedDict[Origin, Task | None] = OrderedDict()

    def __contains__(self, origin: Origin) -> bool:
        return origin in self._tasks

    def __getitem__(self, origin: Origin) -> Task | None:
        return self._tasks[origin]

    def remember_over(self, origins: Iterable[Origin]) -> None:
        for origin in origins:
            self._tasks[origin] = None

    def remember(self, task: Task) -> None:
        self._tasks[origin_of(task)] = task
        if len(self._tasks) > REMEMBERED_ORIGINS:
            self._tasks.popitem(last=False)


def origin_of(task: NewTask) -> Origin:
    return task.chat_id, str(task.payload["origin"])
