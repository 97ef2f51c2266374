"""train: rows -> a model."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from training.commands.arguments import add_corpus, add_seed, checked_corpus
from training.commands.fine_tuning import (
    add_fine_tuning,
    fine_tuning_names,
    plan_of,
    settings_of,
)
from training.errors import TooFewRowsError
from training.finetune.preset import FINE_TUNINGS, IDEAS
from training.finetune.processes import reporter
from training.finetune.run import fine_tune
from training.fit.preset import PRESETS
from training.fit.saved import save_trained
from training.fit.train import train_model
from training.rows.files import read_rows
from training.rows.splits import SPLIT_NAMES, hold_out

HELP = (
    "rows -> OUT with the model, trained on the training side of a split; goes on where it was "
    "killed. Many processes: torchrun or accelerate launch before -m training train"
)
_LEAST_ROWS = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=sorted((*PRESETS, *FINE_TUNINGS)), default="compact")
    parser.add_argument("--rows", type=Path, required=True, help="rows of clean or simulate")
    parser.add_argument("--out", type=Path, required=True, help="folder of the model")
    parser.add_argument(
        "--split",
        choices=SPLIT_NAMES,
        help="leave out the sides of --rows that evaluate validates and measures on; without it "
        "compact and tiny take all rows, the others the grouped split",
    )
    parser.add_argument(
        "--without",
        action="append",
        choices=IDEAS,
        default=[],
        help="an idea to switch off, again for each",
    )
    add_seed(parser)
    add_fine_tuning(parser)
    group = parser.add_argument_group(f"only for {', '.join(PRESETS)}")
    group.add_argument(
        "--base-rows",
        type=Path,
        help="rows for the base's own training; without them the same rows",
    )
    add_corpus(group)
    parser.set_defaults(parser=parser)


def run(arguments: argparse.Namespace) -> int:
    _refuse_what_the_preset_ignores(arguments)
    rows = read_rows(arguments.rows)
    if arguments.preset in FINE_TUNINGS:
        return _fine_tune(arguments, rows)
    return _train_parts(arguments, rows)


def _refuse_what_the_preset_ignores(arguments: argparse.Namespace) -> None:
    unfit: tuple[str, ...] = ("base_rows", "corpus")
    if arguments.preset in PRESETS:
        unfit = ("without", *fine_tuning_names())
    for name in unfit:
        if getattr(arguments, name) not in (None, []):
            option = "--" + name.replace("_", "-")
            arguments.parser.error(f"{option} is not for the preset {arguments.preset}")


def _fine_tune(arguments: argparse.Namespace, rows: Sequence[Mapping[str, Any]]) -> int:
    report = reporter()
    facts = fine_tune(
        plan_of(arguments).leaving_out(arguments.without),
        rows,
        hold_out(rows, arguments.split or "grouped"),
        arguments.out,
        settings_of(arguments),
        seed=arguments.seed,
        report=report,
    )
    report(
        f"{facts.steps} steps in {facts.seconds:.0f} s, validation ROC-AUC "
        f"{facts.validation_roc_auc:.4f}, last loss {facts.final_loss:.4f}, "
        f"model written to {arguments.out}"
    )
    return 0


def _train_parts(arguments: argparse.Namespace, rows: Sequence[Mapping[str, Any]]) -> int:
    chosen = rows
    if arguments.split:
        chosen = [rows[index] for index in hold_out(rows, arguments.split).training]
    if len(chosen) < _LEAST_ROWS:
        raise TooFewRowsError("rows", len(chosen))
    base_rows = read_rows(arguments.base_rows) if arguments.base_rows else chosen
    preset = PRESETS[arguments.preset]
    trained = train_model(
        preset,
        base_rows,
        chosen,
        arguments.out,
        corpus=checked_corpus(arguments.corpus),
        seed=arguments.seed,
        report=lambda line: print(line, flush=True),
    )
    save_trained(trained, arguments.out, preset.max_length_tokens, arguments.split, rows)
    print(f"model written to {arguments.out}")
    return 0
