"""`python -m benchmarks._peak FILE`: mebibytes before and at the peak of reading one file."""

import resource
import sys
from pathlib import Path

from parsers.files.limits import DEFAULT_LIMITS
from parsers.isolation.programs import start_runner
from parsers.pipeline import read_resume


def _resident_mebibytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(path: Path) -> None:
    content = path.read_bytes()
    run = start_runner(DEFAULT_LIMITS)
    before = _resident_mebibytes()
    read_resume(content, path.name, DEFAULT_LIMITS, run)
    print(before, _resident_mebibytes())  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
