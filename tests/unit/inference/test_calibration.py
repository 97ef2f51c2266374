"""Margins -> probability, score and percentile."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.score import ModelIdentity
from inference.scoring.calibration import Calibration, IsotonicCurve, PlattCurve
from tests.unit.inference.bundle_factory import make_calibration

IDENTITY = ModelIdentity(name="tiny", revision="1", template="budget-1")
margins = st.floats(-1e6, 1e6)


def make(curve: object, **changes: object) -> Calibration:
    told = {"curve": curve, "base_rate": 0.0635, "reference_size": 4}
    return Calibration.model_validate(told | {"reference_margins": (-1.0, 0.0, 2.0)} | changes)


def test_platt() -> None:
    assert PlattCurve(slope=2, intercept=-1).probability(0.75) == pytest.approx(
        1 / (1 + math.exp(-0.5))
    )


def test_isotonic_goes_straight_between_knots_and_flat_outside() -> None:
    curve = IsotonicCurve(margins=(-1, 1, 2), probabilities=(0.1, 0.3, 0.3))
    found = [curve.probability(margin) for margin in (-5, -1, 0, 1.5, 9)]
    assert found == pytest.approx([0.1, 0.1, 0.2, 0.3, 0.3])


def test_the_middle_resume_scores_50() -> None:
    curve = PlattCurve(slope=1, intercept=math.log(0.03 / 0.97))
    score = make(curve).score(0.0, IDENTITY)
    assert score.score == pytest.approx(50)
    assert score.percentile == pytest.approx(50)
    assert score.probability == pytest.approx(0.03)
    assert score.model == IDENTITY


@given(st.floats(-4, 4))
def test_every_score_knows_the_probability_of_the_middle(margin: float) -> None:
    curve = PlattCurve(slope=1, intercept=math.log(0.03 / 0.97))
    assert make(curve).score(margin, IDENTITY).typical_probability == pytest.approx(0.03)


def test_the_middle_of_an_even_number_lies_between_two() -> None:
    even = make(PlattCurve(slope=1, intercept=0), reference_margins=(-1.0, 0.0, 1.0, 2.0))
    assert even.score(0.5, IDENTITY).score == pytest.approx(50)


def test_percentile_is_read_between_the_reference_margins() -> None:
    calibration = make(PlattCurve(slope=1, intercept=0))
    found = [calibration.percentile(margin) for margin in (-2, -1, -0.5, 0, 1, 2, 3)]
    assert found == pytest.approx([0, 0, 25, 50, 75, 100, 100])


def test_equal_reference_margins_count_half() -> None:
    calibration = make(
        PlattCurve(slope=1, intercept=0), reference_margins=(0.0, 0.0, 0.0, 0.0, 1.0)
    )
    assert calibration.percentile(0.0) == pytest.approx(37.5)


@given(margins, margins)
def test_a_higher_margin_never_gives_less(a: float, b: float) -> None:
    low, high = sorted((a, b))
    isotonic = make(IsotonicCurve(margins=(-1, 1), probabilities=(0, 1)))
    for calibration in (make_calibration(), isotonic):
        below, above = (calibration.score(margin, IDENTITY) for margin in (low, high))
        assert below.probability <= above.probability
        assert below.score <= above.score
        assert below.percentile <= above.percentile
        assert 0 < below.probability <= above.probability < 1


@pytest.mark.parametrize(
    "changes",
    [
        {"base_rate": 0},
        {"base_rate": 1},
        {"reference_margins": (1.0, 0.0)},
        {"reference_margins": (1.0,)},
        {"reference_margins": (float("nan"), 1.0)},
        {"curve": {"kind": "platt", "slope": -1, "intercept": 0}},
        {"curve": {"kind": "isotonic", "margins": [0, 0], "probabilities": [0, 1]}},
        {"curve": {"kind": "isotonic", "margins": [0, 1], "probabilities": [1, 0]}},
        {"curve": {"kind": "isotonic", "margins": [0, 1], "probabilities": [0]}},
        {"curve": {"kind": "spline"}},
        {"surprise": 1},
    ],
)
def test_an_unfit_calibration_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        make(**({"curve": PlattCurve(slope=1, intercept=0)} | changes))
