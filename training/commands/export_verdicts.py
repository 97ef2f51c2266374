"""export-verdicts: the bot's /export -> training rows."""

import argparse
from pathlib import Path

from training.rows.files import write_rows
from training.verdicts.export import LEAST_OF_EACH, LEAST_ROWS, export_verdicts

HELP = (
    "the ZIP that the bot's /export gave -> rows of the grades that interviews confirmed or not, "
    "without contacts, names of files, ids and times of day"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("archive", type=Path, help="the ZIP of /export")
    parser.add_argument("--out", type=Path, required=True, help="rows, one JSON object a line")
    parser.add_argument(
        "--least-rows", type=int, default=LEAST_ROWS, help=f"refuse fewer verdicts ({LEAST_ROWS})"
    )
    parser.add_argument(
        "--least-of-each",
        type=int,
        default=LEAST_OF_EACH,
        help=f"refuse fewer of each kind ({LEAST_OF_EACH})",
    )


def run(arguments: argparse.Namespace) -> int:
    exported = export_verdicts(
        arguments.archive,
        least_rows=arguments.least_rows,
        least_of_each=arguments.least_of_each,
    )
    write_rows(arguments.out, exported.rows)
    print(
        f"{len(exported.rows)} rows written to {arguments.out}; left out: {exported.repeated} "
        f"earlier verdicts on the same claim, {exported.without_analysis} whose analysis is not "
        "in the export"
    )
    return 0
