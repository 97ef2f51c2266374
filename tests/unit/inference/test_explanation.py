"""What an explanation says, against the naive way: one run of the model a question."""

import json
from collections.abc import Callable
from functools import cache

import pytest
import torch

from domain.resume import Job, Resume, Salary
from domain.score import DETAILS, Explanation
from inference.assessor import Assessor
from inference.explanation.neutral import reworded_prompts
from inference.explanation.occlusion import MOST_VARIANTS
from inference.model.loader import LoadedBundle, load_bundle
from inference.prompts import TEMPLATES, LaidOutPrompt, PromptRow, TokenIds, row_from_resume
from tests.unit.inference.bundle_factory import make_bundle, transformers_classifier

EQUAL = 1e-4
RESUME = Resume(
    age=34,
    city="Москва",
    position="Инженер данных",
    key_skills=("SQL", "Python", "sql", "Airflow"),
    salary=Salary(text="от 200 000 ₽"),
    work_experience=(
        Job(
            start="2019-04", current=True, company="Ромашка", position="Lead", description="ab" * 25
        ),
        Job(start="2017-04", end="2019-04", position="QA", description="cd" * 25),
        Job(start="2011-04", end="2017-04", position="QA", description="ef" * 400),
        Job(start="2010-04", end="2011-04", position="Courier"),
    ),
    total_experience_months=200,
)
ROW = row_from_resume(RESUME)


