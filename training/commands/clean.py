"""clean: the original set -> rows."""

import argparse
import json
from pathlib import Path

from training.errors import TooFewRowsError
from training.rows.clean import clean_rows
from training.rows.files import read_rows, write_rows

HELP = "the original set (pandas column-oriented JSON, or JSONL) -> rows.jsonl and a report"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", nargs="+", type=Path, help="files, read in this order")
    parser.add_argument("--out", type=Path, required=True, help="rows, one JSON object a line")
    parser.add_argument("--report", type=Path, help="what was dropped and why, as JSON")


def run(arguments: argparse.Namespace) -> int:
    raw = [row for path in arguments.input for row in read_rows(path)]
    if not raw:
        raise TooFewRowsError("rows", 0)
    rows, report = clean_rows(raw)
    write_rows(arguments.out, rows)
    told = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
    if arguments.report:
        arguments.report.write_text(told + "\n", encoding="utf-8")
    print(told)
    return 0
