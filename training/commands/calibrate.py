"""calibrate: a model and rows that it was not trained on -> calibration.json."""

import argparse
from pathlib import Path

from training.errors import TooFewRowsError
from training.evaluation.calibrate import fit_calibration
from training.models import open_model
from training.rows.files import read_rows
from training.rows.labels import labels_of

HELP = "a bundle or trained model, and rows that it was not trained on -> calibration.json"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", type=Path, required=True, help="bundle, or folder of train")
    parser.add_argument("--rows", type=Path, required=True, help="labelled rows")
    parser.add_argument(
        "--reference", type=Path, help="rows that percentiles are told against; without them --rows"
    )
    parser.add_argument("--out", type=Path, required=True, help="calibration.json")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    rows = read_rows(arguments.rows)
    labels = labels_of(rows)
    model = open_model(arguments.model)
    margins = model.margins(rows)
    reference = model.margins(read_rows(arguments.reference)) if arguments.reference else margins
    try:
        calibration = fit_calibration(margins, labels, reference)
    except ValueError as error:
        raise TooFewRowsError(str(error), len(rows)) from error
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(calibration.model_dump_json(indent=1) + "\n", encoding="utf-8")
    print(f"{calibration.curve!r}, base rate {calibration.base_rate:.4f}, {arguments.out}")
    return 0
