"""ablate: rows -> what each idea of the training is worth."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from training.commands.arguments import add_seed
from training.commands.fine_tuning import add_fine_tuning, plan_of, settings_of
from training.finetune.ablation import ablate, render_ablation
from training.finetune.preset import FINE_TUNINGS
from training.finetune.processes import is_first_process, reporter
from training.rows.files import read_rows
from training.rows.splits import SPLIT_NAMES, hold_out

HELP = (
    "rows -> OUT/ablation.md and OUT/ablation.json: the training with all four ideas, without "
    "each, and without any, on the same test rows; goes on where it was killed"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=sorted(FINE_TUNINGS), required=True)
    parser.add_argument("--rows", type=Path, required=True, help="rows of clean or simulate")
    parser.add_argument("--out", type=Path, required=True, help="folder of the models and tables")
    parser.add_argument("--split", choices=SPLIT_NAMES, default="grouped")
    parser.add_argument("--seeds", type=int, default=1, metavar="N",
                        help="each variant is trained with N seeds, from --seed on")  # fmt: skip
    add_seed(parser)
    add_fine_tuning(parser)


def run(arguments: argparse.Namespace) -> int:
    rows = read_rows(arguments.rows)
    plan = plan_of(arguments)
    sides = hold_out(rows, arguments.split)
    found = ablate(
        plan,
        rows,
        sides,
        arguments.out,
        settings_of(arguments),
        seeds=[arguments.seed + number for number in range(max(1, arguments.seeds))],
        report=reporter(),
    )
    if is_first_process():
        table = render_ablation(plan, found, sides)
        told = [asdict(row) | {"runs": [facts.as_json() for facts in row.runs]} for row in found]
        text = json.dumps({"plan": plan.as_json(), "variants": told}, ensure_ascii=False, indent=1)
        (arguments.out / "ablation.json").write_text(text + "\n", encoding="utf-8")
        (arguments.out / "ablation.md").write_text(table, encoding="utf-8")
        print(table)
    return 0
