"""What keeps updates, tasks and dialogs over a restart."""

from collections.abc import Collection, Mapping, Sequence
from typing import Literal, Protocol

from pydantic import JsonValue

from domain.analysis import Analysis, NewAnalysis
from domain.work import DialogState, NewTask, StoredUpdate, Task


class UpdateInbox(Protocol):
    """Updates on disk before Telegram is told that they were received."""

    async def accept(self, bot_id: int, updates: Sequence[Mapping[str, JsonValue]]) -> int:
        """Stores all in one transaction, ignores those stored before; returns how many are new."""
        ...

    async def pending(self, *, limit: int, besides: Collection[int] = ()) -> Sequence[StoredUpdate]:
        """The unfinished ones, oldest first, without those with these keys."""
        ...

    async def start(self, key: int) -> None:
        """Counts an attempt, before the handler runs."""
        ...

    async def put_back(self, keys: Collection[int]) -> None:
        """Their last attempts did not count: what stopped them was not the updates' fault."""
        ...

    async def finish(self, key: int, outcome: Literal["done", "failed"]) -> None: ...


class TaskStore(Protocol):
    """Accepted work that survives a restart."""

    async def add(self, task: NewTask) -> Task: ...

    async def unfinished(self) -> Sequence[Task]:
        """Oldest first; called at start."""
        ...

    async def is_followed(self, task: Task) -> bool:
        """True where a later task goes on in this one's status message."""
        ...

    async def newest_origins(self, limit: int) -> Sequence[tuple[int, str]]:
        """The chats and origins of the newest tasks, oldest first, whatever became of them."""
        ...

    async def find_unfinished(self, task_id: int) -> Task | None:
        """As it stands now: a score that is in the history has become an answer meanwhile."""
        ...

    async def start(self, task_id: int) -> None:
        """Counts an attempt."""
        ...

    async def put_back(self, task_ids: Sequence[int]) -> None:
        """Their last attempts did not count: what stopped them was not the tasks' fault."""
        ...

    async def cancel(self, task_id: int) -> bool:
        """False where it is too late: the task is over, or its score is in the history."""
        ...

    async def finish(
        self,
        task_id: int,
        outcome: Literal["done", "failed", "cancelled"],
        *,
        error: str | None = None,
    ) -> None:
        """Idempotent; forgets the payload (it may hold a resume). `error` names what failed."""
        ...

    async def finish_with_analysis(
        self,
        task_id: int,
        analysis: NewAnalysis,
        *,
        owed: Mapping[str, JsonValue] | None = None,
    ) -> Analysis:
        """Adds the history row and ends the task in one transaction: never two rows a task.

        With `owed` the task is not over: it becomes one of the kind `answer` with this payload, so
        that whoever asked for the score is told of it, whatever happens in between.
        """
        ...

    async def analysis_of(self, task_id: int) -> int | None:
        """The id of the history row that this task made; None where it is deleted."""
        ...


class StateRepository(Protocol):
    """Dialog state and data by an opaque key."""

    async def get(self, key: str) -> DialogState:
        """Without state and data where nothing is stored."""
        ...

    async def save(self, *states: DialogState) -> None:
        """What these keys hold from now on: all of them or, at a StorageError, none."""
        ...
