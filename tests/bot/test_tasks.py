"""Stored tasks: accepted once, resumed, set aside, cancelled, answered."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError
from aiogram.methods import SendMessage

from bot.admin_news import AdminNews
from bot.answering import AnswerSender
from bot.dialogs.draft import Draft
from bot.i18n import Locales
from bot.tasks.answer import AnswerWork
from bot.tasks.payloads import DraftToScore
from bot.tasks.runner import TaskRunner
from bot.tasks.score import ScoreWork
from bot.tasks.voice import StatusVoice
from domain.analysis import NewAnalysis
from domain.errors import (
    AnalysisNotFoundError,
    DamagedFileError,
    DatabaseBusyError,
    QueueFullError,
    ScoringFailedError,
)
from domain.resume import Resume
from domain.score import Assessment, ModelIdentity
from domain.work import NewTask, Task
from storage.database import Database, open_database
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import RESUME, assessment
from usecases.open_answer import OpenAnswer
from usecases.score_resume import ScoreResume

DRAFT = Draft(resume=RESUME, source="file", file_sha256="f" * 64)
AWAY = TelegramNetworkError(SendMessage(chat_id=1, text="x"), "no network")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await open_database(f"sqlite+aiosqlite:///{tmp_path}/bot.db")
    yield database
    await database.close()


def new_task(origin: str = "card:1", status_message_id: int | None = 500) -> NewTask:
    return NewTask(
        kind="score",
        chat_id=1,
        user_id=1,
        locale="ru",
        status_message_id=status_message_id,
        payload=DraftToScore(origin=origin, draft=DRAFT).model_dump(mode="json"),
    )


class KeptVoice:
    def __init__(self) -> None:
        self.said: list[tuple[str, int]] = []
        self.errors: list[Exception] = []

    async def failed(self, task: Task, error: Exception) -> None:
        self.said.append(("failed", task.id))
        self.errors.append(error)

    async def set_aside(self, task: Task) -> None:
        self.said.append(("set_aside", task.id))

    async def cancelled(self, task: Task) -> None:
        self.said.append(("cancelled", task.id))


class Work:
    """Does what the test says, then finishes the task."""

    def __init__(self, database: Database, do: Callable[[Task], Awaitable[None]]) -> None:
        self._database = database
        self._do = do
        self.runs: list[int] = []
        self.begun = 0

    async def run(self, task: Task) -> None:
        self.runs.append(task.id)
        await self._database.tasks.start(task.id)
        self.begun += 1
        await self._do(task)
        await self._database.tasks.finish(task.id, "done")


def runner_of(database: Database, work: object, voice: object) -> TaskRunner:
    return TaskRunner(
        database.tasks,
        voice,  # type: ignore[arg-type]
        {"read_file": work, "score": work},  # type: ignore[dict-item]
        {"read_file": 1, "score": 2},
    )


async def accepted(runner: TaskRunner, new: NewTask) -> Task:
    task = await runner.accept(new)
    assert task is not None
    return task


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110  (what is waited for is a message or a row)
            await asyncio.sleep(0.01)


async def nothing(task: Task) -> None: ...


async def for_ever(task: Task) -> None:
    await asyncio.Event().wait()


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


class FixedScorer:
    """A model that always says the same, or fails."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    @property
    def identity(self) -> ModelIdentity:
        return assessment().score.model

    def submit(self, resume: Resume, **asked: object) -> "FixedScorer":
        return self

    def ahead(self) -> int:
        return 0

    async def result(self) -> Assessment:
        if self.error:
            raise self.error
        return assessment()


class QueuedScorer(FixedScorer):
    """Two resumes are ahead at first; the gate lets the answer come."""

    def __init__(self) -> None:
        super().__init__()
        self.places = [2]
        self.gate = asyncio.Event()

    def ahead(self) -> int:
        return self.places[0]

    async def result(self) -> Assessment:
        await self.gate.wait()
        return assessment()


