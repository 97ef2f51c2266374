"""What each of the four ideas is worth: the same training with one of them left out at a time."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score

from training.errors import TooFewRowsError
from training.evaluation.metrics import fast_roc_auc, resampled_groups
from training.finetune.arguments import RunSettings
from training.finetune.preset import IDEAS, FineTuning
from training.finetune.processes import is_first_process
from training.finetune.run import fine_tune
from training.finetune.saved import TrainingFacts
from training.fit.loop import Report
from training.models import open_model
from training.rows.labels import labels_of
from training.rows.splits import Sides

Rows = Sequence[Mapping[str, Any]]
Floats = NDArray[np.float64]
VARIANTS: Final[dict[str, tuple[str, ...]]] = {
    "all four": (),
    **{f"without {idea}": (idea,) for idea in IDEAS},
    "none of the four": IDEAS,
}
_WHOLE: Final = "all four"


@dataclass(frozen=True, slots=True)
class AblationRow:
    """One variant on the test side; each figure is the mean over the seeds.

    `difference` is of ROC-AUC from the variant with all four; intervals are 95 % of bootstrap
    samples of candidates, the same samples for both.
    """

    variant: str
    roc_auc: float
    roc_auc_low: float
    roc_auc_high: float
    difference: float
    difference_low: float
    difference_high: float
    average_precision: float
    roc_auc_by_seed: tuple[float, ...]
    runs: tuple[TrainingFacts, ...]


def ablate(
    plan: FineTuning,
    rows: Rows,
    sides: Sides,
    out: Path,
    settings: RunSettings,
    *,
    seeds: Sequence[int],
    report: Report,
) -> list[AblationRow]:
    """Trains every variant with every seed under `out`; finished ones are not trained again.

    Empty in every process but the first. Raises what `fine_tune` does.
    """
    test = [rows[i] for i in sides.test]
    labels = labels_of(test)
    if labels.min() == labels.max():
        raise TooFewRowsError("labels on the test side", 1)
    margins: dict[str, list[Floats]] = {}
    runs: dict[str, tuple[TrainingFacts, ...]] = {}
    for variant, ideas in VARIANTS.items():
        folders = [out / variant.replace(" ", "-") / f"seed-{seed}" for seed in seeds]
        settled = plan.leaving_out(ideas)
        report(f"{variant}:")
        runs[variant] = tuple(
            _train(settled, rows, sides, folder, settings, seed=seed, report=report)
            for folder, seed in zip(folders, seeds, strict=True)
        )
        if is_first_process():
            margins[variant] = [
                open_model(folder, allow_code=settings.allow_code).margins(test)
                for folder in folders
            ]
            _give_memory_back()
    candidates = [str(row.get("candidate", number)) for number, row in enumerate(test)]
    return _compare(labels, candidates, margins, runs)


def _train(
    plan: FineTuning,
    rows: Rows,
    sides: Sides,
    folder: Path,
    settings: RunSettings,
    *,
    seed: int,
    report: Report,
) -> TrainingFacts:
    report(f"seed {seed}")
    facts = fine_tune(plan, rows, sides, folder, settings, seed=seed, report=report)
    _give_memory_back()
    return facts


def _compare(
    labels: Floats,
    candidates: Sequence[str],
    margins: Mapping[str, Sequence[Floats]],
    runs: Mapping[str, tuple[TrainingFacts, ...]],
) -> list[AblationRow]:
    samples = [
        chosen
        for chosen in resampled_groups(candidates, seed=0)
        if labels[chosen].min() < labels[chosen].max()
    ]
    found = []
    for variant, by_seed in margins.items():
        sampled = [_mean(fast_roc_auc, labels, by_seed, chosen) for chosen in samples]
        whole = [_mean(fast_roc_auc, labels, margins[_WHOLE], chosen) for chosen in samples]
        low, high = np.quantile(sampled, [0.025, 0.975])
        gaps = np.subtract(sampled, whole)
        gap_low, gap_high = np.quantile(gaps, [0.025, 0.975])
        every = np.arange(len(labels))
        roc_auc = _mean(fast_roc_auc, labels, by_seed, every)
        found.append(
            AblationRow(
                variant=variant,
                roc_auc=roc_auc,
                roc_auc_low=float(low),
                roc_auc_high=float(high),
                difference=roc_auc - _mean(fast_roc_auc, labels, margins[_WHOLE], every),
                difference_low=float(gap_low),
                difference_high=float(gap_high),
                average_precision=_mean(average_precision_score, labels, by_seed, every),
                roc_auc_by_seed=tuple(fast_roc_auc(labels, one) for one in by_seed),
                runs=runs[variant],
            )
        )
    return found


def _mean(
    figure: Callable[[Floats, Floats], float],
    labels: Floats,
    by_seed: Sequence[Floats],
    chosen: NDArray[np.int64],
) -> float:
    return float(np.mean([figure(labels[chosen], margins[chosen]) for margins in by_seed]))


def _give_memory_back() -> None:
    """The trainer and its model hold each other: without this the next one would not fit."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


def render_ablation(plan: FineTuning, rows: Sequence[AblationRow], sides: Sides) -> str:
    """A Markdown table."""
    lines = [
        f"# What the four ideas are worth: {plan.name}",
        "",
        f"Base {Path(plan.base).name}, template {plan.template}, {plan.max_length_tokens} tokens, "
        f"{plan.epochs} epochs at most; {len(sides.training)} rows to train on, "
        f"{len(sides.validation)} to choose the best checkpoint by, {len(sides.test)} to test, the "
        f"{sides.split} split; seeds {', '.join(str(run.seed) for run in rows[0].runs)}. Intervals "
        "are 95 % of bootstrap samples of candidates.",
        "",
        "| | ROC-AUC (95 %) | difference (95 %) | average precision | validation ROC-AUC | steps "
        "| seconds |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        difference = (
            "" if row.variant == _WHOLE
            else f"{row.difference:+.3f} ({row.difference_low:+.3f} to {row.difference_high:+.3f})"
        )  # fmt: skip
        lines.append(
            f"| {row.variant} | {row.roc_auc:.3f} ({row.roc_auc_low:.3f} to "
            f"{row.roc_auc_high:.3f}) | {difference} | {row.average_precision:.3f} "
            f"| {np.mean([run.validation_roc_auc for run in row.runs]):.3f} "
            f"| {np.mean([run.steps for run in row.runs]):.0f} "
            f"| {np.mean([run.seconds for run in row.runs]):.0f} |"
        )
    return "\n".join(lines) + "\n"
