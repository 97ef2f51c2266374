"""The order of candidates, and its honesty."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.analysis import Analysis
from domain.batch import BatchItem, ItemSource
from domain.resume import Job, Resume
from domain.score import Assessment, Explanation, Score
from tests.unit.usecases.fakes import IDENTITY, RESUME
from usecases.batches.rank import rank_candidates
from usecases.batches.sameness import repeats_of


def scored(number: int, probability: float, noise: float | None) -> tuple[BatchItem, Analysis]:
    assessment = Assessment(
        score=Score(score=50, probability=probability, percentile=50, model=IDENTITY),
        explanation=Explanation(contributions={}, seen={}, noise=noise),
    )
    analysis = Analysis(
        id=number,
        user_id=7,
        created_at=datetime(2026, 3, 1, tzinfo=UTC),
        source="file",
        file_sha256=None,
        resume=RESUME,
        assessment=assessment,
    )
    return item(number, state="done", analysis_id=number), analysis


def item(number: int, **about: object) -> BatchItem:
    values = {"state": "scoring"} | about
    source = ItemSource(file_id="f")
    return BatchItem.model_validate(
        {"id": number, "batch_id": 1, "place": number, "file_name": None, "source": source} | values
    )


def places(*figures: tuple[float, float | None]) -> list[tuple[int, int, int, int]]:
    candidates = [scored(at, *figure) for at, figure in enumerate(figures, start=1)]
    return [
        (one.analysis.id, one.number, one.best, one.worst)
        for one in rank_candidates(candidates, {})
    ]


def test_the_most_probable_comes_first() -> None:
    assert places((0.1, 0.01), (0.3, 0.01), (0.2, 0.01)) == [
        (2, 1, 1, 1),
        (3, 2, 2, 2),
        (1, 3, 3, 3),
    ]


def test_scores_within_the_noise_of_either_are_tied() -> None:
    assert places((0.30, 0.0), (0.25, 0.06), (0.10, 0.0)) == [
        (1, 1, 1, 2),
        (2, 2, 1, 2),
        (3, 3, 3, 3),
    ]


def test_ties_need_not_pass_on() -> None:
    assert places((0.30, 0.06), (0.25, 0.0), (0.20, 0.06)) == [
        (1, 1, 1, 2),
        (2, 2, 1, 3),
        (3, 3, 2, 3),
    ]


def test_without_a_known_noise_only_equals_are_tied() -> None:
    assert places((0.2, None), (0.2, None), (0.1999, None)) == [
        (1, 1, 1, 2),
        (2, 2, 1, 2),
        (3, 3, 3, 3),
    ]


@given(st.lists(st.tuples(st.floats(0, 1), st.none() | st.floats(0, 0.2)), max_size=8))
def test_a_number_lies_within_its_places(figures: list[tuple[float, float | None]]) -> None:
    ranked = places(*figures)
    assert [number for _, number, _, _ in ranked] == list(range(1, len(figures) + 1))
    assert all(1 <= best <= number <= worst <= len(figures) for _, number, best, worst in ranked)


LONG = Resume(
    position="Аналитик",
    age=30,
    work_experience=(Job(start="2020-01", current=True, description="Строил витрины. " * 20),),
)


def test_the_same_words_in_another_shape_are_the_same_resume() -> None:
    job = LONG.work_experience[0]
    reshaped = job.model_copy(update={"description": "• строил   витрины\n" * 20})
    same = LONG.model_copy(
        update={"work_experience": (reshaped,), "layout": "hh", "warnings": ("x",)}
    )
    older = LONG.model_copy(update={"age": 31})
    items = [
        item(1, resume=LONG),
        item(2, resume=older),
        item(3, resume=same),
        item(4, resume=None),
    ]
    assert repeats_of(items) == {3: 1}


def test_too_little_is_nobody_in_particular() -> None:
    assert repeats_of([item(1, resume=RESUME), item(2, resume=RESUME)]) == {}
