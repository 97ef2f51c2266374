"""train: rows -> base, adapter and head."""

import argparse
from pathlib import Path

from training.commands.arguments import add_corpus, add_seed, checked_corpus
from training.errors import TooFewRowsError
from training.fit.preset import PRESETS
from training.fit.saved import save_trained
from training.fit.train import train_model
from training.rows.files import read_rows
from training.rows.splits import SPLIT_NAMES, split_rows

HELP = "rows -> OUT/base (with its tokenizer) and OUT/adapter; goes on where it was killed"
_LEAST_ROWS = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=sorted(PRESETS), default="compact")
    parser.add_argument("--rows", type=Path, required=True, help="rows of clean or simulate")
    parser.add_argument(
        "--base-rows",
        type=Path,
        help="rows for the base's own training; without them the same rows",
    )
    parser.add_argument(
        "--split",
        choices=SPLIT_NAMES,
        help="leave out the 10 %% of --rows that evaluate --split measures on",
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")  # fmt: skip
    add_corpus(parser)
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
    rows = read_rows(arguments.rows)
    if arguments.split:
        training, _ = split_rows(rows, arguments.split)
        rows = [rows[index] for index in training]
    if len(rows) < _LEAST_ROWS:
        raise TooFewRowsError("rows", len(rows))
    base_rows = read_rows(arguments.base_rows) if arguments.base_rows else rows
    preset = PRESETS[arguments.preset]
    trained = train_model(
        preset,
        base_rows,
        rows,
        arguments.out,
        corpus=checked_corpus(arguments.corpus),
        seed=arguments.seed,
        report=lambda line: print(line, flush=True),
    )
    save_trained(trained, arguments.out, preset.max_length_tokens)
    print(f"model written to {arguments.out}")
    return 0
