"""The task of a batch: its one message from the first file to the table, through restarts."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from bot.i18n import LANGUAGES, Language, Locales
from domain.work import Task
from tests.bot.batch.office import Office
from tests.unit.parsers.archives.zips import zipped
from tests.unit.usecases.batches.parts import USER, workshop


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
    await office.work().run(task)
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
        await office.work().run(task)
    assert "Рейтинг: 2 резюме" in office.status(task)
    assert len([one for one in office.bot.shown.values() if "Рейтинг:" in (one.text or "")]) == 1


async def test_scores_wait_for_the_model(office: Office) -> None:
    office.model = asyncio.get_running_loop().create_future()
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    run = asyncio.create_task(office.work().run(task))
    await office.says(task, "Модель ещё загружается")
    assert "Прочитано: 2 из 2" in office.status(task)
    office.model.set_result(None)
    await run
    assert "Рейтинг: 2 резюме" in office.status(task)


async def stopped_while_reading(office: Office) -> tuple[Task, "asyncio.Task[None]"]:
    office.model = asyncio.get_running_loop().create_future()
    batch = await office.sends("a", "b")
    task = await office.task(batch)
    run = asyncio.create_task(office.work().run(task))
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
    await office.work().run(task)
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
        await office.work().run(task)
    assert (await office.shop.database.batches.get(USER, batch.id)).state == "failed"
    assert not await office.shop.database.batches.is_collecting(USER)
