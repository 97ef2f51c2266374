"""What stands where the task runner, the inbox and the model do."""

from collections.abc import Collection
from datetime import UTC, datetime

from aiogram.types import Message, Update

from bot.updates.again import as_update
from domain.fields import FieldName
from domain.resume import FieldEvidence
from domain.work import NewTask, Task
from inference.assessor import Assessor, load_assessor


async def load_tiny_assessor(bundle: str) -> Assessor:
    """The bundle at this path; tests that need a model give one of their own making."""
    return load_assessor(bundle, device="cpu", dtype="auto", allow_remote_code=False)


class KeptTasks:
    """Stands where the task runner does, and keeps what was accepted."""

    def __init__(self) -> None:
        self.accepted: list[NewTask] = []
        self.cancelled = 0
        self.cancelled_ids: list[int] = []

    def check_room(self, chat_id: int) -> None: ...

    def check_room_for_file(self, chat_id: int) -> None: ...

    def has_accepted(self, chat_id: int, origin: str) -> bool:
        return any(
            (task.chat_id, task.payload["origin"]) == (chat_id, origin) for task in self.accepted
        )

    async def accept(self, task: NewTask) -> Task:
        self.accepted.append(task)
        return Task(id=len(self.accepted), attempts=0, created_at=datetime.now(UTC), **dict(task))

    async def cancel_all_of(self, chat_id: int) -> int:
        self.cancelled += 1
        return 0

    async def cancel_these(self, task_ids: Collection[int]) -> int:
        self.cancelled_ids += task_ids
        return len(task_ids)


class KeptAgain:
    """Stands where the inbox does for messages that are taken again; a tap feeds them."""

    def __init__(self) -> None:
        self.waiting: list[Update] = []

    async def __call__(self, asked_by: int, message: Message) -> None:
        self.waiting.append(as_update(asked_by, message))


class KeptPlaces:
    """Stands where pages are drawn."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, FieldName]] = []
        self.fails_with: Exception | None = None

    async def __call__(self, file_id: str, field: FieldName, evidence: FieldEvidence) -> bytes:
        self.asked.append((file_id, field))
        if self.fails_with:
            raise self.fails_with
        return b"png"
