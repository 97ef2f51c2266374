"""The whole of it: simulate, train, calibrate, evaluate, save."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from inference.model.manifest import BundleFacts, PinnedSource
from inference.model.saving import save_bundle
from inference.prompts import row_from_json
from inference.scoring.calibration import Calibration
from training.corpus.english_careers import held_out_careers
from training.corpus.language import LanguageSource, read_language
from training.evaluation.calibrate import fit_calibration
from training.evaluation.card import render_card
from training.evaluation.report import Evaluation, evaluate_model
from training.fit.adapter import LABELS
from training.fit.loop import Report
from training.fit.margins import margins_of
from training.fit.preset import Preset
from training.fit.train import TEMPLATE, TrainedModel, train_model
from training.rows.labels import labels_of
from training.simulation.row import CONFIRMED
from training.simulation.rows import RowsPlan, simulate_rows
from training.simulation.simulate import CONFIRMED_SHARE, Simulator
from training.whole_folder import whole_folder

LICENCE: Final = "MIT"


@dataclass(frozen=True, slots=True)
class SimulatedSets:
    """Rows for each purpose; people of `held_out` and `calibration` live on held-out blocks."""

    base: list[dict[str, Any]]
    adapter: list[dict[str, Any]]
    calibration: list[dict[str, Any]]
    held_out: list[dict[str, Any]]
    held_out_simulator: Simulator


def simulate_sets(language: LanguageSource, preset: Preset, seed: int) -> SimulatedSets:
    simulator = Simulator(language.training, seed, "training")
    held_out = Simulator(language.held_out, seed, "held-out")
    base = RowsPlan(preset.base_people, twins=preset.twins_per_case, ads=preset.ads_per_case)
    adapter = RowsPlan(
        preset.adapter_people,
        first=preset.base_people,
        twins=preset.adapter_twins_per_case,
        ads=preset.adapter_ads_per_case,
    )
    calibration = RowsPlan(preset.held_out_people)
    test = RowsPlan(preset.held_out_people, first=preset.held_out_people)
    return SimulatedSets(
        base=simulate_rows(simulator, base, seed),
        adapter=simulate_rows(simulator, adapter, seed),
        calibration=simulate_rows(held_out, calibration, seed),
        held_out=simulate_rows(held_out, test, seed + 1),
        held_out_simulator=held_out,
    )


def make_bundle(
    preset: Preset, out: Path, work: Path, *, corpus: Path | None, seed: int, report: Report
) -> Evaluation:
    """Writes the bundle to `out`, replacing an older one only when the new one is whole."""
    report("simulating careers")
    language = read_language(corpus, seed)
    sets = simulate_sets(language, preset, seed)
    report(f"{len(sets.base)} rows for the base, {len(sets.adapter)} for the adapter")
    trained = train_model(
        preset, sets.base, sets.adapter, work, corpus=corpus, seed=seed, report=report
    )
    report("calibrating and evaluating on held-out people")
    calibration = _calibrate(trained, sets)
    evaluation = evaluate_model(
        lambda rows: _margins(trained, rows),
        calibration,
        sets.held_out,
        language.training,
        sets.held_out_simulator,
        held_out_careers(corpus) if corpus else [],
        preset.probe_people,
        seed,
    )
    data = _data_facts(language, sets, seed)
    with whole_folder(out) as new:
        save_bundle(
            new,
            facts=_facts(preset, out.name, trained.base, data, evaluation),
            peft_model=trained.model,
            base_folder=trained.base,
            calibration=calibration,
            model_card=render_card(out.name, preset, data, evaluation, LICENCE),
        )
    return evaluation


def _calibrate(trained: TrainedModel, sets: SimulatedSets) -> Calibration:
    margins = _margins(trained, sets.calibration)
    return fit_calibration(margins, labels_of(sets.calibration), margins, CONFIRMED_SHARE)


def _margins(trained: TrainedModel, rows: Sequence[Mapping[str, Any]]) -> NDArray[np.float64]:
    classifier = trained.model.base_model.model
    return margins_of(classifier, [trained.maker.encode(row_from_json(row)) for row in rows])


def _facts(
    preset: Preset, name: str, base: Path, data: dict[str, Any], evaluation: Evaluation
) -> BundleFacts:
    weights = hashlib.sha256((base / "model.safetensors").read_bytes()).hexdigest()[:40]
    return BundleFacts(
        name=name,
        base=PinnedSource(name=f"{name}-base", revision=weights, embedded=True),
        adapter=PinnedSource(name=f"{name}-adapter", revision=weights, embedded=True),
        template=TEMPLATE,
        max_length_tokens=preset.max_length_tokens,
        labels=LABELS,
        positive_label=CONFIRMED,
        head="two-layer",
        hidden_size=preset.hidden_size,
        weights="float32",
        is_demo=True,
        licence=LICENCE,
        data=data,
        metrics=evaluation.as_json(),
    )


def _data_facts(language: LanguageSource, sets: SimulatedSets, seed: int) -> dict[str, Any]:
    return {
        "kind": "simulated careers",
        "language_from": "job ads, anonymised resumes and the built-in lexicon"
        if language.has_corpus
        else "the built-in lexicon",
        "seed": seed,
        "blocks_training": len(language.training),
        "blocks_held_out": len(language.held_out),
        "rows_base": len(sets.base),
        "rows_adapter": len(sets.adapter),
        "rows_calibration": len(sets.calibration),
        "rows_held_out": len(sets.held_out),
    }
