"""The shipped bundle on a CPU: time to ready, memory, one resume, many resumes.

`python -m benchmarks.inference_assess [BUNDLE]`. The one resume fills the bundle's prompt (512
tokens for `compact`); of the many the median prompt is about as long. Time to ready is that of a
whole process, `python -m inference score` on one row in a file, the best of three.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Final

import torch

from benchmarks._careers import career
from benchmarks._clock import seconds
from domain.fields import FIELD_NAMES
from inference.assessor import load_assessor

_REPEATS: Final = 15
_BULK_ROWS: Final = 96
_STARTS: Final = 3


def main() -> int:
    bundle = sys.argv[1] if len(sys.argv) > 1 else "compact"
    ready = [_ready_seconds(bundle) for _ in range(_STARTS)]
    assessor = load_assessor(bundle, device="cpu")
    one = career(random.Random(1), jobs=12)
    bulk = [career(random.Random(i), jobs=3 + i % 7) for i in range(_BULK_ROWS)]
    assessor.assess([one])
    taken = [seconds(lambda: assessor.assess([one])) for _ in range(_REPEATS)]
    bare = [seconds(lambda: assessor.assess([one], explained=False)) for _ in range(_REPEATS)]
    figures = {
        "threads": torch.get_num_threads(),
        "ready_seconds": round(min(wall for wall, _ in ready), 2),
        "ready_processor_seconds": round(min(busy for _, busy in ready), 2),
        "score_and_explain_ms": round(1000 * statistics.median(taken), 1),
        "score_ms": round(1000 * statistics.median(bare), 1),
        "resumes_per_second_in_bulk": round(
            _BULK_ROWS / seconds(lambda: assessor.assess(bulk, explained=False), best_of=3), 1
        ),
        "explained_resumes_per_second_in_bulk": round(
            _BULK_ROWS / seconds(lambda: assessor.assess(bulk)), 1
        ),
        "resident_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    for name, figure in figures.items():
        sys.stdout.write(f"{name:38} {figure}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _ready_seconds(bundle: str) -> tuple[float, float]:
    """Wall clock and processor time of a process that scores one row."""
    texts = asdict(career(random.Random(0), jobs=1))
    with tempfile.TemporaryDirectory() as folder:
        row = Path(folder) / "row.json"
        row.write_text(json.dumps({name: texts[name] for name in FIELD_NAMES}), encoding="utf-8")
        command = [sys.executable, "-m", "inference", "score", "--device", "cpu"]
        before, started = os.times(), time.perf_counter()
        subprocess.run(
            [*command, "--bundle", bundle, str(row)], check=True, stdout=subprocess.DEVNULL
        )
        wall, after = time.perf_counter() - started, os.times()
    busy = after.children_user + after.children_system
    return wall, busy - before.children_user - before.children_system


if __name__ == "__main__":
    sys.exit(main())
