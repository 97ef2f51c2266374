"""A batch over the real storage, with files, a reader and a model that a test sets up."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from domain.batch import Batch, BatchItem, ItemSource, SourceKind
from domain.container import Contents, PackedPart
from domain.errors import FileUnavailableError, NotAResumeError, ResumeFileError, ScoringFailedError
from domain.fields import FieldName
from domain.resume import Reading, Resume
from domain.score import Assessment, Detail, Explanation, Score
from parsers.archives import list_parts, unpack
from storage.database import Database, open_database
from tests.unit.usecases.fakes import IDENTITY
from usecases.batches.collect import CollectBatch
from usecases.batches.files import BatchFiles
from usecases.batches.open import OpenBatch
from usecases.batches.progress import BatchProgress
from usecases.batches.read import ReadBatch
from usecases.batches.result import BatchResult, OpenBatchResult
from usecases.batches.score import ScoreBatch

USER = 7


class Died(BaseException):
    """The process is killed at this moment."""


class Files:
    """Implements FileStore: the id is the file's own key; counts what was fetched."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.fetched: list[str] = []

    async def fetch(self, file_id: str) -> bytes:
        self.fetched.append(file_id)
        if file_id not in self.contents:
            raise FileUnavailableError
        return self.contents[file_id]


class Containers:
    """Implements ContainerReader without a second process."""

    async def list_parts(self, content: bytes, file_name: str) -> Contents:
        return list_parts(content, file_name)

    async def unpack(self, content: bytes, part: PackedPart) -> bytes:
        return unpack(content, part)


@dataclass
class Reader:
    """A file's text is its position; "bad" ones are refused, and one may kill the process."""

    deadly: str | None = None
    read_names: list[str] = field(default_factory=list)

    async def read(self, content: bytes, file_name: str) -> Reading:
        text = content.decode()
        self.read_names.append(file_name)
        if text == self.deadly:
            raise Died
        if text.startswith("bad"):
            raise NotAResumeError
        return Reading(resume=Resume(position=text))


@dataclass
class Ticket:
    scorer: "Model"
    resume: Resume

    def ahead(self) -> int:
        return 0

    async def result(self) -> Assessment:
        self.scorer.in_flight += 1
        self.scorer.most_in_flight = max(self.scorer.most_in_flight, self.scorer.in_flight)
        try:
            await asyncio.sleep(0.01)
        finally:
            self.scorer.in_flight -= 1
        position = self.resume.position or ""
        if position == self.scorer.deadly:
            raise Died
        if position == self.scorer.broken:
            raise ScoringFailedError
        probability = int.from_bytes(hashlib.sha256(position.encode()).digest()[:2]) / 65_536
        return Assessment(
            score=Score(
                score=100 * probability, probability=probability, percentile=1, model=IDENTITY
            ),
            explanation=Explanation(contributions={}, seen={}, hidden=tuple(self.scorer.hidden)),
        )


@dataclass
class Model:
    """Implements Scorer."""

    deadly: str | None = None
    broken: str | None = None
    submitted: list[Resume] = field(default_factory=list)
    hidden: Collection[FieldName] = ()
    in_flight: int = 0
    most_in_flight: int = 0
    identity = IDENTITY

    def submit(
        self,
        resume: Resume,
        *,
        hidden: Collection[FieldName] = (),
        detail: Collection[Detail] = (),
    ) -> Ticket:
        self.submitted.append(resume)
        self.hidden = hidden
        return Ticket(self, resume)


@dataclass
class Workshop:
    """One life of the process after another, over the same database and files."""

    database: Database
    files: Files = field(default_factory=Files)
    reader: Reader = field(default_factory=Reader)
    model: Model = field(default_factory=Model)
    seen: list[BatchProgress] = field(default_factory=list)
    at_once: int = 8
    _messages: int = 0

    async def sends(self, name: str, content: bytes, kind: SourceKind = "document") -> Batch:
        self._messages += 1
        self.files.contents[name] = content
        person = await self.database.people.meet(USER)
        return await CollectBatch(self.database.batches)(
            person, "ru", self._messages, ItemSource(file_id=name, kind=kind), name
        )

    async def works(self, batch: Batch) -> BatchResult:
        batches = self.database.batches
        await batches.move(batch.id, "collecting", "working")
        files = BatchFiles(self.files, Containers())
        await OpenBatch(batches)(batch, files)
        await ReadBatch(batches, self.reader, asyncio.Semaphore(1))(batch, files, self.seen.append)
        turns = asyncio.Semaphore(self.at_once)
        score = ScoreBatch(batches, self.database.vacancies, self.model, turns)
        await score(batch, self.seen.append)
        return await self.result(batch)

    async def dies(self, batch: Batch) -> None:
        """Works until the process is killed."""
        try:
            await self.works(batch)
        except Died:
            return
        raise AssertionError("it lives")

    async def result(self, batch: Batch) -> BatchResult:
        database = self.database
        open_result = OpenBatchResult(database.batches, database.vacancies, database.people)
        return await open_result(USER, batch.id)

    async def items(self, batch: Batch) -> list[BatchItem]:
        return list(await self.database.batches.items(batch.id))


@asynccontextmanager
async def workshop(folder: Path) -> AsyncIterator[Workshop]:
    database = await open_database(f"sqlite+aiosqlite:///{folder}/bot.db")
    yield Workshop(database)
    await database.close()


def names(result: BatchResult) -> set[str | None]:
    return {candidate.item.file_name for candidate in result.candidates}


def failures(result: BatchResult) -> dict[str | None, str]:
    return {
        one.item.file_name: one.item.failure.code for one in result.failures if one.item.failure
    }


__all__ = ["ResumeFileError", "Workshop", "failures", "names", "workshop"]
