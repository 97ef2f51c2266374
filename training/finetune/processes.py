"""What one of many processes may say."""

import os
import sys

from training.fit.loop import Report


def is_first_process() -> bool:
    """The launcher numbers them; alone it is the first."""
    return os.environ.get("RANK", "0") == "0"


def reporter() -> Report:
    """Lines for a person, on stderr beside the progress bar, of the first process alone."""

    def say(line: str) -> None:
        if is_first_process():
            sys.stderr.write(line + "\n")

    return say
