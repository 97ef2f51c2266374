"""The picture of one split: ROC, calibration, lift, and ROC-AUC by group."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from sklearn.metrics import roc_curve

from training.evaluation.figures import Figures, lift_at_top
from training.evaluation.on_rows import ScorerResult, SplitResult

Floats = NDArray[np.float64]
_BINS: Final = 10
_SHARES: Final = np.linspace(0.02, 1, 50)
_GREY: Final = {"color": "0.6", "linewidth": 0.8, "linestyle": "--"}


def draw_split(result: SplitResult, path: Path) -> None:
    """Writes a PNG."""
    figure = Figure(figsize=(11, 9), layout="constrained")
    FigureCanvasAgg(figure)
    panels = figure.subplots(2, 2).ravel()
    drawings: Sequence[Callable[[Any, SplitResult], None]] = (_roc, _reliability, _lift, _groups)
    for axes, draw in zip(panels, drawings, strict=True):
        draw(axes, result)
    figure.suptitle(f"{result.sides.split} split, {len(result.labels)} test rows")
    # Without the library's version the same figures give the same bytes.
    figure.savefig(path, format="png", metadata={"Software": None})


def _roc(axes: Any, result: SplitResult) -> None:
    for found in _all(result):
        false, true, _ = roc_curve(result.labels, found.margins)
        axes.plot(false, true, label=found.name, linewidth=2 if found.slices else 1)
    axes.plot([0, 1], [0, 1], **_GREY)
    axes.set(title="ROC", xlabel="not confirmed, called so", ylabel="confirmed, called so")
    axes.legend(fontsize="small")


def _reliability(axes: Any, result: SplitResult) -> None:
    for found in result.models or result.baselines:
        before = 1 / (1 + np.exp(-found.margins))
        for told, probabilities, style in (
            ("before", before, ":"),
            ("after", found.probabilities, "-"),
        ):
            points = _bins(result.labels, probabilities)
            axes.plot(*points, style, marker="o", markersize=3, label=f"{found.name}, {told}")
    axes.axline((0, 0), slope=1, **_GREY)
    axes.set(title="Calibration", xlabel="mean probability", ylabel="share confirmed")
    axes.legend(fontsize="small")


def _lift(axes: Any, result: SplitResult) -> None:
    for found in _all(result):
        lifts = [lift_at_top(result.labels, found.margins, share) for share in _SHARES]
        axes.plot(_SHARES, lifts, label=found.name, linewidth=2 if found.slices else 1)
    axes.axhline(1, **_GREY)
    axes.set(title="Lift", xlabel="share with the highest scores", ylabel="lift")


def _groups(axes: Any, result: SplitResult) -> None:
    named: list[tuple[str, Figures]] = [
        (f"{group} ({figures.rows})", figures)
        for model in result.models[:1]
        for groups in model.slices.values()
        for group, figures in groups.items()
        if figures.roc_auc is not None
    ]
    for place, (_, figures) in enumerate(named):
        axes.plot([figures.roc_auc_low, figures.roc_auc_high], [place, place], color="C0")
        axes.plot(figures.roc_auc, place, "o", color="C0")
    axes.axvline(0.5, **_GREY)
    axes.set_yticks(range(len(named)), [name for name, _ in named], fontsize="small")
    of = f" of {result.models[0].name}" if result.models else ""
    axes.set(title=f"ROC-AUC by group{of}", xlim=(0, 1))
    axes.invert_yaxis()


def _all(result: SplitResult) -> list[ScorerResult]:
    return [*result.models, *result.baselines]


def _bins(labels: Floats, probabilities: Floats) -> tuple[list[float], list[float]]:
    order = np.argsort(probabilities, kind="stable")
    bins = [b for b in np.array_split(order, _BINS) if len(b)]
    return (
        [float(probabilities[b].mean()) for b in bins],
        [float(labels[b].mean()) for b in bins],
    )
