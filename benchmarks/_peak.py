"""`python -m benchmarks._peak FILE`: mebibytes before and at the peak of reading one file."""

import sys
from pathlib import Path

from parsers.files.limits import DEFAULT_LIMITS
from parsers.isolation.programs import start_runner
from parsers.pipeline import read_resume


def _peak_mebibytes() -> int:
    """Of this program alone: what getrusage says counts the one that started it too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def main(path: Path) -> None:
    content = path.read_bytes()
    run = start_runner(DEFAULT_LIMITS)
    before = _peak_mebibytes()
    read_resume(content, path.name, DEFAULT_LIMITS, run)
    print(before, _peak_mebibytes())  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