async def scoring_runner(
    desk: Desk, database: Database, locales: Locales, scorer: FixedScorer | None
) -> tuple[TaskRunner, asyncio.Future[ScoreResume]]:
    future: asyncio.Future[ScoreResume] = asyncio.get_running_loop().create_future()
    if scorer:
        future.set_result(ScoreResume(scorer, database.tasks))
    open_answer = OpenAnswer(database.analyses, database.verdicts, database.contests)
    send_answer = AnswerSender(desk.bot, locales, open_answer, database.people)
    answer = AnswerWork(desk.bot, database.tasks, locales, send_answer)
    work = ScoreWork(desk.bot, database.tasks, future, locales, answer)
    news = AdminNews(desk.bot, locales, desk.parts.settings, database.people)
    voice = StatusVoice(desk.bot, desk.door, locales, news)
    runner = TaskRunner(
        database.tasks, voice, {"score": work, "answer": answer}, {"score": 2, "answer": 2}
    )
    return runner, future


async def status(desk: Desk) -> int:
    return (await desk.bot.send_message(1, "status")).message_id


def answers(desk: Desk) -> list[str]:
    texts = [message.text or message.caption or "" for message in desk.bot.shown.values()]
    return [text for text in texts if "72 из 100" in text]


async def test_a_score_takes_the_place_of_its_card_and_is_one_row(
    desk: Desk, database: Database, locales: Locales
) -> None:
    runner, _ = await scoring_runner(desk, database, locales, FixedScorer())
    message_id = await status(desk)
    await accepted(runner, new_task(status_message_id=message_id))
    await runner.stop(60)
    assert list(desk.bot.shown) == [message_id]
    answer = desk.bot.shown[message_id]
    assert answer.photo
    assert "72 из 100" in (answer.caption or "")
    assert "Исправить" in labels(answer)[0]
    assert await database.analyses.count(1) == 1
    assert not await database.tasks.unfinished()


async def test_the_answer_is_a_new_message_where_the_card_is_gone(
    desk: Desk, database: Database, locales: Locales
) -> None:
    runner, _ = await scoring_runner(desk, database, locales, FixedScorer())
    await accepted(runner, new_task(status_message_id=999))
    await runner.stop(60)
    assert len(answers(desk)) == 1
    assert not await database.tasks.unfinished()


async def test_a_score_waits_for_the_model(
    desk: Desk, database: Database, locales: Locales
) -> None:
    runner, model = await scoring_runner(desk, database, locales, None)
    task = await accepted(runner, new_task(status_message_id=await status(desk)))
    await until(lambda: "загружается" in (desk.bot.shown[1001].text or ""))
    model.set_result(ScoreResume(FixedScorer(), database.tasks))
    await runner.stop(60)
    assert len(answers(desk)) == 1
    del task


async def test_the_place_in_the_queue_is_told(
    desk: Desk, database: Database, locales: Locales
) -> None:
    scorer = QueuedScorer()
    runner, _ = await scoring_runner(desk, database, locales, scorer)
    await accepted(runner, new_task(status_message_id=await status(desk)))
    await until(lambda: "перед вами 2 резюме" in (desk.bot.shown[1001].text or ""))
    (task,) = await database.tasks.unfinished()
    assert task.attempts == 0
    scorer.places = [0]
    await until(lambda: "Считаю оценку" in (desk.bot.shown[1001].text or ""))
    scorer.gate.set()
    await runner.stop(60)
    assert len(answers(desk)) == 1


async def test_a_failed_score_opens_the_card_again(
    desk: Desk, database: Database, locales: Locales
) -> None:
    runner, _ = await scoring_runner(desk, database, locales, FixedScorer(ScoringFailedError()))
    await accepted(runner, new_task(status_message_id=await status(desk)))
    await runner.stop(60)
    assert "не справилась" in (desk.bot.shown[1001].text or "")
    assert "Оценить" in labels(desk.bot.last)[0]
    assert await database.analyses.count(1) == 0
    assert not await database.tasks.unfinished()


