"""evaluate: models on labelled rows -> JSON, Markdown and pictures."""

import argparse
import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from inference.scoring.calibration import Calibration
from training.commands.arguments import add_seed
from training.errors import ModelFolderError
from training.evaluation.on_rows import SplitResult, evaluate_on_rows
from training.evaluation.plots import draw_split
from training.evaluation.published import DIFFERENCES, PUBLISHED
from training.evaluation.tables import render_report
from training.models import OpenedModel, open_model
from training.rows.files import read_rows, rows_digest

HELP = (
    "bundles and trained models on labelled rows, beside baselines, on the test side of both "
    "splits -> report.json, report.md and a picture for each split"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, required=True, nargs="+",
                        help="bundles, or folders of train")  # fmt: skip
    parser.add_argument("--rows", type=Path, required=True,
                        help="labelled rows; those that a model was trained on, all of them, "
                        "so that its own split is found again")  # fmt: skip
    parser.add_argument("--calibration", type=Path, help="calibration.json instead of the bundle's")
    parser.add_argument("--out", type=Path, required=True,
                        help="report.json; the others are written beside it")  # fmt: skip
    parser.add_argument("--allow-remote-code", action="store_true",
                        help="run the Python that comes with a model")  # fmt: skip
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
    rows = read_rows(arguments.rows)
    calibration = _read_calibration(arguments.calibration) if arguments.calibration else None
    models = {}
    for folder in arguments.model:
        opened = open_model(folder, allow_code=arguments.allow_remote_code)
        name = opened.name if opened.name not in models else f"{opened.name} in {folder.name}"
        models[name] = opened
    results = evaluate_on_rows(models, rows, arguments.seed, calibration)
    out: Path = arguments.out
    out.parent.mkdir(parents=True, exist_ok=True)
    plots = {result.sides.split: f"{out.stem}-{result.sides.split}.png" for result in results}
    for result in results:
        draw_split(result, out.parent / plots[result.sides.split])
    folders = " ".join(folder.name for folder in arguments.model)
    command = (
        f"python -m training evaluate --model {folders} --rows {arguments.rows.name} "
        f"--seed {arguments.seed} --out {out.name}"
    )
    told = _as_json(arguments.rows.name, rows_digest(rows), models, results, command)
    out.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    table = render_report(arguments.rows.name, results, plots, command)
    out.with_suffix(".md").write_text(table, encoding="utf-8")
    print(table)
    return 0


def _as_json(
    rows_name: str,
    digest: str,
    models: dict[str, OpenedModel],
    results: Sequence[SplitResult],
    command: str,
) -> dict[str, Any]:
    return {
        "command": command,
        "rows": {"name": rows_name, "digest": digest},
        "versions": {name: version(name) for name in ("torch", "transformers", "scikit-learn")},
        "models": {name: model.facts for name, model in models.items()},
        "splits": {result.sides.split: result.as_json() for result in results},
        "published": {"roc_auc": {name: figure for name, figure, _ in PUBLISHED},
                      "differences": DIFFERENCES},
    }  # fmt: skip


def _read_calibration(path: Path) -> Calibration:
    try:
        return Calibration.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ModelFolderError(str(path), "calibration") from error
