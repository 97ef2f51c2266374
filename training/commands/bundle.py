"""bundle: everything, from a seed to a folder that the bot loads."""

import argparse
import json
import time
from pathlib import Path

from training.bundle import make_bundle
from training.commands.arguments import add_corpus, add_seed, checked_corpus
from training.fit.preset import PRESETS

HELP = "simulate, train, calibrate and evaluate -> a bundle with its MODEL_CARD.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--preset", choices=sorted(PRESETS), default="compact")
    parser.add_argument("--out", type=Path, required=True, help="folder of the bundle")
    parser.add_argument("--work", type=Path,
                        help="checkpoints and the bare base; build/training/NAME without it. "
                        "A killed run goes on from there")  # fmt: skip
    add_corpus(parser)
    add_seed(parser)


def run(arguments: argparse.Namespace) -> int:
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
