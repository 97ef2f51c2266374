"""Where the task of a batch is worked on, with a bot whose messages are kept."""

import asyncio
from dataclasses import dataclass, field

from bot.i18n import Language, Locales
from bot.tasks.batch import BatchParts, BatchWork
from bot.tasks.batch_accepting import batch_origin, batch_task
from bot.tasks.batch_voice import BatchVoice
from domain.batch import Batch, SourceKind
from domain.work import Task
from tests.bot.chat import KeptBot
from tests.unit.usecases.batches.parts import USER, Containers, Workshop
from usecases.batches.open import OpenBatch
from usecases.batches.read import ReadBatch
from usecases.batches.result import OpenBatchResult
from usecases.batches.score import ScoreBatch


@dataclass
class Single:
    """Stands where the work on one file does."""

    seen: list[Task] = field(default_factory=list)

    async def run(self, task: Task) -> None:
        self.seen.append(task)


@dataclass
class Voice:
    """What somebody else would have told."""

    told: list[str] = field(default_factory=list)

    async def failed(self, task: Task, error: Exception) -> None:
        self.told.append("failed")

    async def set_aside(self, task: Task) -> None:
        self.told.append("set aside")

    async def cancelled(self, task: Task) -> None:
        self.told.append("cancelled")


class Office:
    """A workshop with a bot; each `works` is one life of the task."""

    def __init__(self, shop: Workshop, locales: Locales) -> None:
        self.shop = shop
        self.bot = KeptBot()
        self.single = Single()
        self.voice = Voice()
        self.model: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.model.set_result(None)
        self.open_result = OpenBatchResult(
            shop.database.batches, shop.database.vacancies, shop.database.people
        )
        self._locales = locales
        self._task: Task | None = None

    async def sends(self, *names: str, kind: SourceKind = "document") -> Batch:
        for name in names:
            batch = await self.shop.sends(name, name.encode(), kind)
        return batch

    async def task(self, batch: Batch, language: Language = "ru") -> Task:
        """Stored once, with its status message."""
        if self._task is None:
            status = await self.bot.send_message(USER, "…")
            spoken = batch.model_copy(update={"locale": language})
            new = batch_task(spoken, batch_origin(batch.id), status.message_id)
            self._task = await self.shop.database.tasks.add(new)
        return self._task

    async def works(self, batch: Batch, language: Language = "ru") -> str:
        """Until the task is done; gives the text of its status message."""
        task = await self.task(batch, language)
        await self.work().run(task)
        assert await self.shop.database.tasks.unfinished() == []
        return self.status(task)

    def status(self, task: Task) -> str:
        return self.bot.shown[task.status_message_id or 0].text or ""

    async def says(self, task: Task, words: str) -> None:
        """Waits for these words in the status message."""
        while words not in self.status(task):  # noqa: ASYNC110 - a message has no event to wait for
            await asyncio.sleep(0.02)

    def rings(self) -> list[str]:
        return [one.text or "" for one in list(self.bot.shown.values())[1:]]

    def work(self) -> BatchWork:
        shop = self.shop
        batches = shop.database.batches
        parts = BatchParts(
            bot=self.bot,
            locales=self._locales,
            tasks=shop.database.tasks,
            batches=batches,
            people=shop.database.people,
            files=shop.files,
            containers=Containers(),
            single=self.single,
            open_batch=OpenBatch(batches),
            read_batch=ReadBatch(batches, shop.reader, asyncio.Semaphore(1)),
            score_batch=ScoreBatch(
                batches, shop.database.vacancies, shop.model, asyncio.Semaphore(8)
            ),
            open_result=self.open_result,
            model=self.model,  # type: ignore[arg-type]
        )
        return BatchWork(parts, quiet_seconds=0.02)

    def batch_voice(self) -> BatchVoice:
        batches = self.shop.database.batches
        return BatchVoice(self.voice, self.bot, self._locales, batches, self.open_result)
