"""The task of a batch: its one message from the first file to the table, through restarts."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from bot.i18n import LANGUAGES, Language, Locales
from bot.tasks.batch import BatchParts, BatchWork
from bot.tasks.batch_accepting import batch_origin, batch_task
from bot.tasks.batch_voice import BatchVoice
from domain.batch import Batch, SourceKind
from domain.work import Task
from tests.bot.chat import KeptBot
from tests.unit.parsers.archives.zips import zipped
from tests.unit.usecases.batches.parts import USER, Containers, Workshop, workshop
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
        await self._work().run(task)
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

    def _work(self) -> BatchWork:
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


@pytest.fixture
async def office(tmp_path: Path, locales: Locales) -> AsyncIterator[Office]:
    async with workshop(tmp_path) as shop:
        yield Office(shop, locales)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_status_becomes_the_table_and_a_ring_says_so(
    office: Office, language: Language
) -> None:
    batch = await office.sends("a", "b", "bad")
    table = await office.works(batch, language)
    assert ("Рейтинг: 2 резюме" if language == "ru" else "Ranking: 2 resumes") in table
    assert len(office.rings()) == 1
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "done"


async def test_one_file_goes_the_way_of_a_single_one(office: Office) -> None:
    batch = await office.sends("a")
    task = await office.task(batch)
    await office._work().run(task)
    (single,) = office.single.seen
    assert (single.id, single.status_message_id) == (task.id, task.status_message_id)
    assert (single.payload["file_id"], single.payload["origin"]) == ("a", "message:1")
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "done"


async def test_one_archive_is_a_batch(office: Office) -> None:
    batch = await office.shop.sends("a.zip", zipped({"1": b"one", "2": b"two"}), "container")
    assert "Рейтинг: 2 резюме" in await office.works(batch)
    assert not office.single.seen


async def test_an_archive_that_is_none_says_why(office: Office) -> None:
    batch = await office.shop.sends("a.zip", zipped({"1": b"one"})[:-3], "container")
    assert "Файл повреждён" in await office.works(batch)
    assert not office.rings()


async def test_photos_are_asked_about(office: Office) -> None:
    batch = await office.sends("a", "b", kind="photo")
    assert "2 фото" in await office.works(batch)
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "asking"


async def test_too_many_are_refused_with_the_limit(office: Office) -> None:
    for name in ("a.zip", "b.zip"):
        files = {f"{name} {number}": b"x" for number in range(101)}
        batch = await office.shop.sends(name, zipped(files), "container")
    assert "не больше 200 файлов" in await office.works(batch)
    assert not office.shop.reader.read_names
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "failed"


async def test_a_candidate_gets_a_few_files_scored_and_no_more(office: Office) -> None:
    await office.shop.database.people.meet(USER)
    await office.shop.database.people.set_role(USER, "candidate")
    batch = await office.sends(*(f"file {number}" for number in range(11)))
    said = await office.works(batch)
    assert "Здесь 11 файлов" in said
    assert "не больше 10 файлов" in said
    assert await office.shop.database.analyses.count(USER) == 0


async def test_a_batch_that_has_ended_is_shown_again_after_a_death(office: Office) -> None:
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    await office.shop.works(batch)
    await office.shop.database.batches.finish(batch.id, "done")
    for _ in range(2):
        await office._work().run(task)
    assert "Рейтинг: 2 резюме" in office.status(task)
    assert len([one for one in office.bot.shown.values() if "Рейтинг:" in (one.text or "")]) == 1


async def test_scores_wait_for_the_model(office: Office) -> None:
    office.model = asyncio.get_running_loop().create_future()
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    run = asyncio.create_task(office._work().run(task))
    await office.says(task, "Модель ещё загружается")
    assert "Прочитано: 2 из 2" in office.status(task)
    office.model.set_result(None)
    await run
    assert "Рейтинг: 2 резюме" in office.status(task)


async def stopped_while_reading(office: Office) -> tuple[Task, "asyncio.Task[None]"]:
    office.model = asyncio.get_running_loop().create_future()
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    run = asyncio.create_task(office._work().run(task))
    await office.says(task, "Прочитано: 2")
    return task, run


async def test_a_stop_shows_what_is_ready_without_a_ring(office: Office) -> None:
    task, run = await stopped_while_reading(office)
    await office.shop.database.batches.finish(1, "cancelled")
    await run
    assert "Остановлено. Успел оценить: 0 резюме" in office.status(task)
    assert "Не дошла очередь: 2 файла" in office.status(task)
    assert not office.rings()


async def test_a_cancelled_run_leaves_the_batch_to_the_next_start(office: Office) -> None:
    task, run = await stopped_while_reading(office)
    run.cancel()
    await asyncio.gather(run, return_exceptions=True)
    assert (await office.shop.database.batches.get(USER, 1)).state == "working"
    office.model.set_result(None)
    await office._work().run(task)
    assert "Рейтинг: 2 резюме" in office.status(task)


async def test_cancelling_by_command_ends_the_batch(office: Office) -> None:
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    await office.batch_voice().cancelled(task)
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "cancelled"
    assert office.voice.told == ["cancelled"]


@pytest.mark.parametrize("how", ["failed", "set_aside"])
async def test_what_ends_badly_is_told_by_others_and_ends_the_batch(
    office: Office, how: str
) -> None:
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    voice = office.batch_voice()
    await (voice.failed(task, ValueError()) if how == "failed" else voice.set_aside(task))
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "failed"
    assert len(office.voice.told) == 1


async def test_whoever_blocked_the_bot_collects_no_more(office: Office) -> None:
    batch = await office.sends("a", "b", kind="photo")
    task = await office.task(batch)
    blocked = TelegramForbiddenError(SendMessage(chat_id=USER, text=""), "Forbidden: blocked")
    office.bot.fails_with = blocked
    with pytest.raises(TelegramForbiddenError):
        await office._work().run(task)
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "failed"
    assert not await office.shop.database.batches.is_collecting(USER)
