"""The report of an evaluation: figures, groups, baselines, the leak, pictures."""

import importlib.util
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.model.files import SHIPPED_BUNDLES
from tests.unit.training.made_rows import made_rows, write_made_rows
from training.__main__ import main
from training.evaluation.baselines import fit_baselines, simple_features
from training.evaluation.figures import best_threshold, figures_of, fit_reading, lift_at_top
from training.evaluation.slices import age_band, city_size, gender_word, language
from training.rows.labels import labels_of

NOTHING = "нет информации"
scored = st.lists(
    st.tuples(st.sampled_from([-2.0, -0.5, 0.0, 1.5]), st.booleans()), min_size=1, max_size=40
)


@given(scored)
def test_no_threshold_has_a_better_f1(rows: list[tuple[float, bool]]) -> None:
    margins = np.array([margin for margin, _ in rows])
    labels = np.array([float(label) for _, label in rows])

    def f1(threshold: float) -> float:
        chosen = margins >= threshold
        found = float(labels[chosen].sum())
        return 2 * found / max(1.0, float(chosen.sum() + labels.sum()))

    best = best_threshold(margins, labels)
    assert f1(best) == pytest.approx(max(f1(margin) for margin in margins))


@given(scored.filter(lambda rows: any(label for _, label in rows)), st.floats(0.05, 1))
def test_lift_does_not_depend_on_the_order_of_equals(
    rows: list[tuple[float, bool]], share: float
) -> None:
    margins, labels = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    lift = lift_at_top(labels, margins, share)
    assert lift == pytest.approx(lift_at_top(labels[::-1], margins[::-1], share))
    assert lift_at_top(labels, margins, 1) == pytest.approx(1)


def test_lift_of_a_perfect_and_of_a_blind_scorer() -> None:
    labels = np.array([1.0] * 10 + [0.0] * 90)
    assert lift_at_top(labels, labels, 0.1) == pytest.approx(10)
    assert lift_at_top(labels, np.zeros(100), 0.1) == pytest.approx(1)


def test_margins_that_do_not_rank_leave_the_share() -> None:
    labels = np.array([0.0, 1.0] * 20)
    reading = fit_reading(-labels, labels)
    assert reading.curve is None
    assert set(reading.probabilities(np.array([-3.0, 9.0]))) == {0.5}
    figures = figures_of(labels[:4], labels[:4], reading, range(4), 1)
    assert (figures.roc_auc, figures.f1) == (None, None)
    assert figures.brier_score == pytest.approx(0.25)


def test_calibration_mends_what_the_bare_margin_says() -> None:
    rng = np.random.default_rng(1)
    margins = rng.normal(size=3000)
    labels = (rng.random(3000) < 1 / (1 + np.exp(3 - 2 * margins))).astype(float)
    figures = figures_of(labels, margins, fit_reading(margins, labels), range(3000), 1)
    assert (figures.calibration_error_before or 0) > 0.2 > 0.03 > figures.calibration_error_after


@pytest.mark.parametrize(
    ("row", "groups"),
    [
        ({"age": "24", "city": "г. Москва"}, ("under 25", "Moscow, St Petersburg")),
        ({"age": "34", "city": "Казань"}, ("25 to 34", "over a million")),
        ({"age": "45.0", "city": "Барнаул"}, ("45 and over", "half a million to a million")),
        ({"age": NOTHING, "city": NOTHING}, ("unknown", "unknown")),
        ({"age": "около сорока", "city": "Псков"}, ("unknown", "smaller or not listed")),
    ],
)
def test_age_bands_and_city_sizes(row: dict[str, Any], groups: tuple[str, str]) -> None:
    assert (age_band(row), city_size(row)) == groups


@pytest.mark.parametrize(
    ("text", "gender", "tongue"),
    [
        ("Разработала витрины, вела отчёты", "feminine words", "Russian"),
        ("Разработал витрины и школа, стол", "masculine words", "Russian"),
        ("Разработка витрин, школа, скала, стол", "none, or both alike", "Russian"),
        ("Женщина. Разработал, сделал", "feminine words", "Russian"),
        ("Built data marts", "none, or both alike", "English"),
        (NOTHING, "none, or both alike", "unknown"),
    ],
)
def test_gender_words_and_language(text: str, gender: str, tongue: str) -> None:
    row = {"work_experience": text}
    assert (gender_word(row), language(row)) == (gender, tongue)


def test_simple_features_say_nan_for_what_is_not_told() -> None:
    [told] = simple_features(made_rows(1))
    assert (told["age"], told["salary"], told["skills"], told["jobs"]) == (21, 100_000, 3, 1)
    [bare] = simple_features([dict.fromkeys(made_rows(1)[0], NOTHING)])
    assert all(math.isnan(float(bare[name])) for name in ("age", "salary", "claimed_level"))


def test_baselines_learn_what_there_is_to_learn() -> None:
    rows = made_rows()
    labels = labels_of(rows)
    for baseline in fit_baselines(rows, 52):
        margins = baseline.margins(rows)
        figures = figures_of(labels, margins, fit_reading(margins, labels), range(200), 1)
        assert (figures.roc_auc or 0) == (0.5 if baseline.name == "a constant" else 1.0)


@pytest.mark.skipif(importlib.util.find_spec("catboost") is None, reason="catboost is an extra")
def test_catboost_takes_part_where_it_is_installed() -> None:
    assert [b.name for b in fit_baselines(made_rows(), 52)][-1] == "CatBoost"


def test_a_report_is_one_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = write_made_rows(tmp_path / "rows.jsonl")
    bundle, out = str(SHIPPED_BUNDLES / "compact"), tmp_path / "report.json"
    assert main(["evaluate", "--model", bundle, "--rows", str(rows), "--out", str(out)]) == 0
    told = json.loads(out.read_text())
    grouped, stratified = (told["splits"][name] for name in ("grouped", "stratified"))
    assert grouped["leaked_share"] == 0 < stratified["leaked_share"]
    assert grouped["models"]["compact"]["standing"] == "trained on other rows"
    slices = grouped["models"]["compact"]["slices"]
    assert set(slices) == {"age band", "city size", "gender word", "language"}
    for groups in slices.values():
        assert sum(group["rows"] for group in groups.values()) == grouped["rows"]["test"]
    assert told["published"]["roc_auc"]["Gemma-2-9b, LoRA"] == "0.61"
    table = out.with_suffix(".md").read_text()
    assert table.strip() == capsys.readouterr().out.strip()
    for split in ("grouped", "stratified"):
        assert f"report-{split}.png" in table
        assert (tmp_path / f"report-{split}.png").read_bytes().startswith(b"\x89PNG")
