"""The memory plan beside what loading and running a model takes on this CPU.

`python -m benchmarks.inference_memory`. A random model of 160 million parameters, packed to NF4 as
the published one is, held in each of the three ways, each in a process of its own. Counted is
memory that is not backed by a file, from just before loading to the highest point.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Final

import torch

from benchmarks._random_bundle import write_bundle
from inference.model.loader import load_bundle

_SHAPE: Final = {
    "hidden_size": 1024,
    "intermediate_size": 4096,
    "num_hidden_layers": 8,
    "num_attention_heads": 8,
    "num_key_value_heads": 4,
    "head_dim": 128,
    "query_pre_attn_scalar": 128,
    "vocab_size": 32_000,
}
_MIB: Final = 1024
_LOOK_EVERY_SECONDS: Final = 0.002


def main() -> int:
    if len(sys.argv) == 3:
        sys.stdout.write(json.dumps(_measure(Path(sys.argv[1]), sys.argv[2])) + "\n")
        return 0
    folder = Path(tempfile.mkdtemp(prefix="memory-"))
    figures = {}
    try:
        write_bundle(folder, _SHAPE, torch.device("cpu"))
        for dtype in ("nf4", "bfloat16", "float32"):
            command = [sys.executable, "-m", "benchmarks.inference_memory", str(folder), dtype]
            run = subprocess.run(command, check=True, capture_output=True, text=True)
            figures[dtype] = json.loads(run.stdout.splitlines()[-1])
            sys.stdout.write(f"{dtype:10} {figures[dtype]}\n")
    finally:
        shutil.rmtree(folder)
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _measure(folder: Path, dtype: str) -> dict[str, int]:
    # Imported first: the libraries' own memory is no part of the model's.
    import bitsandbytes  # noqa: F401
    import peft  # noqa: F401

    peak, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK_EVERY_SECONDS):
            peak[0] = max(peak[0], _private_mib())

    before = _private_mib()
    watcher = threading.Thread(target=watch)
    watcher.start()
    bundle = load_bundle(folder, device="cpu", dtype=dtype)
    bundle.model.margins([[5 + i % 1000 for i in range(1024)]])
    done.set()
    watcher.join()
    plan, taken = bundle.plan, peak[0] - before
    planned = plan.weights_mib + plan.activations_mib
    return {
        "planned_mib": planned,
        "with_headroom_mib": plan.needed_mib,
        "taken_mib": taken,
        "error_percent": round(100 * (planned / taken - 1)),
    }


def _private_mib() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("RssAnon")).split()[1]) // _MIB


if __name__ == "__main__":
    sys.exit(main())
