"""Bins, Brier score and order, beside the definitions and scikit-learn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from usecases.measures.reliability import brier_score, reliability_bins, roc_auc

answers = st.lists(
    st.tuples(st.one_of(st.floats(0, 1), st.sampled_from([0.1, 0.5])), st.booleans()),
    min_size=1,
    max_size=120,
)


def test_bins_hold_as_many_answers_each() -> None:
    probabilities = [number / 100 for number in range(50)]
    outcomes = [number % 2 == 0 for number in range(50)]
    bins = reliability_bins(probabilities, outcomes)
    assert [one.count for one in bins] == [10] * 5
    assert bins[0].promised == pytest.approx(0.045)
    assert {one.confirmed.value for one in bins} == {0.5}


@given(answers)
def test_bins_lose_nothing_and_rise(pairs: list[tuple[float, bool]]) -> None:
    probabilities, outcomes = [one[0] for one in pairs], [one[1] for one in pairs]
    bins = reliability_bins(probabilities, outcomes)
    assert sum(one.count for one in bins) == len(pairs)
    assert sum(round(one.confirmed.value * one.count) for one in bins) == sum(outcomes)
    promised = [one.promised for one in bins]
    assert promised == sorted(promised)
    assert len(bins) <= 5
    assert len(set(promised)) == len(promised)


def test_no_answers_have_no_bins() -> None:
    assert reliability_bins([], []) == []


def test_brier_score_of_known_answers() -> None:
    assert brier_score([1, 0, 0.5], [True, False, True]) == pytest.approx(0.25 / 3)


@given(answers)
def test_order_is_that_of_scikit_learn(pairs: list[tuple[float, bool]]) -> None:
    scores, outcomes = [one[0] for one in pairs], [one[1] for one in pairs]
    found = roc_auc(scores, outcomes)
    if len(set(outcomes)) < 2:
        assert found is None
    else:
        assert found == pytest.approx(roc_auc_score(outcomes, scores))
