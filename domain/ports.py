"""What the use cases need from the outside, as protocols. Concrete classes meet in the wiring."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal, Protocol

from pydantic import JsonValue

from domain.analysis import Analysis, NewAnalysis
from domain.fields import FieldName
from domain.resume import Reading, Resume
from domain.score import Assessment, Detail, ModelIdentity
from domain.work import NewTask, StoredUpdate, Task


class ResumeReader(Protocol):
    """Reads a file in a separate process that can be killed."""

    async def read(self, content: bytes, file_name: str) -> Reading:
        """Raises a ResumeFileError subclass for anything that can't be read."""
        ...


class AnswerReader(Protocol):
    """Reads one typed answer into the value of one field."""

    def read_answer(self, field: FieldName, text: str) -> Any:
        """The value for `Resume.with_field`; raises InvalidAnswerError."""
        ...


class ScoringTicket(Protocol):
    """A place in the scoring queue."""

    def ahead(self) -> int:
        """How many resumes will be scored before this one."""
        ...

    async def result(self) -> Assessment:
        """Waits for the answer; raises ScoringError."""
        ...


class Scorer(Protocol):
    """One model with one worker behind a bounded queue."""

    @property
    def identity(self) -> ModelIdentity: ...

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
    ) -> ScoringTicket:
        """`hidden` fields are kept from the model; `detail` asks the explanation for more.

        Raises QueueFullError or NothingToScoreError; never blocks the event loop.
        """
        ...


class AnalysisRepository(Protocol):
    """The history. A person only ever reaches their own rows."""

    async def add(self, analysis: NewAnalysis) -> Analysis: ...

    async def get(self, user_id: int, analysis_id: int) -> Analysis:
        """Raises AnalysisNotFoundError, also for another person's row."""
        ...

    async def list_newest(self, user_id: int, *, limit: int, offset: int) -> Sequence[Analysis]: ...

    async def count(self, user_id: int) -> int: ...

    async def delete(self, user_id: int, analysis_id: int) -> None: ...


class UpdateInbox(Protocol):
    """Updates on disk before Telegram is told that they were received."""

    async def accept(self, bot_id: int, updates: Sequence[Mapping[str, JsonValue]]) -> int:
        """Stores all in one transaction, ignores those stored before; returns how many are new."""
        ...

    async def pending(self, *, limit: int) -> Sequence[StoredUpdate]:
        """The unfinished ones, oldest first."""
        ...

    async def start(self, key: int) -> None:
        """Counts an attempt, before the handler runs."""
        ...

    async def finish(self, key: int, outcome: Literal["done", "failed"]) -> None: ...


class TaskStore(Protocol):
    """Accepted work that survives a restart."""

    async def add(self, task: NewTask) -> Task: ...

    async def unfinished(self) -> Sequence[Task]:
        """Oldest first; called at start."""
        ...

    async def start(self, task_id: int) -> None:
        """Counts an attempt."""
        ...

    async def finish(self, task_id: int, outcome: Literal["done", "failed", "cancelled"]) -> None:
        """Idempotent; forgets the payload (it may hold a resume)."""
        ...

    async def finish_with_analysis(self, task_id: int, analysis: NewAnalysis) -> Analysis:
        """Adds the history row and finishes the task in one transaction: never two rows a task."""
        ...


class StateRepository(Protocol):
    """Dialog state and data by an opaque key."""

    async def get_state(self, key: str) -> str | None: ...

    async def set_state(self, key: str, state: str | None) -> None: ...

    async def get_data(self, key: str) -> dict[str, JsonValue]: ...

    async def set_data(self, key: str, data: Mapping[str, JsonValue]) -> None: ...
