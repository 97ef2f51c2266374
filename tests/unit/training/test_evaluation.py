"""Figures, splits, calibration and the ruler on small made-up numbers."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

from training.errors import RowsError, TooFewRowsError
from training.evaluation.calibrate import fit_calibration
from training.evaluation.metrics import (
    bootstrap_roc_auc,
    expected_calibration_error,
    fast_roc_auc,
    measure,
)
from training.evaluation.years import years_of_experience
from training.rows.labels import labels_of
from training.rows.splits import SPLIT_NAMES, SplitName, hold_out, leaked_share, split_rows
from training.simulation.row import CONFIRMED, NOT_CONFIRMED


def drawn(rows: int = 4000, seed: int = 1) -> tuple[Any, Any]:
    """Margins, and labels drawn from sigmoid(2 * margin - 3)."""
    rng = np.random.default_rng(seed)
    margins = rng.normal(size=rows)
    probabilities = 1 / (1 + np.exp(3 - 2 * margins))
    return margins, (rng.random(rows) < probabilities).astype(float)


def test_calibration_finds_the_curve_that_drew_the_labels() -> None:
    margins, labels = drawn()
    calibration = fit_calibration(margins, labels, margins)
    probabilities = np.array([calibration.probability(m) for m in margins])
    assert calibration.probability(0.0) == pytest.approx(1 / (1 + np.exp(3)), abs=0.02)
    assert expected_calibration_error(labels, probabilities) < 0.02
    assert calibration.base_rate == pytest.approx(labels.mean())
    assert calibration.percentile(float(np.median(margins))) == pytest.approx(50, abs=1)


def test_calibration_refuses_what_it_cannot_learn() -> None:
    margins, labels = drawn(400)
    with pytest.raises(ValueError, match="both labels"):
        fit_calibration(margins, np.ones_like(margins), margins)
    with pytest.raises(ValueError, match="rank"):
        fit_calibration(-margins, labels, margins)


def test_measure_of_a_perfect_and_of_a_blind_model() -> None:
    labels = np.array([0.0, 1.0] * 100)
    perfect = measure(labels, labels, range(200), 1)
    assert (perfect.roc_auc, perfect.brier_score) == (1.0, 0.0)
    assert perfect.expected_calibration_error == 0.0
    blind = measure(labels, np.full(200, 0.5), range(200), 1)
    assert blind.roc_auc == 0.5
    with pytest.raises(ValueError, match="both labels"):
        measure(np.ones(4), np.ones(4), range(4), 1)


@given(st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=2, max_size=30))
def test_fast_roc_auc_is_that_of_scikit_learn(rows: list[tuple[int, bool]]) -> None:
    scores, labels = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    if labels.min() < labels.max():
        assert fast_roc_auc(labels, scores) == pytest.approx(roc_auc_score(labels, scores))


def test_interval_is_wider_where_people_repeat() -> None:
    margins, labels = drawn(300)
    alone = bootstrap_roc_auc(labels, margins, range(300), 1)
    fourfold = np.tile(labels, 4), np.tile(margins, 4)
    together = bootstrap_roc_auc(*fourfold, list(range(300)) * 4, 1)
    naive = bootstrap_roc_auc(*fourfold, range(1200), 1)
    assert together[1] - together[0] > 1.5 * (naive[1] - naive[0])
    assert alone[0] < alone[1]


people = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=40, max_size=80).filter(
    lambda rows: 5 < sum(label for _, label in rows) < len(rows) - 5
)


@given(people, st.sampled_from(SPLIT_NAMES), st.integers(0, 99))
def test_splits_are_whole_and_stable(
    told: list[tuple[int, bool]], name: SplitName, seed: int
) -> None:
    rows = [
        {"candidate": f"c{c}", "grade_proof": CONFIRMED if label else NOT_CONFIRMED}
        for c, label in told
    ]
    if len({c for c, _ in told}) < 2:
        return
    training, test = split_rows(rows, name, seed=seed)
    assert sorted([*training, *test]) == list(range(len(rows)))
    assert (training, test) == split_rows(rows, name, seed=seed)
    if name == "grouped":
        known = {rows[i]["candidate"] for i in training}
        assert known.isdisjoint(rows[i]["candidate"] for i in test)


def test_sides_keep_shares_and_tell_the_leak() -> None:
    rows = [
        {"candidate": f"c{n % 500}", "grade_proof": CONFIRMED if n % 16 == 0 else NOT_CONFIRMED}
        for n in range(1500)
    ]
    for name in SPLIT_NAMES:
        sides = hold_out(rows, name)
        parts = (sides.training, sides.validation, sides.test)
        assert sorted(i for part in parts for i in part) == list(range(1500))
        assert [len(part) for part in parts] == [
            pytest.approx(share * 1500, rel=0.1) for share in (0.81, 0.09, 0.1)
        ]
        for part in parts:
            confirmed = sum(rows[i]["grade_proof"] == CONFIRMED for i in part) / len(part)
            assert confirmed == pytest.approx(1 / 16, abs=0.03)
    assert leaked_share(rows, hold_out(rows, "grouped")) == 0
    assert leaked_share(rows, hold_out(rows, "stratified")) > 0.8


def test_too_few_rows_to_split() -> None:
    row = {"candidate": "a", "grade_proof": CONFIRMED}
    with pytest.raises(TooFewRowsError):
        split_rows([row] * 9, "grouped")
    with pytest.raises(TooFewRowsError):
        split_rows([row, row | {"grade_proof": NOT_CONFIRMED}], "stratified")
    with pytest.raises(TooFewRowsError):
        split_rows([row], "stratified")


def test_years_cover_overlaps_once_and_gaps_never() -> None:
    told = "\n".join(
        (
            "2020-01-01 - : A  x",
            "2019-01-01 - 2020-06-01: B  y",
            "2015-01-01 - 2015-12-01: C  z",
        )
    )
    other = "2010-01-01 - 2020-12-01: D  w"
    assert years_of_experience([{"work_experience": told}, {"work_experience": other}]) == [
        pytest.approx(3.0),
        pytest.approx(11.0),
    ]
    assert years_of_experience([{"work_experience": "нет информации"}, {}]) == [0, 0]


def test_labels_name_the_row_that_has_none() -> None:
    with pytest.raises(RowsError, match="row 2"):
        labels_of([{"grade_proof": "подтвержден"}, {"grade_proof": None}])