@pytest.fixture(
    scope="module",
    params=[("budget-1", "gemma2"), ("fic-2024", "gemma2"), ("budget-1", "gemma3_text")],
    ids=" ".join,
)
def loaded(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> LoadedBundle:
    folder = tmp_path_factory.mktemp("explained") / "tiny"
    template, architecture = request.param
    return load_bundle(
        make_bundle(folder, template=template, architecture=architecture, max_length_tokens=400)
    )


@pytest.fixture(scope="module")
def layout(loaded: LoadedBundle) -> LaidOutPrompt:
    return TEMPLATES[loaded.manifest.template].lay_out(ROW, loaded.tokenizer, 400)


@pytest.fixture(scope="module")
def naive(loaded: LoadedBundle) -> Callable[[TokenIds], float]:
    """Each prompt alone through the forward pass of transformers."""
    classifier = transformers_classifier(loaded.folder)

    def probability(ids: TokenIds) -> float:
        with torch.inference_mode():
            logits = classifier(input_ids=torch.tensor([ids])).logits[0]
        return loaded.calibration.probability(float(logits[1] - logits[0]))

    return cache(probability)


@pytest.fixture(scope="module")
def explanation(loaded: LoadedBundle) -> Explanation:
    return loaded.assessor().assess([ROW], detail=DETAILS)[0].explanation


def test_each_field_is_what_masking_it_changes(
    layout: LaidOutPrompt, explanation: Explanation, naive: Callable[[TokenIds], float]
) -> None:
    whole = naive(layout.prompt.token_ids)
    expected = {name: whole - naive(layout.without([name])) for name in ROW.present_fields()}
    assert explanation.contributions == pytest.approx(expected, abs=EQUAL)


def test_each_job_and_skill_is_what_its_absence_changes(
    layout: LaidOutPrompt, explanation: Explanation, naive: Callable[[TokenIds], float]
) -> None:
    whole = naive(layout.prompt.token_ids)
    for field, entries in (
        ("key_skills", explanation.skills),
        ("work_experience", explanation.jobs),
    ):
        items = layout.items("key_skills" if field == "key_skills" else "work_experience")
        assert entries is not None
        assert [entry.places for entry in entries] == [item.places for item in items]
        for number, entry in enumerate(entries):
            without = layout.without_items(
                "key_skills" if field == "key_skills" else "work_experience", [number]
            )
            assert entry.change == pytest.approx(whole - naive(without), abs=EQUAL)
            assert entry.seen == pytest.approx(items[number].seen)
            assert not entry.is_unseen or entry.change == 0
    assert explanation.skills is not None
    assert [entry.places for entry in explanation.skills] == [(0, 2), (1,), (3,)]
    assert explanation.jobs is not None
    assert explanation.jobs[3].is_unseen


def test_the_last_job_takes_the_whole_field_with_it(loaded: LoadedBundle) -> None:
    row = row_from_resume(
        RESUME.model_copy(update={"work_experience": RESUME.work_experience[2:3]})
    )
    (assessment,) = loaded.assessor().assess([row], detail=["jobs"])
    why = assessment.explanation
    assert why.jobs is not None
    (job,) = why.jobs
    assert job.change == why.contributions["work_experience"] != 0


def test_shapley_values_sum_up_and_are_those_of_the_naive_game(
    layout: LaidOutPrompt, explanation: Explanation, naive: Callable[[TokenIds], float]
) -> None:
    shapley = explanation.shapley
    assert shapley is not None
    fields = ROW.present_fields()
    whole, empty = naive(layout.prompt.token_ids), naive(layout.without(fields))
    assert shapley.empty_probability == pytest.approx(empty, abs=EQUAL)
    assert shapley.values.keys() == set(fields)
    assert sum(shapley.values.values()) == pytest.approx(
        whole - shapley.empty_probability, abs=EQUAL
    )
    from inference.explanation.shapley import shapley_values

    expected = shapley_values(
        fields, lambda shown: naive(layout.without([name for name in fields if name not in shown]))
    )
    assert shapley.values == pytest.approx(expected, abs=EQUAL)


def test_shapley_values_sum_up_to_a_millionth(loaded: LoadedBundle) -> None:
    (assessment,) = loaded.assessor().assess([ROW], detail=["shapley"])
    shapley = assessment.explanation.shapley
    assert shapley is not None
    assert sum(shapley.values.values()) == pytest.approx(
        assessment.score.probability - shapley.empty_probability, abs=1e-6
    )


def test_noise_is_the_largest_change_of_a_rewording(
    layout: LaidOutPrompt, explanation: Explanation, naive: Callable[[TokenIds], float]
) -> None:
    whole = naive(layout.prompt.token_ids)
    changes = [abs(naive(ids) - whole) for ids in reworded_prompts(ROW, layout)]
    assert explanation.noise == pytest.approx(max(changes), abs=EQUAL)
    assert explanation.noise is not None
    for field, change in explanation.contributions.items():
        assert explanation.is_noise(field) == (abs(change) <= explanation.noise)


def test_what_was_not_asked_for_is_not_there(loaded: LoadedBundle) -> None:
    assessor = loaded.assessor()
    why = assessor.assess([ROW])[0].explanation
    assert why.noise is not None
    assert (why.jobs, why.skills, why.shapley) == (None, None, None)
    why = assessor.assess([PromptRow(age="34")])[0].explanation
    assert why.noise is None
    assert not why.is_noise("age")


def test_a_long_list_is_looked_at_in_runs_of_neighbours(assessor: Assessor) -> None:
    row = row_from_resume(Resume(key_skills=tuple(f"{number:02}" for number in range(60))))
    (assessment,) = assessor.assess([row], detail=["skills"])
    entries = assessment.explanation.skills
    assert entries is not None
    seen = [entry for entry in entries if not entry.is_unseen]
    assert len(seen) <= MOST_VARIANTS
    assert [place for entry in entries for place in entry.places] == list(range(60))
    assert all(entry.change == 0 for entry in entries if entry.is_unseen)


@pytest.mark.parametrize("hidden", [("age",), ("age", "city"), ("key_skills", "work_experience")])
def test_a_hidden_field_is_as_if_it_was_never_told(
    loaded: LoadedBundle, hidden: tuple[str, ...]
) -> None:
    assessor = loaded.assessor()
    untold = ROW.without([name for name in ROW.present_fields() if name in hidden])
    blind = ROW.blind_to([name for name in ROW.present_fields() if name in hidden])
    shown, expected = (assessor.assess([row], detail=DETAILS)[0] for row in (blind, untold))
    assert shown.score == expected.score
    assert shown.explanation.hidden == hidden
    assert shown.explanation.contributions.keys().isdisjoint(hidden)
    assert shown.explanation.model_copy(update={"hidden": ()}) == expected.explanation


def test_the_swap_grid_is_what_each_swap_would_score(loaded: LoadedBundle) -> None:
    assessor = loaded.assessor()
    audit = assessor.audit(ROW)
    assert audit.as_is.score == pytest.approx(assessor.assess([ROW])[0].score.score, abs=0.01)
    assert [(cell.age, cell.city) for cell in audit.cells] == [
        (age, city) for age in (25, 35, 50) for city in ("Москва", "Омск", None)
    ]
    layout = TEMPLATES[loaded.manifest.template].lay_out(ROW, loaded.tokenizer, 400)
    for cell in audit.cells:
        ids = layout.with_texts({"age": str(cell.age), "city": cell.city or "нет информации"})
        (margin,) = loaded.model.margins([ids])
        expected = loaded.calibration.score(margin, loaded.assessor().identity)
        assert cell.score.score == pytest.approx(expected.score, abs=0.01)
    scores = [cell.score.score for cell in audit.cells]
    assert audit.largest_difference == max(scores) - min(scores)
    assert audit.neutral_difference is not None
    assert audit.is_above_noise == (audit.largest_difference > audit.neutral_difference)


def test_an_explanation_goes_through_json_and_one_of_before_still_loads(
    explanation: Explanation,
) -> None:
    assert Explanation.model_validate(json.loads(explanation.model_dump_json())) == explanation
    before = {"contributions": {"age": 0.01}, "seen": {"age": 1.0}}
    old = Explanation.model_validate(before)
    assert old.noise is None
    assert not old.is_noise("age")
    assert old.hidden == ()
