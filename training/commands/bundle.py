"""bundle: everything from a seed, or what `train` wrote, to a folder that the bot loads."""

import argparse
import json
import sys
import time
from pathlib import Path

from training.bundle import make_bundle
from training.commands.arguments import add_corpus, add_seed, checked_corpus
from training.finetune.bundle import bundle_model
from training.fit.preset import PRESETS

HELP = (
    "simulate, train, calibrate and evaluate -> a bundle with its MODEL_CARD.md; or, with --model, "
    "a trained model and its calibration -> a bundle"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=sorted(PRESETS), default="compact")
    parser.add_argument("--out", type=Path, required=True, help="folder of the bundle")
    parser.add_argument("--model", type=Path, help="folder of train: nothing is trained then")
    parser.add_argument("--calibration", type=Path, help="of that model, by calibrate")
    parser.add_argument("--licence", default="not stated", help="of that model")
    parser.add_argument("--work", type=Path,
                        help="checkpoints and the bare base; build/training/NAME without it. "
                        "A killed run goes on from there")  # fmt: skip
    add_corpus(parser)
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
    if (arguments.model is None) != (arguments.calibration is None):
        print("bundle: --model and --calibration go together", file=sys.stderr)
        return 2
    return _from_seed(arguments) if arguments.model is None else _from_model(arguments)


def _from_model(arguments: argparse.Namespace) -> int:
    facts = bundle_model(
        arguments.model, arguments.calibration, arguments.out, licence=arguments.licence
    )
    print(f"bundle written to {arguments.out}")
    if not facts.base.embedded:
        print(f"its base stays on the hub: python -m inference fetch {arguments.out}")
    return 0


def _from_seed(arguments: argparse.Namespace) -> int:
    started = time.monotonic()

    def report(line: str) -> None:
        print(f"{time.monotonic() - started:6.0f} s  {line}", flush=True)

    evaluation = make_bundle(
        PRESETS[arguments.preset],
        arguments.out,
        arguments.work or Path("build", "training", arguments.out.name),
        corpus=checked_corpus(arguments.corpus),
        seed=arguments.seed,
        report=report,
    )
    report(f"bundle written to {arguments.out}")
    print(json.dumps(evaluation.as_json(), ensure_ascii=False, indent=2))
    return 0
