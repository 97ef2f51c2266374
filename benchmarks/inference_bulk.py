"""`python -m inference score rows.jsonl -o out.csv`: memory and speed at 1,000 and 20,000 rows.

`python -m benchmarks.inference_bulk`. Short rows (no experience), so that it ends in a minute or
two; memory is the peak of a process of its own.
"""

import json
import os
import random
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from benchmarks._careers import career
from domain.fields import FIELD_NAMES

_ROWS: Final = (1000, 20000)


def main() -> int:
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in _ROWS:
            figures[f"{count}_rows"] = found = _measure(Path(folder), count)
            sys.stdout.write(f"{count:6} rows: {json.dumps(found)}\n")
            sys.stdout.flush()
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _measure(folder: Path, count: int) -> dict[str, float]:
    rows, out = folder / f"{count}.jsonl", folder / f"{count}.csv"
    with rows.open("w", encoding="utf-8") as file:
        for number in range(count):
            texts = asdict(career(random.Random(number), jobs=0))
            line = {name: texts[name] for name in FIELD_NAMES}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    command = [sys.executable, "-m", "inference", "score", str(rows), "-o", str(out)]
    started = time.perf_counter()
    process = os.posix_spawn(sys.executable, command, os.environ)
    _, status, usage = os.wait4(process, 0)
    taken = time.perf_counter() - started
    if status != 0:
        raise RuntimeError(f"exit status {os.waitstatus_to_exitcode(status)}")
    return {
        "peak_mib": usage.ru_maxrss // 1024,
        "seconds": round(taken, 1),
        "rows_per_second": round(count / taken, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