async def owed_answer(database: Database, message_id: int, kills: int = 0) -> Task:
    """As a process leaves it that died after the score had entered the history."""
    task = await database.tasks.add(new_task(status_message_id=message_id))
    scored = NewAnalysis.of(DRAFT.submission(()), task.user_id, assessment())
    await database.tasks.finish_with_analysis(task.id, scored, owed={"origin": "card:1"})
    for _ in range(kills):
        await database.tasks.start(task.id)
    return task


async def test_a_death_between_the_row_and_the_answer_loses_no_answer(
    desk: Desk, database: Database, locales: Locales
) -> None:
    await owed_answer(database, await status(desk))
    for _ in range(2):
        runner, _ = await scoring_runner(desk, database, locales, None)
        await runner.resume()
        await runner.stop(60)
    assert len(answers(desk)) == 1
    assert await database.analyses.count(1) == 1
    assert not await database.tasks.unfinished()


async def test_an_answer_that_was_given_before_the_death_is_not_given_twice(
    desk: Desk, database: Database, locales: Locales
) -> None:
    message_id = await status(desk)
    for origin in ("card:1", "card:2"):
        runner, _ = await scoring_runner(desk, database, locales, FixedScorer())
        await accepted(runner, new_task(origin, message_id))
        await runner.stop(60)
    assert list(desk.bot.shown) == [message_id]


async def test_what_dies_of_the_picture_is_answered_without_it(
    desk: Desk, database: Database, locales: Locales
) -> None:
    message_id = await status(desk)
    await owed_answer(database, message_id, kills=2)
    runner, _ = await scoring_runner(desk, database, locales, None)
    await runner.resume()
    await runner.stop(60)
    assert not desk.bot.shown[message_id].photo
    assert len(answers(desk)) == 1


async def test_who_deleted_the_score_meanwhile_is_owed_nothing(
    desk: Desk, database: Database, locales: Locales
) -> None:
    await owed_answer(database, await status(desk))
    (row,) = await database.analyses.list_newest(1, limit=5, offset=0)
    await database.analyses.delete(1, row.id)
    runner, _ = await scoring_runner(desk, database, locales, None)
    await runner.resume()
    await runner.stop(60)
    assert not answers(desk)
    assert not await database.tasks.unfinished()


async def test_a_long_wait_ends_with_a_sound(
    desk: Desk, database: Database, locales: Locales, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tasks.answer.RINGS_AFTER", timedelta(0))
    runner, _ = await scoring_runner(desk, database, locales, FixedScorer())
    await accepted(runner, new_task(status_message_id=await status(desk)))
    await runner.stop(60)
    assert desk.bot.last.text == "✅ Оценка готова."
    assert len(answers(desk)) == 1


async def test_what_is_scored_already_is_not_cancelled_any_more(
    desk: Desk, database: Database, locales: Locales
) -> None:
    message_id = await status(desk)
    runner, _ = await scoring_runner(desk, database, locales, FixedScorer())
    desk.bot.fails_with = AWAY
    await accepted(runner, new_task(status_message_id=message_id))
    async with asyncio.timeout(10):
        while not await database.analyses.count(1):  # noqa: ASYNC110  (the row is in the database)
            await asyncio.sleep(0.01)
    desk.bot.fails_with = None
    assert await runner.cancel_all_of(1) == 0
    await runner.stop(60)
    assert len(answers(desk)) == 1


async def test_an_unfinished_score_is_answered_once_after_a_restart(
    desk: Desk, database: Database, locales: Locales
) -> None:
    runner, _ = await scoring_runner(desk, database, locales, None)
    await accepted(runner, new_task(status_message_id=await status(desk)))
    await until(lambda: "загружается" in (desk.bot.shown[1001].text or ""))
    await runner.stop(0)
    assert len(await database.tasks.unfinished()) == 1
    runner, _ = await scoring_runner(desk, database, locales, FixedScorer())
    await runner.resume()
    await runner.stop(60)
    assert len(answers(desk)) == 1
    assert await database.analyses.count(1) == 1
    assert not await database.tasks.unfinished()
