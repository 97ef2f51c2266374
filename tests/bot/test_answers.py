"""Scores and their answers: one row, one answer, whatever happens in between."""

import asyncio
from datetime import timedelta

import pytest

from bot.admin_news import AdminNews
from bot.answering import AnswerSender
from bot.i18n import Locales
from bot.tasks.answer import AnswerWork
from bot.tasks.runner import TaskRunner
from bot.tasks.score import ScoreWork
from bot.tasks.voice import StatusVoice
from domain.analysis import NewAnalysis
from domain.errors import (
    ScoringFailedError,
)
from domain.resume import Resume
from domain.score import Assessment, ModelIdentity
from domain.work import Task
from storage.database import Database
from tests.bot.chat import labels
from tests.bot.conftest import Desk
from tests.bot.people import assessment
from tests.bot.stored_tasks import (
    AWAY,
    DRAFT,
    accepted,
    new_task,
    until,
)
from usecases.open_answer import OpenAnswer
from usecases.score_resume import ScoreResume


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
