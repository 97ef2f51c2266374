"""What would raise a score: only what the model confirms in every wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.resume import Resume
from domain.score import Explanation
from tests.unit.usecases.insights.people import RESUME, RuledModel, analysis_of, resumes
from usecases.raise_score import LEAST_POINTS, MOST_TOLD, RaiseScore


def by_skill(skill: str, points: float, *, control: float = 0.0) -> RuledModel:
    def rule(resume: Resume) -> float:
        score = 40.0 + (points if skill in resume.key_skills else 0.0)
        return score + (control if "Ответственность" in resume.key_skills else 0.0)

    return RuledModel(rule)


async def test_what_helps_is_told_with_what_it_brought() -> None:
    model = by_skill("ClickHouse", 4.5)
    told = await RaiseScore(model)(analysis_of())
    assert [(one.kind, one.points) for one in told.found] == [("list_skills", 4.5)]
    assert told.found[0].facts["skills"] == ["ClickHouse", "Power BI"]
    assert told.score == 40
    assert told.wordings == len(model.compared) == 3
    assert told.tried >= 5


async def test_what_empty_words_bring_too_is_not_told() -> None:
    assert (await RaiseScore(by_skill("ClickHouse", 6, control=5))(analysis_of())).found == ()
    (one,) = (await RaiseScore(by_skill("ClickHouse", 9, control=5))(analysis_of())).found
    assert one.points == 4


async def test_what_helps_in_one_wording_only_is_not_told() -> None:
    def rule(resume: Resume) -> float:
        helped = "ClickHouse" in resume.key_skills and resume.key_skills[0] == "SQL"
        return 60.0 if helped else 40.0

    assert (await RaiseScore(RuledModel(rule))(analysis_of())).found == ()


@pytest.mark.parametrize(("noise", "told"), [(None, 1), (0.01, 1), (0.03, 1), (0.05, 0)])
async def test_what_another_wording_may_bring_is_not_told(noise: float | None, told: int) -> None:
    explanation = Explanation(contributions={}, seen={}, noise=noise)
    analysis = analysis_of(explanation=explanation, points=40)
    found = (await RaiseScore(by_skill("ClickHouse", 4))(analysis)).found
    assert len(found) == told


async def test_of_the_times_ahead_the_soonest_is_told() -> None:
    def rule(resume: Resume) -> float:
        total = resume.total_experience_months or 0
        return 40.0 + (8 if total >= 104 else 0)

    (one,) = (await RaiseScore(RuledModel(rule))(analysis_of())).found
    assert (one.kind, one.facts["months"], one.points) == ("stay_on", 12, 8)


async def test_a_sum_of_months_that_happens_to_please_is_not_told() -> None:
    def rule(resume: Resume) -> float:
        return 90.0 if resume.total_experience_months in (98, 116) else 40.0

    assert (await RaiseScore(RuledModel(rule))(analysis_of())).found == ()


async def test_a_missing_value_brings_what_the_least_of_the_values_brings() -> None:
    def rule(resume: Resume) -> float:
        return 40.0 if resume.salary is None else 43.0 + (resume.salary.amount_from or 0) / 1e5

    analysis = analysis_of(RESUME.model_copy(update={"salary": None}))
    (one,) = (await RaiseScore(RuledModel(rule))(analysis)).found
    assert one.kind == "say_salary"
    assert one.points == pytest.approx(3.8)


async def test_what_was_hidden_from_the_model_stays_hidden() -> None:
    model = by_skill("ClickHouse", 4)
    explanation = Explanation(contributions={}, seen={}, hidden=("age", "city"))
    analysis = analysis_of(RESUME.model_copy(update={"city": None}), explanation)
    await RaiseScore(model)(analysis)
    assert model.hidden == [("age", "city")] * 3
    assert {resume.city for batch in model.compared for resume in batch} == {None}


@given(resumes, st.randoms(use_true_random=False))
async def test_any_model_is_asked_within_bounds(resume: Resume, random: object) -> None:
    scores: dict[Resume, float] = {}

    def rule(asked: Resume) -> float:
        return scores.setdefault(asked, random.uniform(0, 100))  # type: ignore[attr-defined]

    model = RuledModel(rule)
    told = await RaiseScore(model)(analysis_of(resume))
    assert len(model.compared) <= 3
    assert all(len(batch) <= 24 for batch in model.compared)
    assert len(told.found) <= MOST_TOLD
    assert all(one.points >= LEAST_POINTS for one in told.found)
    assert [one.points for one in told.found] == sorted(
        (one.points for one in told.found), reverse=True
    )
    assert len({one.kind for one in told.found}) == len(told.found)
