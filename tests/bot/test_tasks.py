"""Stored tasks: accepted once, resumed, set aside, cancelled."""

import pytest
from aiogram.exceptions import TelegramForbiddenError
from aiogram.methods import SendMessage

from domain.errors import (
    AnalysisNotFoundError,
    DamagedFileError,
    DatabaseBusyError,
    QueueFullError,
)
from domain.work import Task
from storage.database import Database
from tests.bot.stored_tasks import (
    AWAY,
    KeptVoice,
    Work,
    accepted,
    for_ever,
    new_task,
    nothing,
    runner_of,
    until,
)


async def test_the_same_origin_is_accepted_once(database: Database) -> None:
    work = Work(database, nothing)
    runner = runner_of(database, work, KeptVoice())
    first = await accepted(runner, new_task("card:1"))
    again = await accepted(runner, new_task("card:1"))
    other = await accepted(runner, new_task("card:2"))
    await runner.stop(60)
    assert first.id == again.id != other.id
    assert work.runs == [first.id, other.id]
    assert not await database.tasks.unfinished()


async def test_what_is_over_is_not_accepted_again_after_a_crash(database: Database) -> None:
    """The task was quicker than the update that asked for it, which is handled again."""
    work = Work(database, nothing)
    runner = runner_of(database, work, KeptVoice())
    await accepted(runner, new_task("card:1"))
    await runner.stop(60)
    runner = runner_of(database, work, KeptVoice())
    await runner.resume()
    assert runner.has_accepted(1, "card:1")
    assert await runner.accept(new_task("card:1")) is None
    await runner.stop(60)
    assert len(work.runs) == 1


async def test_a_stop_keeps_the_task_and_a_start_resumes_it(database: Database) -> None:
    endless = Work(database, for_ever)
    runner = runner_of(database, endless, KeptVoice())
    task = await accepted(runner, new_task())
    await until(lambda: endless.begun == 1)
    await runner.stop(0.01)
    (left,) = await database.tasks.unfinished()
    assert (left.id, left.attempts) == (task.id, 0), "a stop is no crash"
    work = Work(database, nothing)
    runner = runner_of(database, work, KeptVoice())
    await runner.resume()
    await runner.stop(60)
    assert work.runs == [task.id]
    assert not await database.tasks.unfinished()


async def test_a_resumed_task_finds_all_that_were_accepted_before(database: Database) -> None:
    first = await database.tasks.add(new_task("card:1"))
    second = await database.tasks.add(new_task("card:2"))
    found: list[int] = []

    class AsksForTheSecond:
        async def run(self, _: Task) -> None:
            found.append((await accepted(runner, new_task("card:2"))).id)

    runner = runner_of(database, AsksForTheSecond(), KeptVoice())
    await runner.resume()
    await runner.stop(60)
    assert found == [second.id, second.id]
    assert first.id != second.id


async def test_what_was_deleted_meanwhile_is_told_and_not_tried_again(database: Database) -> None:
    async def miss_it(_: Task) -> None:
        raise AnalysisNotFoundError(5)

    voice = KeptVoice()
    runner = runner_of(database, Work(database, miss_it), voice)
    task = await accepted(runner, new_task())
    await runner.stop(60)
    assert voice.said == [("failed", task.id)]
    assert not await database.tasks.unfinished()


async def test_what_crashed_twice_is_set_aside_and_told(database: Database) -> None:
    task = await database.tasks.add(new_task())
    await database.tasks.start(task.id)
    await database.tasks.start(task.id)
    work, voice = Work(database, nothing), KeptVoice()
    runner = runner_of(database, work, voice)
    await runner.resume()
    await runner.stop(60)
    assert voice.said == [("set_aside", task.id)]
    assert not work.runs
    assert not await database.tasks.unfinished()


@pytest.mark.parametrize("error", [DamagedFileError(), ValueError("a bug")])
async def test_a_failure_closes_the_task_and_is_told(database: Database, error: Exception) -> None:
    async def fail(task: Task) -> None:
        raise error

    voice = KeptVoice()
    runner = runner_of(database, Work(database, fail), voice)
    await accepted(runner, new_task())
    await runner.stop(60)
    assert voice.errors == [error]
    assert not await database.tasks.unfinished()


