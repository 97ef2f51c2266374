"""Who leads, when it is a tie, and when nobody can be said to lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.analysis import Analysis, NewAnalysis
from domain.fields import FieldName
from domain.score import Assessment, Explanation, ModelIdentity, Score
from tests.unit.usecases.fakes import ASSESSMENT, IDENTITY, RESUME, FakeAnalyses
from usecases.compare_candidates import CompareCandidates, Comparison, compare


def answer(
    probability: float = 0.1,
    *,
    noise: float | None = 0.01,
    model: ModelIdentity = IDENTITY,
    hidden: tuple[FieldName, ...] = (),
    **contributions: float,
) -> Assessment:
    score = Score(score=50, probability=probability, percentile=50, model=model)
    explanation = Explanation(contributions=contributions, seen={}, noise=noise, hidden=hidden)
    return Assessment(score=score, explanation=explanation)


async def compared(*answers: Assessment, vacancies: tuple[int | None, ...] = ()) -> Comparison:
    analyses = FakeAnalyses()
    for place, one in enumerate(answers):
        vacancy_id = vacancies[place] if vacancies else None
        await analyses.add(new(one, vacancy_id=vacancy_id))
    return await CompareCandidates(analyses)(1, range(1, len(answers) + 1))


def new(assessment: Assessment = ASSESSMENT, **about: object) -> NewAnalysis:
    facts = {"user_id": 1, "source": "form", "file_sha256": None, "resume": RESUME} | about
    return NewAnalysis(assessment=assessment, **facts)


def ids(comparison: Comparison) -> list[int]:
    return [one.id for one in comparison.candidates]


async def test_a_clear_leader_and_what_makes_the_difference() -> None:
    comparison = await compared(
        answer(0.10, position=0.03, key_skills=0.02),
        answer(0.20, position=0.10, key_skills=0.05, work_experience=0.02, salary=-0.01),
    )
    assert ids(comparison) == [2, 1]
    assert comparison.leaders == 1
    assert comparison.reasons == ("position", "key_skills")
    assert comparison.differences == frozenset()


async def test_a_lead_within_the_noise_of_either_is_a_tie() -> None:
    comparison = await compared(answer(0.10, noise=0.0), answer(0.12, noise=0.02), answer(0.05))
    assert (ids(comparison), comparison.leaders, comparison.reasons) == ([2, 1, 3], 2, ())


async def test_what_the_other_has_against_them_is_a_reason_too() -> None:
    comparison = await compared(answer(0.2, position=0.02), answer(0.1, position=0.02, age=-0.05))
    assert comparison.reasons == ("age",)


async def test_a_lead_of_nothing_in_particular_has_no_reason() -> None:
    comparison = await compared(answer(0.2, position=0.02), answer(0.1, position=0.02))
    assert (comparison.leaders, comparison.reasons) == (1, ())


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        (answer(0.2, model=IDENTITY.model_copy(update={"name": "other"})), "models"),
        (answer(0.2, model=IDENTITY.model_copy(update={"revision": "2"})), "models"),
        (answer(0.2, model=IDENTITY.model_copy(update={"template": "fic-2024"})), "models"),
        (answer(0.2, hidden=("age", "city")), "hidden"),
    ],
)
async def test_scores_of_another_kind_have_no_leader(other: Assessment, difference: str) -> None:
    comparison = await compared(answer(0.1), other)
    assert comparison.differences == {difference}
    assert not comparison.is_of_one_kind
    assert (ids(comparison), comparison.leaders) == ([1, 2], 0)


async def test_other_vacancies_are_said_and_can_be_compared() -> None:
    comparison = await compared(answer(0.1), answer(0.2), vacancies=(3, None))
    assert comparison.differences == {"vacancies"}
    assert comparison.leaders == 1


async def test_what_is_gone_or_anothers_is_left_out() -> None:
    analyses = FakeAnalyses()
    await analyses.add(new())
    await analyses.add(new(user_id=2))
    comparison = await CompareCandidates(analyses)(1, [1, 2, 99])
    assert (ids(comparison), comparison.leaders) == ([1], 0)


async def test_no_more_than_five_are_read() -> None:
    comparison = await compared(*(answer(0.1) for _ in range(7)))
    assert len(comparison.candidates) == 5


@given(st.lists(st.tuples(st.floats(0, 1), st.none() | st.floats(0, 1)), min_size=2, max_size=5))
def test_the_leaders_are_those_whom_the_first_does_not_clearly_beat(
    facts: list[tuple[float, float | None]],
) -> None:
    rows: list[Analysis] = []
    for number, (probability, noise) in enumerate(facts, 1):
        about = new(answer(probability, noise=noise))
        rows.append(Analysis(id=number, created_at="2026-03-01T00:00:00Z", **dict(about)))
    comparison = compare(rows)
    first, *others = (one.assessment for one in comparison.candidates)
    assert comparison.leaders >= 1
    clear = [one for one in others if first.is_clearly_better_than(one)]
    assert comparison.leaders == len(facts) - len(clear)
    probabilities = [one.assessment.score.probability for one in comparison.candidates]
    assert probabilities == sorted(probabilities, reverse=True)
