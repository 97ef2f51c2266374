"""The queue: off the event loop, bounded, in order, and an error costs only its own row."""

import asyncio
import threading
from collections.abc import Collection, Sequence

import pytest

from domain.errors import NothingToScoreError, QueueFullError, ScoringFailedError
from domain.resume import Resume
from domain.score import Assessment, Detail, Explanation, ModelIdentity, Score
from inference.assessor import Assessor
from inference.prompts import PromptRow, row_from_resume
from inference.scoring.queue import ScoringQueue

IDENTITY = ModelIdentity(name="gated", revision="1", template="budget-1")
BREAKS = 99
CRASHES = 98


class GatedAssessor:
    """Answers with the age as percentile, once the gate is open; notes what ran together."""

    identity = IDENTITY

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.entered = threading.Event()
        self.batches: list[list[int]] = []
        self.details: list[set[Detail]] = []

    def assess(
        self, rows: Sequence[PromptRow], *, detail: Collection[Detail] = ()
    ) -> list[Assessment]:
        assert threading.current_thread() is not threading.main_thread()
        ages = [int(row.age) for row in rows]
        self.batches.append(ages)
        self.details.append(set(detail))
        self.entered.set()
        self.gate.wait(10)
        if BREAKS in ages:
            raise ScoringFailedError
        if CRASHES in ages:
            raise ZeroDivisionError
        return [_assessment(age) for age in ages]

    def compare(self, rows: Sequence[PromptRow]) -> list[Score]:
        return [answer.score for answer in self.assess(rows)]


def _assessment(age: int) -> Assessment:
    score = Score(score=50, probability=0.5, percentile=age, model=IDENTITY)
    return Assessment(score=score, explanation=Explanation(contributions={}, seen={}))


async def _enter(assessor: GatedAssessor) -> None:
    await asyncio.to_thread(assessor.entered.wait, 10)
    await asyncio.sleep(0)


async def test_what_waits_runs_together_and_tells_its_place() -> None:
    assessor = GatedAssessor()
    queue = ScoringQueue(assessor)
    await queue.start()
    first = queue.submit(Resume(age=20))
    await _enter(assessor)
    others = [queue.submit(Resume(age=age)) for age in (21, 22, 23)]
    assert [first.ahead(), *(ticket.ahead() for ticket in others)] == [0, 1, 2, 3]
    assessor.gate.set()
    answers = [await ticket.result() for ticket in (first, *others)]
    assert [answer.score.percentile for answer in answers] == [20, 21, 22, 23]
    assert assessor.batches == [[20], [21, 22, 23]]
    assert queue.identity == IDENTITY
    await queue.close()


async def test_each_gets_the_detail_that_it_asked_for() -> None:
    assessor = GatedAssessor()
    assessor.gate.set()
    queue = ScoringQueue(assessor)
    tickets = [queue.submit(Resume(age=20)), queue.submit(Resume(age=21))]
    tickets += [queue.submit(Resume(age=22), detail=["jobs"]), queue.submit(Resume(age=23))]
    await queue.start()
    await asyncio.gather(*(ticket.result() for ticket in tickets))
    assert assessor.batches == [[20, 21], [22], [23]]
    assert assessor.details == [set(), {"jobs"}, set()]
    await queue.close()


async def test_a_waiting_task_that_is_cancelled_gives_up_its_place() -> None:
    assessor = GatedAssessor()
    queue = ScoringQueue(assessor, max_waiting=2)
    await queue.start()
    first = queue.submit(Resume(age=20))
    await _enter(assessor)
    given_up = asyncio.create_task(queue.submit(Resume(age=21)).result())
    behind = queue.submit(Resume(age=22))
    await asyncio.sleep(0)
    assert behind.ahead() == 2
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    assert behind.ahead() == 1
    queue.submit(Resume(age=23)).cancel()
    assessor.gate.set()
    await first.result()
    await behind.result()
    await queue.close()
    assert assessor.batches == [[20], [22]]


async def test_the_queue_is_bounded() -> None:
    queue = ScoringQueue(GatedAssessor(), max_waiting=2)
    for _ in range(2):
        queue.submit(Resume(age=20))
    with pytest.raises(QueueFullError) as caught:
        queue.submit(Resume(age=20))
    assert caught.value.limit == 2
    await queue.close()


@pytest.mark.parametrize("bad", [BREAKS, CRASHES])
async def test_an_error_costs_only_its_own_row(bad: int) -> None:
    assessor = GatedAssessor()
    assessor.gate.set()
    queue = ScoringQueue(assessor)
    tickets = [queue.submit(Resume(age=age)) for age in (20, bad, 22)]
    await queue.start()
    assert (await tickets[0].result()).score.percentile == 20
    with pytest.raises(ScoringFailedError):
        await tickets[1].result()
    assert (await tickets[2].result()).score.percentile == 22
    assert assessor.batches == [[20, bad, 22], [20], [bad], [22]]
    assert (await queue.submit(Resume(age=30)).result()).score.percentile == 30
    await queue.close()


