"""Changes that are tried: truthful, bounded, and each what its kind says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.insight import ChangeKind
from domain.resume import Job, Resume
from tests.unit.usecases.insights.people import RESUME, TODAY, resumes
from usecases.insights.change import Change
from usecases.insights.changes import candidate_changes
from usecases.insights.terms import term_key
from usecases.insights.wordings import other_wordings

CUT = {"work_experience": 0.5}


def changes_of(resume: Resume, **about: object) -> dict[ChangeKind, Change]:
    """The first of each kind."""
    found = candidate_changes(resume, seen={}, today=TODAY, **about)  # type: ignore[arg-type]
    return {change.kind: change for change in reversed(found)}


def only_way(resume: Resume, kind: ChangeKind) -> Resume:
    (way,) = changes_of(resume)[kind].ways_of(resume)
    return way


def test_tools_of_the_jobs_are_listed_beside_a_control_of_empty_words() -> None:
    change = changes_of(RESUME)["list_skills"]
    assert change.facts == {"skills": ["ClickHouse", "Power BI"]}
    assert change.ways_of(RESUME)[0].key_skills == (*RESUME.key_skills, "ClickHouse", "Power BI")
    (control,) = change.controls_of(RESUME)
    assert len(control.key_skills) == len(RESUME.key_skills) + 2
    assert "ClickHouse" not in control.key_skills


def test_the_newest_job_is_told_in_skills_that_no_job_mentions() -> None:
    way = only_way(RESUME, "describe_job")
    assert way.work_experience[0].description == (
        "Отчёты на SQL и Python. Витрины в ClickHouse для 12 команд. "
        "Tableau, Публичные выступления."
    )
    assert way.work_experience[1:] == RESUME.work_experience[1:]
    long = Job(position="Аналитик", description="Много дел. " * 20)
    assert "describe_job" not in changes_of(RESUME.with_field("work_experience", [long]))


def test_skills_without_a_job_are_left_out_where_enough_remain() -> None:
    resume = RESUME.model_copy(update={"key_skills": (*RESUME.key_skills, "Power BI")})
    assert only_way(resume, "drop_skills").key_skills == ("SQL", "Python", "Power BI")
    assert "drop_skills" not in changes_of(RESUME)


def test_a_position_takes_the_newest_jobs_words_unless_they_claim_more() -> None:
    assert only_way(RESUME, "name_position").position == "Аналитик"
    same = RESUME.model_copy(update={"position": "аналитик."})
    assert "name_position" not in changes_of(same)
    senior = Job(position="Старший аналитик")
    more = RESUME.model_copy(update={"work_experience": (senior,)})
    assert "name_position" not in changes_of(more)
    assert only_way(more.model_copy(update={"position": None}), "name_position").position == (
        "Старший аналитик"
    )


@pytest.mark.parametrize(
    ("claimed", "plain"),
    [
        ("Ведущий аналитик", "Аналитик"),
        ("Senior Python Developer", "Python Developer"),
        ("Аналитик / Senior", "Аналитик"),
        ("Аналитик", None),
        ("Senior", None),
        ("Руководитель отдела", None),
    ],
)
def test_a_grade_that_no_job_had_is_not_claimed(claimed: str, plain: str | None) -> None:
    resume = RESUME.model_copy(update={"position": claimed})
    found = changes_of(resume).get("claim_less")
    assert (found and found.facts["position"]) == plain
    held = resume.model_copy(update={"work_experience": (Job(position=claimed),)})
    assert "claim_less" not in changes_of(held)


def test_time_in_the_current_job_counts_only_with_all_longer_times() -> None:
    stays = [
        change
        for change in candidate_changes(RESUME, seen={}, today=TODAY)
        if change.kind == "stay_on"
    ]
    assert [change.facts["months"] for change in stays] == [6, 12, 24]
    totals = [[way.total_experience_months for way in change.ways_of(RESUME)] for change in stays]
    assert totals == [[98, 104, 116, 128], [104, 116, 128], [116, 128]]
    (control,) = stays[0].controls_of(RESUME)
    assert control.total_experience_months == 93
    ended = RESUME.with_field("work_experience", [RESUME.work_experience[1]])
    assert not {"stay_on", "grow"} & changes_of(ended).keys()


@pytest.mark.parametrize(
    ("title", "grown"),
    [
        ("Аналитик", "Старший аналитик"),
        ("Медсестра", "Старшая медсестра"),
        ("DevOps-инженер", "Старший DevOps-инженер"),
        ("Middle Developer", "Senior Developer"),
        ("Junior Developer", "Developer"),
        ("Младший аналитик", "Аналитик"),
        ("Ведущий аналитик", None),
        ("Стажёр", None),
    ],
)
def test_growing_is_the_next_grade_from_now_on(title: str, grown: str | None) -> None:
    job = Job(start="2022-03", current=True, company="Маяк", position=title, description="Дела.")
    resume = RESUME.with_field("work_experience", [job])
    change = changes_of(resume).get("grow")
    assert (change and change.facts["position"]) == grown
    if change:
        new, old = change.ways_of(resume)[0].work_experience
        assert (new.start, new.current, new.position, new.company) == (
            "2026-11",
            True,
            grown,
            "Маяк",
        )
        assert (old.start, old.end, old.position, old.description) == (
            *("2022-03", "2026-11"),
            *(title, "Дела."),
        )
        assert change.controls_of(resume)[0].work_experience[0].position == title


def test_bare_years_get_months_in_their_middle() -> None:
    assert only_way(RESUME, "give_months").work_experience[1].start == "2018-07"
    assert only_way(RESUME, "give_months").work_experience[1].end == "2021-06"
    short = RESUME.with_field("work_experience", [Job(start="2020", end="2020", position="X")])
    assert only_way(short, "give_months").total_experience_months == 6


def test_what_is_missing_is_tried_with_several_values() -> None:
    resume = RESUME.model_copy(update={"city": None, "salary": None})
    cities = {way.city for way in changes_of(resume)["say_city"].ways_of(resume)}
    wishes = {way.salary for way in changes_of(resume)["say_salary"].ways_of(resume)}
    assert len(cities) == len(wishes) == 3
    assert not {"say_city", "say_salary"} & changes_of(RESUME).keys()
    assert "say_city" not in changes_of(resume, hidden=("city",))


def test_long_descriptions_are_cut_only_where_the_model_does_not_see_all() -> None:
    jobs = [Job(position="Аналитик", description="Сделал отчёт номер один. " * 30)]
    resume = RESUME.with_field("work_experience", jobs)
    assert "shorten_jobs" not in changes_of(resume)
    (cut,) = [
        change
        for change in candidate_changes(resume, seen=CUT, today=TODAY)  # type: ignore[arg-type]
        if change.kind == "shorten_jobs"
    ]
    text = cut.ways_of(resume)[0].work_experience[0].description
    assert text is not None
    assert 100 < len(text) <= 240
    assert text.endswith("один.")


@given(resumes, st.booleans())
def test_changes_are_bounded_valid_and_never_invent(resume: Resume, is_cut: bool) -> None:
    seen = CUT if is_cut else {}
    changes = candidate_changes(resume, seen=seen, today=TODAY)  # type: ignore[arg-type]
    variants = {
        variant
        for change in changes
        for variant in (*change.ways_of(resume), *change.controls_of(resume))
    }
    assert len(variants | {resume}) <= 24
    for wording in other_wordings(resume):
        assert sorted(wording.key_skills) == sorted(resume.key_skills)
        for change in changes:
            change.ways_of(wording)
    said = term_key(
        " ".join(
            [
                *resume.key_skills,
                *(job.description or "" for job in resume.work_experience),
            ]
        )
    )
    for change in changes:
        for way in change.ways_of(resume):
            Resume.model_validate(way.model_dump())
            assert way.age == resume.age
            assert way.city == resume.city or resume.city is None
            assert {job.company for job in way.work_experience} <= {
                job.company for job in resume.work_experience
            }
            new_skills = set(way.key_skills) - set(resume.key_skills)
            assert all(term_key(skill) in said for skill in new_skills)