@pytest.mark.parametrize("fault", [AWAY, DatabaseBusyError("bot.db")])
async def test_while_telegram_or_the_disk_is_away_the_task_is_tried_again(
    database: Database, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tasks.working_off._FIRST_PAUSE_SECONDS", 0.01)
    tries: list[int] = []

    async def fail_three_times(task: Task) -> None:
        tries.append(task.attempts)
        if len(tries) <= 3:
            raise fault

    voice = KeptVoice()
    runner = runner_of(database, Work(database, fail_three_times), voice)
    await accepted(runner, new_task())
    await until(lambda: len(tries) == 4)
    await runner.stop(60)
    assert tries == [0, 0, 0, 0], "no try has killed the process"
    assert not voice.said
    assert not await database.tasks.unfinished()


async def test_a_stop_while_telegram_is_away_keeps_the_task(database: Database) -> None:
    async def fail(task: Task) -> None:
        raise AWAY

    work = Work(database, fail)
    runner = runner_of(database, work, KeptVoice())
    task = await accepted(runner, new_task())
    await until(lambda: work.begun == 1)
    await runner.stop(0.01)
    (left,) = await database.tasks.unfinished()
    assert (left.id, left.attempts) == (task.id, 0)


async def test_a_failure_that_can_not_be_told_yet_is_told_later(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tasks.working_off._FIRST_PAUSE_SECONDS", 0.01)

    class DeafAtFirst(KeptVoice):
        async def failed(self, task: Task, error: Exception) -> None:
            await super().failed(task, error)
            if len(self.said) == 1:
                raise AWAY

    async def fail(task: Task) -> None:
        raise DamagedFileError

    voice = DeafAtFirst()
    runner = runner_of(database, Work(database, fail), voice)
    task = await accepted(runner, new_task())
    await until(lambda: len(voice.said) == 2)
    await runner.stop(60)
    assert voice.said == [("failed", task.id)] * 2
    assert not await database.tasks.unfinished()


async def test_a_person_who_blocked_the_bot_ends_the_task(database: Database) -> None:
    async def fail(task: Task) -> None:
        raise TelegramForbiddenError(SendMessage(chat_id=1, text="x"), "blocked")

    voice = KeptVoice()
    runner = runner_of(database, Work(database, fail), voice)
    await accepted(runner, new_task())
    await runner.stop(60)
    assert not voice.said
    assert not await database.tasks.unfinished()


async def test_a_person_cancels_their_own_tasks_only(database: Database) -> None:
    voice, endless = KeptVoice(), Work(database, for_ever)
    runner = runner_of(database, endless, voice)
    mine = await accepted(runner, new_task())
    other = await accepted(runner, new_task().model_copy(update={"chat_id": 2, "user_id": 2}))
    await until(lambda: endless.begun == 2)
    assert await runner.cancel_all_of(1) == 1
    assert voice.said == [("cancelled", mine.id)]
    assert [task.id for task in await database.tasks.unfinished()] == [other.id]
    await runner.stop(0)


async def test_work_on_a_file_that_was_taken_back_ends_and_is_told(database: Database) -> None:
    voice, endless = KeptVoice(), Work(database, for_ever)
    runner = runner_of(database, endless, voice)
    theirs = await accepted(runner, new_task())
    await until(lambda: endless.begun == 1)
    assert await runner.cancel_these([theirs.id, 999]) == 1
    assert voice.said == [("cancelled", theirs.id)]
    assert not await database.tasks.unfinished()


async def test_too_much_work_is_refused(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tasks.runner.MAX_WAITING", 1)
    runner = runner_of(database, Work(database, for_ever), KeptVoice())
    runner.check_room(1)
    await accepted(runner, new_task())
    with pytest.raises(QueueFullError):
        runner.check_room(1)
    await runner.stop(0)


async def test_nobody_takes_all_the_places_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tasks.runner.MAX_WAITING_OF_ONE", 1)
    runner = runner_of(database, Work(database, for_ever), KeptVoice())
    await accepted(runner, new_task())
    with pytest.raises(QueueFullError):
        runner.check_room(1)
    runner.check_room(2)
    await runner.stop(0.01)
