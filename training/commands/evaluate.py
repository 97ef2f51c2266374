"""evaluate: a model on labelled rows -> JSON and Markdown."""

import argparse
import json
from pathlib import Path

from pydantic import ValidationError

from inference.scoring.calibration import Calibration
from training.commands.arguments import add_seed
from training.errors import ModelFolderError, TooFewRowsError
from training.evaluation.on_rows import evaluate_on_rows, render_results
from training.fit.saved import open_model
from training.rows.files import read_rows

HELP = "a bundle or trained model on labelled rows -> figures as JSON and Markdown"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, required=True, help="bundle, or folder of train")
    parser.add_argument("--rows", type=Path, required=True, help="labelled rows")
    parser.add_argument("--calibration", type=Path, help="calibration.json instead of the bundle's")
    parser.add_argument("--out", type=Path, required=True,
                        help="report.json; report.md is written beside it")  # fmt: skip
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
    rows = read_rows(arguments.rows)
    calibration = _read_calibration(arguments.calibration) if arguments.calibration else None
    model = open_model(arguments.model)
    try:
        results = evaluate_on_rows(model, rows, arguments.seed, calibration)
    except ValueError as error:
        raise TooFewRowsError(str(error), len(rows)) from error
    figures = {result.split: result.as_json() for result in results}
    table = render_results(results)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    arguments.out.with_suffix(".md").write_text(table, encoding="utf-8")
    print(table)
    return 0


def _read_calibration(path: Path) -> Calibration:
    try:
        return Calibration.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise ModelFolderError(str(path), "calibration") from error
