"""adapt: the live bundle and verdicts -> a bundle that has learned from them, compared."""

import argparse
from pathlib import Path

from training.commands.arguments import add_seed
from training.rows.files import read_rows
from training.verdicts.adapt import EPOCHS, adapt

HELP = (
    "a bundle and rows of export-verdicts -> a new bundle: its adapter goes on learning from the "
    "older verdicts and is compared with the first one's on the newest"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bundle", required=True, help="the live bundle: a name or a folder")
    parser.add_argument("--rows", type=Path, required=True, help="rows of export-verdicts")
    parser.add_argument("--out", type=Path, required=True, help="folder of the new bundle")
    parser.add_argument(
        "--epochs", type=int, default=EPOCHS, help=f"times over the verdicts ({EPOCHS})"
    )
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
    adapted = adapt(
        arguments.bundle,
        read_rows(arguments.rows),
        arguments.out,
        epochs=arguments.epochs,
        seed=arguments.seed,
        report=lambda line: print(line, flush=True),
    )
    found = adapted.comparison
    print(
        f"on the {len(adapted.sides.newest)} newest verdicts: ROC-AUC {found.live.roc_auc:.3f} -> "
        f"{found.new.roc_auc:.3f} ({found.low:+.3f} to {found.high:+.3f}): {found.finding}"
    )
    print(f"bundle written to {arguments.out}")
    return 0
