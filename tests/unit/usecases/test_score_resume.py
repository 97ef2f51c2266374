"""Scoring: the place in the queue is told as it changes, and a task ends in one row or none."""

import asyncio

import pytest

from domain.analysis import Submission
from domain.errors import (
    NothingToScoreError,
    QueueFullError,
    ScoringFailedError,
    TaskClosedError,
)
from domain.resume import Resume
from tests.unit.usecases.fakes import (
    ASSESSMENT,
    RESUME,
    TASK,
    FakeScorer,
    FakeTasks,
    FakeTicket,
)
from usecases.score_resume import ScoreResume

OWED = {"origin": "card:1"}
FORM = Submission(resume=RESUME, source="form")
FILE = Submission(resume=RESUME, source="file", file_sha256="ab" * 32)
BLANK = Submission(resume=Resume(client_name="Ромашка"), source="form")


async def _ignore(_ahead: int) -> None:
    """A listener that does not care."""


async def test_the_score_enters_the_history_of_the_tasks_person() -> None:
    tasks = FakeTasks()
    score = ScoreResume(FakeScorer(FakeTicket([0], ASSESSMENT)), tasks)
    analysis = await score(TASK, FILE, OWED, _ignore)
    assert (analysis.user_id, analysis.source, analysis.file_sha256) == (7, "file", "ab" * 32)
    assert (analysis.resume, analysis.assessment) == (RESUME, ASSESSMENT)
    assert tasks.closed == {TASK.id: analysis}


async def test_the_place_is_told_first_and_then_only_when_it_changes() -> None:
    told: list[int] = []

    async def note(ahead: int) -> None:
        told.append(ahead)

    score = ScoreResume(FakeScorer(FakeTicket([2, 2, 1, 0], ASSESSMENT)), FakeTasks())
    await score(TASK, FORM, OWED, note)
    assert told == [2, 1, 0]


async def test_a_task_run_twice_has_one_row() -> None:
    tasks = FakeTasks()
    rows = []
    for _ in range(2):
        score = ScoreResume(FakeScorer(FakeTicket([0], ASSESSMENT)), tasks)
        rows.append(await score(TASK, FORM, OWED, _ignore))
    assert rows == [tasks.analyses.rows[0]] * 2
    assert len(tasks.analyses.rows) == 1


async def test_a_blank_resume_is_not_even_submitted() -> None:
    scorer = FakeScorer(FakeTicket([0], ASSESSMENT))
    tasks = FakeTasks()
    with pytest.raises(NothingToScoreError):
        await ScoreResume(scorer, tasks)(TASK, BLANK, OWED, _ignore)
    assert scorer.submitted == []
    assert tasks.closed == {}


async def test_blind_mode_hides_fields_from_the_model_and_not_from_the_history() -> None:
    scorer = FakeScorer(FakeTicket([0], ASSESSMENT))
    score = ScoreResume(scorer, FakeTasks())
    blind = FORM.model_copy(update={"hidden": ("age", "city")})
    analysis = await score(TASK, blind, OWED, _ignore)
    assert scorer.hidden == ("age", "city")
    assert analysis.resume == RESUME


async def test_a_full_queue_passes_through() -> None:
    scorer = FakeScorer(FakeTicket([0], ASSESSMENT), refusal=QueueFullError(20))
    tasks = FakeTasks()
    with pytest.raises(QueueFullError):
        await ScoreResume(scorer, tasks)(TASK, FORM, OWED, _ignore)
    assert tasks.closed == {}


async def test_a_model_that_breaks_leaves_no_row() -> None:
    tasks = FakeTasks()
    score = ScoreResume(FakeScorer(FakeTicket([1, 0], ScoringFailedError())), tasks)
    with pytest.raises(ScoringFailedError):
        await score(TASK, FORM, OWED, _ignore)
    assert tasks.closed == {}


async def test_a_cancelled_wait_gives_up_the_place_and_leaves_no_row() -> None:
    tasks = FakeTasks()
    ticket = FakeTicket([5], None)
    told = asyncio.Event()

    async def note(_ahead: int) -> None:
        told.set()

    score = ScoreResume(FakeScorer(ticket), tasks)
    running = asyncio.create_task(score(TASK, FORM, OWED, note))
    await told.wait()
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await asyncio.sleep(0)
    assert ticket.given_up
    assert tasks.closed == {}


async def test_a_listener_that_fails_gives_up_the_place() -> None:
    tasks = FakeTasks()
    ticket = FakeTicket([5], None)

    async def fail(_ahead: int) -> None:
        await asyncio.sleep(0)
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await ScoreResume(FakeScorer(ticket), tasks)(TASK, FORM, OWED, fail)
    await asyncio.sleep(0)
    assert ticket.given_up
    assert tasks.closed == {}


async def test_a_task_that_was_cancelled_meanwhile_gets_no_row() -> None:
    tasks = FakeTasks()
    await tasks.finish(TASK.id, "cancelled")
    score = ScoreResume(FakeScorer(FakeTicket([0], ASSESSMENT)), tasks)
    with pytest.raises(TaskClosedError):
        await score(TASK, FORM, OWED, _ignore)
    assert tasks.analyses.rows == []
