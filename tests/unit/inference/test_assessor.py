"""Scores and their reasons through the one door."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import NothingToScoreError
from domain.fields import FieldName
from domain.score import Assessment
from inference.assessor import Assessor, load_assessor
from inference.model.loader import LoadedBundle
from inference.prompts import TEMPLATES, PromptRow
from tests.unit.inference.rows import rows

EQUAL = 1e-4
ROW = PromptRow(
    age="34",
    city="Барнаул",
    position="Инженер данных",
    key_skills="SQL, Python",
    work_experience="2019-04-01 - : Инженер данных  ООО Ромашка",
)


def numbers(assessment: Assessment) -> list[float]:
    score, why = assessment.score, assessment.explanation
    return [score.score / 100, score.probability, score.percentile / 100] + [
        share[field] for share in (why.contributions, why.seen) for field in sorted(share, key=str)
    ]


def test_contributions_are_changes_of_probability_by_naive_occlusion(
    loaded: LoadedBundle, assessor: Assessor
) -> None:
    length = loaded.manifest.max_length_tokens
    template = TEMPLATES["budget-1"]

    def naive_probability(ids: Sequence[int]) -> float:
        return loaded.calibration.probability(loaded.model.margins([ids])[0])

    def without(field: FieldName) -> float:
        return naive_probability(template.encode_without(ROW, field, loaded.tokenizer, length))

    (assessment,) = assessor.assess([ROW])
    whole = naive_probability(template.encode(ROW, loaded.tokenizer, length).token_ids)
    assert assessment.score.probability == pytest.approx(whole, abs=EQUAL)
    assert assessment.explanation.contributions == {
        field: pytest.approx(whole - without(field), abs=EQUAL) for field in ROW.present_fields()
    }
    assert any(abs(change) > 1e-3 for change in assessment.explanation.contributions.values())


@settings(max_examples=15, deadline=None)
@given(batch=st.lists(rows.filter(lambda row: bool(row.present_fields())), min_size=1, max_size=5))
def test_a_row_gets_the_same_numbers_in_any_company(
    assessor: Assessor, batch: list[PromptRow]
) -> None:
    together = assessor.assess(batch)
    for row, assessment in zip(batch, together, strict=True):
        assert numbers(assessment) == pytest.approx(numbers(assessor.assess([row])[0]), abs=EQUAL)


def test_without_an_explanation_the_score_is_the_same(assessor: Assessor) -> None:
    (explained,), (bare,) = assessor.assess([ROW]), assessor.assess([ROW], explained=False)
    assert bare.score.probability == pytest.approx(explained.score.probability, abs=EQUAL)
    assert bare.explanation.seen == explained.explanation.seen
    assert bare.explanation.contributions == {}


def test_a_new_load_gives_the_same_numbers(assessor: Assessor, bundle: object) -> None:
    again = load_assessor(str(bundle))
    assert again.identity == assessor.identity
    assert numbers(again.assess([ROW])[0]) == numbers(assessor.assess([ROW])[0])


def test_a_field_out_of_sight_moves_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.unit.inference.bundle_factory import make_bundle

    folder = make_bundle(tmp_path_factory.mktemp("fic") / "tiny", template="fic-2024")
    row = PromptRow(age="34", salary="100", work_experience="x" * 3000)
    (assessment,) = load_assessor(folder).assess([row])
    assert assessment.explanation.contributions["salary"] == 0
    assert assessment.explanation.seen["salary"] == 0


def test_nothing_to_score(assessor: Assessor) -> None:
    with pytest.raises(NothingToScoreError):
        assessor.assess([ROW, PromptRow()])
    assert assessor.assess([]) == []