async def test_closing_answers_what_waits_and_takes_no_more() -> None:
    assessor = GatedAssessor()
    queue = ScoringQueue(assessor)
    await queue.start()
    tickets = [queue.submit(Resume(age=age)) for age in range(20, 40)]
    assessor.gate.set()
    await queue.close()
    assert [(await ticket.result()).score.percentile for ticket in tickets] == [*range(20, 40)]
    with pytest.raises(QueueFullError):
        queue.submit(Resume(age=20))


async def test_a_deadline_on_closing_gives_up_what_is_not_done() -> None:
    assessor = GatedAssessor()
    queue = ScoringQueue(assessor)
    await queue.start()
    ticket = queue.submit(Resume(age=20))
    await _enter(assessor)
    waiting = queue.submit(Resume(age=21))
    closing = asyncio.create_task(queue.close())
    await asyncio.sleep(0)
    closing.cancel()
    for given_up in (closing, ticket.result(), waiting.result()):
        with pytest.raises(asyncio.CancelledError):
            await given_up
    assessor.gate.set()


async def test_a_blank_resume_is_refused() -> None:
    queue = ScoringQueue(GatedAssessor())
    with pytest.raises(NothingToScoreError):
        queue.submit(Resume(client_name="Банк"))
    await queue.close()


async def test_a_comparison_lets_those_go_first_who_wait_for_a_score_but_not_for_ever() -> None:
    assessor = GatedAssessor()
    queue = ScoringQueue(assessor)
    await queue.start()
    first = queue.submit(Resume(age=20))
    await _enter(assessor)
    comparison = queue.compare([Resume(age=70), Resume(age=71)])
    # Each detail is a batch of its own.
    details: list[list[Detail]] = [["jobs"], [], ["skills"], [], ["jobs"]]
    others = [
        queue.submit(Resume(age=21 + number), detail=detail)
        for number, detail in enumerate(details)
    ]
    assert [comparison.ahead(), *(other.ahead() for other in others)] == [6, 1, 2, 3, 4, 5]
    assessor.gate.set()
    scores = await comparison.result()
    assert [score.percentile for score in scores] == [70, 71]
    await asyncio.gather(first.result(), *(other.result() for other in others))
    assert assessor.batches == [[20], [21], [22], [23], [70, 71], [24], [25]]
    await queue.close()


@pytest.mark.parametrize("bad", [BREAKS, CRASHES])
async def test_a_comparison_takes_one_place_and_breaks_alone(bad: int) -> None:
    assessor = GatedAssessor()
    assessor.gate.set()
    queue = ScoringQueue(assessor, max_waiting=2)
    broken = queue.compare([Resume(age=20)] * 9 + [Resume(age=bad)])
    whole = queue.submit(Resume(age=22))
    with pytest.raises(QueueFullError):
        queue.compare([Resume(age=20)])
    with pytest.raises(NothingToScoreError):
        queue.compare([Resume(age=20), Resume()])
    await queue.start()
    with pytest.raises(ScoringFailedError):
        await broken.result()
    assert (await whole.result()).score.percentile == 22
    await queue.close()


async def test_comparisons_of_the_real_assessor_give_its_numbers(assessor: Assessor) -> None:
    queue = ScoringQueue(assessor)
    await queue.start()
    base = Resume(age=34, city="Барнаул", key_skills=("SQL", "Go"), total_experience_months=40)
    variants = [
        base.model_copy(update=change)
        for change in ({}, {"key_skills": ("SQL",)}, {"total_experience_months": 52}, {})
    ]
    scores = await queue.compare(variants, hidden=["city"]).result()
    rows = [row_from_resume(resume).blind_to(["city"]) for resume in variants]
    for score, alone in zip(scores, assessor.assess(rows), strict=True):
        assert score.score == pytest.approx(alone.score.score, abs=1e-2)
        assert score.probability == pytest.approx(alone.score.probability, abs=1e-4)
    assert await queue.compare([]).result() == ()
    await queue.close()


async def test_the_real_assessor_behind_the_queue(assessor: Assessor) -> None:
    queue = ScoringQueue(assessor)
    await queue.start()
    resume = Resume(age=34, city="Барнаул", key_skills=("SQL",))
    answer = await queue.submit(resume).result()
    row = row_from_resume(resume)
    assert answer == assessor.assess([row])[0]
    blind = await queue.submit(resume, hidden=["city"], detail=["skills"]).result()
    assert blind == assessor.assess([row.blind_to(["city"])], detail=["skills"])[0]
    with pytest.raises(NothingToScoreError):
        queue.submit(Resume(city="Барнаул"), hidden=["city"])
    await queue.close()
