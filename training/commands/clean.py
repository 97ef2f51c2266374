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
    parser.add_argument("--report", type=Path, help="JSON: what was dropped and why, row by row")


def run(arguments: argparse.Namespace) -> int:
    raw = [row for path in arguments.input for row in read_rows(path)]
    if not raw:
        raise TooFewRowsError("rows", 0)
    rows, report = clean_rows(raw)
    write_rows(arguments.out, rows)
    told = report.as_json()
    if arguments.report:
        text = json.dumps(told, ensure_ascii=False, indent=1)
        arguments.report.write_text(text + "\n", encoding="utf-8")
    del told["dropped"]
    print(json.dumps(told, ensure_ascii=False, indent=2))
    return 0
