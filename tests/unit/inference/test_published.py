"""A calibration from published figures never promises more than they permit."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BundleMismatchError
from domain.score import ModelIdentity
from inference.scoring.calibration import Calibration
from inference.scoring.published import PublishedFigures, read_calibration_or_figures

MODEL = ModelIdentity(name="m", revision="r", template="fic-2024")


def figures(roc_auc: float = 0.61) -> PublishedFigures:
    return PublishedFigures(
        kind="published", roc_auc=roc_auc, base_rate=0.0635, reference="reference.jsonl"
    )


def drawn_margins(roc_auc: float, count: int, seed: int) -> tuple[list[float], list[bool]]:
    """From two normal distributions that are as far apart as this ROC-AUC means."""
    from math import sqrt
    from statistics import NormalDist

    chance = random.Random(seed)
    distance = sqrt(2) * NormalDist().inv_cdf(roc_auc)
    labels = [chance.random() < 0.0635 for _ in range(count)]
    margins = [3 * (chance.gauss() + distance * label) - 5 for label in labels]
    return margins, labels


@pytest.mark.parametrize("roc_auc", [0.51, 0.61, 0.8])
def test_probabilities_are_the_shares_where_the_assumption_holds(roc_auc: float) -> None:
    margins, labels = drawn_margins(roc_auc, 60_000, seed=1)
    calibration = figures(roc_auc).calibration(margins)
    told = [calibration.probability(margin) for margin in margins]
    assert sum(told) / len(told) == pytest.approx(0.0635, abs=0.002)
    order = sorted(range(len(margins)), key=margins.__getitem__)
    for part in (order[:15_000], order[-15_000:]):
        share = sum(labels[i] for i in part) / len(part)
        assert sum(told[i] for i in part) / len(part) == pytest.approx(share, abs=0.01)


@given(
    margins=st.lists(st.floats(-20, 20), min_size=2, max_size=40),
    scale=st.floats(0.1, 10),
    shift=st.floats(-50, 50),
)
def test_the_scale_of_margins_says_nothing(
    margins: list[float], scale: float, shift: float
) -> None:
    """Raw softmax would: that is why it is never shown."""
    if max(margins) - min(margins) < 0.01:
        return
    plain = figures().calibration(margins)
    other = figures().calibration([scale * margin + shift for margin in margins])
    for margin in margins:
        assert other.probability(scale * margin + shift) == pytest.approx(
            plain.probability(margin), abs=1e-6
        )


def test_a_model_that_hardly_ranks_hardly_moves() -> None:
    margins, _ = drawn_margins(0.51, 200, seed=2)
    calibration = figures(0.51).calibration(margins)
    scores = [calibration.score(margin, MODEL) for margin in margins]
    assert all(0.05 < score.probability < 0.075 for score in scores)
    assert all(45 < score.score < 55 for score in scores)
    assert max(score.percentile for score in scores) > 95


def test_equal_margins_are_all_the_middle() -> None:
    calibration = figures().calibration([1.0, 1.0, 1.0])
    assert calibration.score(1.0, MODEL).score == pytest.approx(50)


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "published", "roc_auc": 0.4, "base_rate": 0.1, "reference": "r.jsonl"}',
        '{"kind": "published", "roc_auc": 0.6, "base_rate": 0.1, "reference": "../r.jsonl"}',
        '{"kind": "guessed", "roc_auc": 0.6, "base_rate": 0.1, "reference": "r.jsonl"}',
        "{}",
        "{",
    ],
)
def test_an_unfit_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(text)
    with pytest.raises(BundleMismatchError):
        read_calibration_or_figures(path, "m")


def test_both_kinds_are_read(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(figures().model_dump_json())
    assert read_calibration_or_figures(path, "m") == figures()
    path.write_text(figures().calibration([0.0, 1.0]).model_dump_json())
    assert isinstance(read_calibration_or_figures(path, "m"), Calibration)
