"""The ports in memory, as small as the use cases need them."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

from pydantic import JsonValue

from domain.analysis import Analysis, NewAnalysis
from domain.errors import AnalysisNotFoundError, ScoringError, TaskClosedError
from domain.fields import FieldName
from domain.history import HistoryFilter, HistoryLine, HistoryOrder
from domain.resume import Reading, Resume
from domain.score import Assessment, Detail, Explanation, ModelIdentity, Score
from domain.work import NewTask, Task

IDENTITY = ModelIdentity(name="tiny", revision="1", template="budget-1")
RESUME = Resume(position="Аналитик", key_skills=("SQL",))
ASSESSMENT = Assessment(
    score=Score(score=55, probability=0.08, percentile=60, model=IDENTITY),
    explanation=Explanation(contributions={"position": 0.01}, seen={"position": 1}),
)
TASK = Task(
    id=3,
    attempts=0,
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
    kind="score",
    chat_id=70,
    user_id=7,
    locale="ru",
    status_message_id=1,
    payload={},
)


class FakeReader:
    """Gives one reading and remembers what it was asked to read."""

    def __init__(self) -> None:
        self.asked: list[tuple[bytes, str]] = []

    async def read(self, content: bytes, file_name: str) -> Reading:
        self.asked.append((content, file_name))
        return Reading(resume=RESUME)


class FakeTicket:
    """Shows the given places one after the other; answers once the last was looked at."""

    def __init__(self, places: Sequence[int], answer: Assessment | ScoringError | None) -> None:
        self._places = list(places)
        self._answer = answer
        self._turn = asyncio.Event()
        self.given_up = False

    def ahead(self) -> int:
        if len(self._places) > 1:
            return self._places.pop(0)
        if self._answer is not None:
            self._turn.set()
        return self._places[0]

    async def result(self) -> Assessment:
        try:
            await self._turn.wait()
        except asyncio.CancelledError:
            self.given_up = True
            raise
        if isinstance(self._answer, Assessment):
            return self._answer
        assert self._answer is not None
        raise self._answer


class FakeScorer:
    """Gives out its one ticket, or refuses."""

    identity = IDENTITY

    def __init__(self, ticket: FakeTicket, refusal: ScoringError | None = None) -> None:
        self._ticket = ticket
        self._refusal = refusal
        self.submitted: list[Resume] = []
        self.hidden: Collection[FieldName] = ()

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
    ) -> FakeTicket:
        if self._refusal is not None:
            raise self._refusal
        self.submitted.append(resume)
        self.hidden = hidden
        return self._ticket


class FakeAnalyses:
    """A list of analyses."""

    def __init__(self) -> None:
        self.rows: list[Analysis] = []

    async def add(self, analysis: NewAnalysis) -> Analysis:
        number = len(self.rows) + 1
        now = datetime(2026, 3, number, tzinfo=UTC)
        self.rows.append(Analysis(id=number, created_at=now, **dict(analysis)))
        return self.rows[-1]

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        for row in self.rows:
            if (row.user_id, row.id) == (user_id, analysis_id):
                return row
        raise AnalysisNotFoundError(analysis_id)

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> list[Analysis]:
        own = [row for row in reversed(self.rows) if row.user_id == user_id]
        return own[offset : offset + limit]

    async def count(self, user_id: int) -> int:
        return len([row for row in self.rows if row.user_id == user_id])

    async def find_ids(self, user_id: int, wanted: HistoryFilter, order: HistoryOrder) -> list[int]:
        """The filter is the storage's business and tested there."""
        return [row.id for row in reversed(self.rows) if row.user_id == user_id]

    async def lines(self, user_id: int, ids: Sequence[int]) -> list[HistoryLine]:
        return [_line(await self.get(user_id, one)) for one in ids]

    async def find_child(
        self, user_id: int, analysis_id: int, model: ModelIdentity
    ) -> Analysis | None:
        fitting = (
            row
            for row in reversed(self.rows)
            if (row.user_id, row.parent_id) == (user_id, analysis_id)
            and row.assessment.score.model == model
        )
        return next(fitting, None)

    async def delete(self, user_id: int, analysis_id: int) -> None:
        self.rows.remove(await self.get(user_id, analysis_id))


def _line(row: Analysis) -> HistoryLine:
    return HistoryLine(
        id=row.id,
        created_at=row.created_at,
        score=row.assessment.score.score,
        position=row.resume.position,
        city=row.resume.city,
        companies=(row.resume.client_name or "",),
        file_name=row.file_name,
        vacancy_id=row.vacancy_id,
    )


class FakeTasks:
    """Tasks by id with their outcomes, and the analyses that ended them."""

    def __init__(self) -> None:
        self.analyses = FakeAnalyses()
        self.closed: dict[int, Analysis | None] = {}

    async def add(self, task: NewTask) -> Task:
        return Task(id=1, attempts=0, created_at=datetime(2026, 1, 1, tzinfo=UTC), **dict(task))

    async def unfinished(self) -> list[Task]:
        return []

    async def start(self, task_id: int) -> None:
        """Attempts don't matter to the use cases."""

    async def put_back(self, task_ids: Sequence[int]) -> None:
        """Nor does this."""

    async def is_followed(self, task: Task) -> bool:
        return False

    async def newest_origins(self, limit: int) -> list[tuple[int, str]]:
        return []

    async def find_unfinished(self, task_id: int) -> Task | None:
        return None

    async def cancel(self, task_id: int) -> bool:
        return task_id not in self.closed

    async def analysis_of(self, task_id: int) -> int | None:
        stored = self.closed.get(task_id)
        return stored.id if stored else None

    async def finish(
        self,
        task_id: int,
        outcome: Literal["done", "failed", "cancelled"],
        *,
        error: str | None = None,
    ) -> None:
        self.closed.setdefault(task_id, None)

    async def finish_with_analysis(
        self,
        task_id: int,
        analysis: NewAnalysis,
        *,
        owed: Mapping[str, JsonValue] | None = None,
    ) -> Analysis:
        if task_id not in self.closed:
            self.closed[task_id] = await self.analyses.add(analysis)
        stored = self.closed[task_id]
        if stored is None:
            raise TaskClosedError(task_id)
        return stored
