"""The report of an evaluation as Markdown."""

from collections.abc import Mapping, Sequence

from training.evaluation.figures import Figures
from training.evaluation.on_rows import TRAINED_ON, ScorerResult, SplitResult
from training.evaluation.published import DIFFERENCES, PUBLISHED
from training.rows.splits import SplitName

_HEAD = (
    "| | ROC-AUC (95 %) | average precision | Brier | ECE before | ECE after | F1 "
    "| lift at 10 % |\n|---|---|---|---|---|---|---|---|"
)
_SLICE_HEAD = (
    "| | rows | confirmed | mean probability | ROC-AUC (95 %) | average precision | Brier "
    "| ECE after | F1 | lift at 10 % |\n|---|---|---|---|---|---|---|---|---|---|"
)


def render_report(
    rows_name: str, results: Sequence[SplitResult], plots: Mapping[SplitName, str], command: str
) -> str:
    """`plots`: split -> file name of its picture."""
    parts = [f"# Evaluation on {rows_name}", f"    {command}", _legend()]
    for result in results:
        parts += [_split(result), f"![Curves of the {result.sides.split} split]"
                  f"({plots[result.sides.split]})"]  # fmt: skip
        parts += [_slices(model) for model in result.models]
    parts += [_leak(results), _published(results)]
    return "\n\n".join(parts) + "\n"


def _legend() -> str:
    return """Intervals are 95 % of bootstrap samples of whole candidates. ECE (expected calibration
error, ten bins of equally many rows) is before calibration that of the margin's sigmoid. The
calibration (Platt, unless the model brings its own) and the threshold of F1 come from the
validation side. Lift: the share of confirmed grades in the tenth with the highest scores, over that
of all. "-" stands where fewer than five rows have either label."""


def _split(result: SplitResult) -> str:
    sides = result.sides
    lines = [
        f"## The {sides.split} split",
        f"{len(sides.training)} rows to train on, {len(sides.validation)} to validate, "
        f"{len(sides.test)} to test, {int(result.labels.sum())} of them confirmed. "
        f"{result.leaked_share:.1%} of the test rows are of candidates who stand on the training "
        "side too.",
    ]
    lines += [f"{name} is left out: {why}." for name, why in result.left_out.items()]
    lines += [f"{m.name}: {m.standing}." for m in result.models]
    table = [_HEAD, *(_scorer_line(found) for found in (*result.models, *result.baselines))]
    return "\n\n".join([*lines, "\n".join(table)])


def _scorer_line(found: ScorerResult) -> str:
    figures = found.figures
    name = f"**{found.name}**" if found.slices else found.name
    return (
        f"| {name} | {_interval(figures)} | {_told(figures.average_precision)} "
        f"| {figures.brier_score:.4f} | {_told(figures.calibration_error_before)} "
        f"| {figures.calibration_error_after:.3f} | {_told(figures.f1)} "
        f"| {_told(figures.lift_at_10_percent, 2)} |"
    )


def _slices(model: ScorerResult) -> str:
    lines = [f"### {model.name} by group", _SLICE_HEAD]
    for way, groups in model.slices.items():
        for group, figures in groups.items():
            lines.append(
                f"| {way}: {group} | {figures.rows} | {figures.confirmed} "
                f"| {figures.mean_probability:.3f} | {_interval(figures)} "
                f"| {_told(figures.average_precision)} | {figures.brier_score:.4f} "
                f"| {figures.calibration_error_after:.3f} | {_told(figures.f1)} "
                f"| {_told(figures.lift_at_10_percent, 2)} |"
            )
    return f"{lines[0]}\n\n" + "\n".join(lines[1:])


def _leak(results: Sequence[SplitResult]) -> str:
    """ROC-AUC of what was measured on both splits, side by side."""
    by_split = [{s.name: s for s in (*r.models, *r.baselines)} for r in results]
    names = [name for name in by_split[0] if all(name in found for found in by_split)]
    heads = " | ".join(f"{r.sides.split} ({r.leaked_share:.0%} known)" for r in results)
    lines = [f"| ROC-AUC | {heads} |", "|---" * (len(results) + 1) + "|"]
    for name in names:
        cells = " | ".join(_told(found[name].figures.roc_auc) for found in by_split)
        lines.append(f"| {name} | {cells} |")
    return (
        "## The leak\n\nThe stratified split holds rows out, not people: what a model knows of a "
        "person from one client counts before another. Only the grouped split says how new people "
        "are ranked.\n\n" + "\n".join(lines)
    )


def _published(results: Sequence[SplitResult]) -> str:
    lines = ["| | ROC-AUC | how |", "|---|---|---|"]
    lines += [f"| {name} | {figure} | published: {how} |" for name, figure, how in PUBLISHED]
    for result in results:
        for found in (*result.models, *result.baselines):
            how = f"ours: {result.sides.split} split"
            if found.standing == TRAINED_ON:
                how += f", {TRAINED_ON}"
            lines.append(f"| {found.name} | {_told(found.figures.roc_auc)} | {how} |")
    return f"## Beside the published results\n\n{DIFFERENCES}\n\n" + "\n".join(lines)


def _interval(figures: Figures) -> str:
    if figures.roc_auc is None:
        return "-"
    return f"{figures.roc_auc:.3f} ({figures.roc_auc_low:.3f} to {figures.roc_auc_high:.3f})"


def _told(value: float | None, digits: int = 3) -> str:
    return "-" if value is None else f"{value:.{digits}f}"
