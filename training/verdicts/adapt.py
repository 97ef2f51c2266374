"""The live bundle's adapter goes on learning, from the verdicts of the people who use it."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray

from domain.errors import BundleError
from inference.model.loader import LoadedBundle, load_bundle
from inference.model.manifest import BundleFacts, PinnedSource
from inference.model.saving import save_bundle
from inference.scoring.calibration import Calibration
from training.errors import BaseUnfitError, ModelFolderError, NothingLearnedError
from training.evaluation.calibrate import fit_calibration
from training.finetune.examples import encode_prompts
from training.fit.adapter import (
    LABELS,
    adapter_loss,
    class_weight,
    load_adapter,
    parameter_groups,
    use_causal_attention,
)
from training.fit.batches import plan_batches
from training.fit.examples import Example, ExampleMaker
from training.fit.loop import Report, Stage, run_stage
from training.fit.margins import margins_of, margins_of_model
from training.rows.files import rows_digest
from training.rows.labels import labels_of
from training.verdicts.card import render_card
from training.verdicts.compare import Comparison, compare
from training.verdicts.sides import VerdictSides, split_by_time
from training.whole_folder import whole_folder

HEAD_RATE: Final = 3e-4
"""A third of the rate that the demo adapter began with: it goes on, it does not begin again."""
EPOCHS: Final = 4
_BATCH_TOKENS: Final = 4096
_TWO_LAYER: Final = "two-layer"

Floats = NDArray[np.float64]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Adapted:
    """What was learned, and whether it was worth it."""

    folder: Path
    comparison: Comparison
    sides: VerdictSides


def adapt(
    live: str | Path, rows: Sequence[Row], out: Path, *, epochs: int, seed: int, report: Report
) -> Adapted:
    """Writes a bundle to `out` with the comparison in its manifest and card.

    Raises TooFewRowsError, RowsError, ModelFolderError, BaseUnfitError for a bundle whose base is
    not embedded, and NothingLearnedError where the new margins do not rank the verdicts.
    """
    sides = split_by_time(rows)
    bundle = _open(live)
    _check_fits(bundle)
    maker = ExampleMaker(
        bundle.manifest.template, bundle.tokenizer, bundle.manifest.max_length_tokens, seed
    )
    units = [unit for _ in range(epochs) for unit in maker.units(sides.training)]
    report(f"{len(sides.training)} verdicts to learn from, {len(sides.newest)} to compare on")
    model = _train(bundle, units, seed, report)
    calibration = _calibrate(bundle, model, sides)
    comparison = _compare(bundle, model, calibration, sides)
    _save(bundle, model, calibration, comparison, sides, out)
    return Adapted(out, comparison, sides)


def _open(folder: str | Path) -> LoadedBundle:
    try:
        return load_bundle(folder, device="cpu", dtype="float32")
    except BundleError as error:
        raise ModelFolderError(str(folder), str(error)) from error


def _check_fits(bundle: LoadedBundle) -> None:
    manifest = bundle.manifest
    adapter = manifest.adapter
    wanted: tuple[tuple[str, str, str], ...] = (
        ("base", "embedded", "embedded" if manifest.base.embedded else manifest.base.name),
        ("adapter", "embedded", "embedded" if adapter and adapter.embedded else "not there"),
        ("labels", ", ".join(LABELS), ", ".join(manifest.labels)),
        ("head", _TWO_LAYER, manifest.head),
    )
    for part, expected, found in wanted:
        if expected != found:
            raise BaseUnfitError(manifest.name, part, expected, found)


def _train(
    bundle: LoadedBundle, units: Sequence[tuple[Example, ...]], seed: int, report: Report
) -> Any:
    torch.manual_seed(seed)
    model = load_adapter(bundle.folder / "base", bundle.folder / "adapter", is_trainable=True)
    use_causal_attention(model)
    weight = class_weight(units)
    config = model.peft_config["default"]
    with tempfile.TemporaryDirectory() as scratch:
        stage = Stage(
            name="verdicts",
            key=f"verdicts-{seed}",
            seed=seed,
            groups=parameter_groups(model, HEAD_RATE, HEAD_RATE * config.lora_alpha / config.r),
            module=model,
            loss=lambda batch: adapter_loss(model, batch, weight),
            checkpoint=Path(scratch) / "checkpoint.pt",
        )
        run_stage(stage, units, plan_batches(units, _BATCH_TOKENS, seed), report)
    return model.eval()


def _calibrate(bundle: LoadedBundle, model: Any, sides: VerdictSides) -> Calibration:
    """On candidates that taught nothing; percentiles are told against all that are not newest."""
    labels = labels_of(sides.calibration)
    margins = _new_margins(bundle, model, sides.calibration)
    reference = np.concatenate([margins, _new_margins(bundle, model, sides.training)])
    try:
        return fit_calibration(margins, labels, reference)
    except ValueError as error:
        raise NothingLearnedError(str(error)) from error


def _compare(
    bundle: LoadedBundle, model: Any, calibration: Calibration, sides: VerdictSides
) -> Comparison:
    new = _new_margins(bundle, model, sides.newest)
    live = margins_of_model(bundle.model, _prompts(bundle, sides.newest))
    return compare(
        labels_of(sides.newest),
        np.array([bundle.calibration.probability(float(margin)) for margin in live]),
        np.array([calibration.probability(float(margin)) for margin in new]),
        [str(row["candidate"]) for row in sides.newest],
    )


def _new_margins(bundle: LoadedBundle, model: Any, rows: Sequence[Row]) -> Floats:
    return margins_of(model.base_model.model, _prompts(bundle, rows))


def _prompts(bundle: LoadedBundle, rows: Sequence[Row]) -> list[tuple[int, ...]]:
    manifest = bundle.manifest
    return encode_prompts(rows, bundle.tokenizer, manifest.template, manifest.max_length_tokens)


def _save(
    bundle: LoadedBundle,
    model: Any,
    calibration: Calibration,
    comparison: Comparison,
    sides: VerdictSides,
    out: Path,
) -> None:
    with whole_folder(out) as new:
        save_bundle(
            new,
            facts=_facts(bundle, comparison, sides, out.name),
            peft_model=model,
            base_folder=bundle.folder / "base",
            calibration=calibration,
            model_card=render_card(out.name, bundle.manifest, comparison, sides),
        )


def _facts(
    bundle: LoadedBundle, comparison: Comparison, sides: VerdictSides, name: str
) -> BundleFacts:
    manifest = bundle.manifest
    told = manifest.model_dump(exclude={"files"})
    rows = [*sides.training, *sides.calibration, *sides.newest]
    digest = rows_digest(rows)
    return BundleFacts(
        **told
        | {
            "name": name,
            "adapter": PinnedSource(name=f"{name}-adapter", revision=digest, embedded=True),
            "is_demo": False,
            "data": {
                "kind": "verdicts of recruiters",
                "began_as": manifest.name,
                "began_as_revision": manifest.revision,
                "verdicts_training": len(sides.training),
                "verdicts_calibration": len(sides.calibration),
                "verdicts_newest": len(sides.newest),
                "rows": digest,
            },
            "metrics": {"comparison": comparison.as_json()},
        }
    )
