"""What the handlers are given in tests: real use cases over a history in memory."""

from collections.abc import Sequence

from domain.analysis import Analysis, NewAnalysis
from domain.errors import AnalysisNotFoundError
from domain.work import NewTask, Task
from tests.bot.people import START


class MemoryAnalyses:
    """Implements domain.ports.AnalysisRepository."""

    def __init__(self, *rows: Analysis) -> None:
        self.rows = {row.id: row for row in rows}

    async def add(self, analysis: NewAnalysis) -> Analysis:
        number = max(self.rows, default=0) + 1
        row = Analysis(id=number, created_at=START, **dict(analysis))
        self.rows[number] = row
        return row

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        row = self.rows.get(analysis_id)
        if row is None or row.user_id != user_id:
            raise AnalysisNotFoundError(analysis_id)
        return row

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> Sequence[Analysis]:
        mine = sorted(
            (row for row in self.rows.values() if row.user_id == user_id), key=lambda row: -row.id
        )
        return mine[offset : offset + limit]

    async def count(self, user_id: int) -> int:
        return sum(row.user_id == user_id for row in self.rows.values())

    async def delete(self, user_id: int, analysis_id: int) -> None:
        await self.get(user_id, analysis_id)
        del self.rows[analysis_id]


class KeptTasks:
    """Stands where the task runner does, and keeps what was accepted."""

    def __init__(self) -> None:
        self.accepted: list[NewTask] = []
        self.cancelled = 0

    def check_room(self) -> None: ...

    def has_accepted(self, chat_id: int, origin: str) -> bool:
        return any(
            (task.chat_id, task.payload["origin"]) == (chat_id, origin) for task in self.accepted
        )

    async def accept(self, task: NewTask) -> Task:
        self.accepted.append(task)
        return Task(id=len(self.accepted), attempts=0, **dict(task))

    async def cancel_all_of(self, chat_id: int) -> int:
        self.cancelled += 1
        return 0
