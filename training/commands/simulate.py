"""simulate: a seed -> labelled rows."""

import argparse
from pathlib import Path

from training.commands.arguments import add_corpus, add_seed, checked_corpus
from training.corpus.language import read_language
from training.rows.files import write_rows
from training.simulation.row import CONFIRMED
from training.simulation.rows import RowsPlan, simulate_rows
from training.simulation.simulate import Simulator

HELP = "a seed -> rows of made-up careers with the columns and shares of the original set"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--people", type=int, default=1000, help="persons, about two rows each")
    parser.add_argument("--first", type=int, default=0, help="number of the first person")
    parser.add_argument(
        "--side",
        choices=("training", "held-out"),
        default="training",
        help="whose employers' words the careers are made of",
    )
    parser.add_argument(
        "--twins",
        type=float,
        default=0.0,
        help="share of rows followed by a copy changed in one known way",
    )
    parser.add_argument(
        "--ads", type=float, default=0.0, help="ads as one-job resumes, per application"
    )
    parser.add_argument(
        "--raw",
        action="store_true",
        help="repeat the jobs of work_experience as the original file does",
    )
    parser.add_argument("--out", type=Path, required=True,
                        help="rows.jsonl, or rows.json for the column-oriented form")  # fmt: skip
    add_corpus(parser)
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
    language = read_language(checked_corpus(arguments.corpus), arguments.seed)
    blocks = language.training if arguments.side == "training" else language.held_out
    simulator = Simulator(blocks, arguments.seed, arguments.side)
    plan = RowsPlan(
        max(1, arguments.people), arguments.first, arguments.twins, arguments.ads, arguments.raw
    )
    rows = simulate_rows(simulator, plan, arguments.seed)
    write_rows(arguments.out, rows)
    confirmed = sum(row["grade_proof"] == CONFIRMED for row in rows)
    print(f"{len(rows)} rows, {confirmed} confirmed, written to {arguments.out}")
    return 0
