"""python -m training COMMAND: rows, models, figures, bundles."""

import argparse
import os
import sys
from importlib import import_module

from training.commands.messages import explain
from training.errors import TrainingError

_FIRST_LINES = {
    "clean": "the original set -> rows",
    "simulate": "a seed -> rows of made-up careers",
    "train": "rows -> a model",
    "ablate": "rows -> what each idea of the training is worth",
    "evaluate": "a model on rows -> figures",
    "calibrate": "a model on rows -> calibration.json",
    "bundle": "all of it -> a bundle that the bot loads",
    "export-verdicts": "the bot's /export -> rows of what interviews showed",
    "adapt": "a bundle and verdicts -> a bundle that has learned from them",
}


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 done, 1 refused (the reason on stderr), 2 bad usage."""
    # Two waiting threads that spin would slow every other process on a small machine.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    parser = argparse.ArgumentParser(prog="python -m training", description="Train the models.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="command")
    words = sys.argv[1:] if arguments is None else arguments
    for name, first_line in _FIRST_LINES.items():
        subparser = subparsers.add_parser(name, help=first_line)
        # Only the command that runs is imported: `clean` needs no torch.
        if name in words[:1]:
            command = import_module(f"training.commands.{name.replace('-', '_')}")
            subparser.description = command.HELP
            command.add_arguments(subparser)
            subparser.set_defaults(run=command.run)
    chosen = parser.parse_args(words)
    try:
        status: int = chosen.run(chosen)
    except (TrainingError, OSError) as error:
        print(f"{chosen.command}: {explain(error)}", file=sys.stderr)
        return 1
    return status


if __name__ == "__main__":
    sys.exit(main())
