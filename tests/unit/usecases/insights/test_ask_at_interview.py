"""What to ask at the interview: weighty claims and open ends, never age, family or city."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.insight import Question
from domain.resume import Job, Resume
from domain.score import Explanation, ItemContribution
from tests.unit.usecases.insights.people import RESUME, TODAY, RuledModel, analysis_of, resumes
from usecases.ask_at_interview import MOST_QUESTIONS, AskAtInterview
from usecases.insights.doubts import open_questions


def item(*places: int, change: float) -> ItemContribution:
    return ItemContribution(places=places, change=change, seen=1.0)


EXPLANATION = Explanation(
    contributions={"age": 0.3, "city": 0.3, "position": 0.05, "salary": 0.2, "key_skills": 0.1},
    seen={},
    noise=0.02,
    jobs=(item(0, change=0.25), item(1, change=0.01)),
    skills=(item(0, change=0.03), item(1, change=-0.2), item(2, change=0.1)),
)


async def ask(resume: Resume = RESUME, explanation: Explanation = EXPLANATION) -> list[Question]:
    model = RuledModel(lambda _: 50, explanation)
    interview = await AskAtInterview(model)(analysis_of(resume, explanation))
    assert not model.details or model.details == [("jobs", "skills")]
    return list(interview.questions)


async def test_the_weightiest_claims_come_first_in_the_resumes_own_words() -> None:
    first, second, third, fourth, *open_ends = await ask()
    assert first.kind == "job"
    assert first.facts["title"] == "Аналитик"
    assert first.facts["quote"] == "Витрины в ClickHouse для 12 команд"
    assert first.score_without == pytest.approx(25)
    assert (second.kind, second.facts["salary"]) == ("salary", "от 200 000 ₽")
    assert third.facts == {"skill": "Tableau", "in_jobs": False}
    assert fourth.kind == "position"
    assert fourth.score_without == pytest.approx(45)
    assert [(one.kind, one.facts) for one in open_ends] == [
        ("unbacked_skill", {"skills": ["Публичные выступления"]})
    ]


async def test_the_model_is_asked_where_the_reasons_lack_detail() -> None:
    bare = Explanation(contributions={}, seen={}, hidden=("age", "city"))
    model = RuledModel(lambda _: 60, EXPLANATION)
    interview = await AskAtInterview(model)(analysis_of(RESUME, bare))
    assert model.details == [("jobs", "skills")]
    assert model.hidden == [("age", "city")]
    assert interview.score == 60
    assert interview.questions[0].score_without == pytest.approx(35)


async def test_where_nothing_stands_out_the_newest_jobs_are_asked_about() -> None:
    quiet = Explanation(contributions={}, seen={}, noise=0.1, jobs=(), skills=())
    questions = await ask(RESUME.model_copy(update={"key_skills": ()}), quiet)
    assert [one.facts["title"] for one in questions] == ["Аналитик", "Младший аналитик"]
    assert {one.score_without for one in questions} == {None}


async def test_a_job_without_duties_is_asked_about_as_such() -> None:
    resume = RESUME.with_field("work_experience", [Job(company="Маяк", position="Аналитик")])
    question = (await ask(resume))[0]
    assert (question.kind, "quote" in question.facts) == ("bare_job", False)


async def test_a_list_of_tools_is_not_what_is_asked_about() -> None:
    told = "Стек: Python 3.11, FastAPI, PostgreSQL 15, Kafka.\n• Вёл разработку заказов."
    resume = RESUME.with_field("work_experience", [Job(position="Инженер", description=told)])
    assert (await ask(resume))[0].facts["quote"] == "Вёл разработку заказов"


def open_ends(*jobs: Job) -> list[tuple[str, object]]:
    questions = open_questions(Resume(work_experience=jobs), TODAY)
    return [(one.kind, one.facts["months"]) for one in questions]


def job(start: str, end: str | None, position: str = "Аналитик") -> Job:
    return Job(start=start, end=end, current=end is None, position=position)


def test_gaps_overlaps_and_jumps_are_counted_in_full_months() -> None:
    assert open_ends(job("2022-03", None), job("2019-01", "2021-06")) == [("gap", 8)]
    assert open_ends(job("2022-03", None), job("2019-01", "2021-09")) == []
    assert open_ends(job("2020-03", None), job("2019-01", "2020-06")) == [("overlap", 4)]
    assert open_ends(
        job("2021-01", None, "Старший аналитик"), job("2020-01", "2020-12", "Младший аналитик")
    ) == [("jump", 12)]
    assert not open_ends(
        job("2024-01", None, "Старший аналитик"), job("2020-01", "2023-12", "Младший аналитик")
    )


def test_bare_years_leave_no_gap_or_overlap_that_may_not_be_there() -> None:
    assert open_ends(job("2022", None), job("2019", "2021")) == []
    assert open_ends(job("2021", None), job("2019", "2021")) == []
    assert open_ends(job("2023", None), job("2019", "2021")) == [("gap", 12)]
    assert open_ends(job("2019", None), job("2018", "2021")) == [("overlap", 14)]


def test_a_gap_is_none_where_an_older_job_goes_on() -> None:
    long = job("2015-01", "2022-02", "Консультант")
    assert all(
        kind != "gap"
        for kind, _ in open_ends(job("2022-03", None), job("2016-01", "2017-01"), long)
    )


_changes = st.floats(-0.4, 0.4)


@given(resumes, st.lists(_changes, max_size=5), st.lists(_changes, max_size=5), _changes)
async def test_any_explanation_gives_questions_that_nobody_may_object_to(
    resume: Resume, jobs: list[float], skills: list[float], position: float
) -> None:
    explanation = Explanation(
        contributions={"age": 0.9, "city": 0.9, "position": position, "salary": position},
        seen={},
        jobs=tuple(item(place, change=change) for place, change in enumerate(jobs)),
        skills=tuple(item(place, change=change) for place, change in enumerate(skills)),
    )
    questions = await ask(resume, explanation)
    assert len(questions) <= MOST_QUESTIONS
    weights = [one.score_without for one in questions if one.score_without is not None]
    assert weights == sorted(weights)
    assert all(weight <= 50 for weight in weights)


def test_a_career_in_the_future_is_no_gap() -> None:
    jobs = (job("2030-01", None), job("2020-01", "2021-01"))
    assert not list(open_questions(Resume(work_experience=jobs), date(2026, 1, 1)))
