"""The published model's shape with random weights on a GPU: speed, share of the peak, memory.

`python -m benchmarks.inference_gpu`. Writes a checkpoint as the hub has it (packed to NF4, scales
quantised too, LoRA of rank 64) and loads it through the bundle loader, once in 4 bits and once
unpacked to bfloat16 with the adapter merged. Without a GPU it says so and ends well;
`--device cpu --tiny` runs the same on a toy, to try the script.
"""

import argparse
import json
import math
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import torch

from benchmarks._gemma import length_mix
from benchmarks._random_bundle import NINE_B, linear_weights, write_bundle
from domain.errors import ModelTooLargeError
from inference.model.loader import LoadedBundle, load_bundle

_TINY: Final = {
    "hidden_size": 256,
    "intermediate_size": 1024,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "head_dim": 64,
    "query_pre_attn_scalar": 64,
    "vocab_size": 16_384,
}
_REPEATS: Final = 3
# Dense bfloat16 with float32 sums, in TFLOP/s, from the makers' data sheets.
_PEAKS: Final = {
    "H200": 989,
    "H100": 989,
    "A100": 312,
    "L40S": 362,
    "L4": 121,
    "A10": 125,
    "4090": 165,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, prog="benchmarks.inference_gpu")
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--tiny", action="store_true")
    parser.add_argument("--prompts", type=int, default=64)
    options = parser.parse_args()
    if options.device.startswith("cuda") and not torch.cuda.is_available():
        sys.stdout.write("no GPU here: nothing was measured\n" + json.dumps({"gpu": None}) + "\n")
        return 0
    device = torch.device(options.device)
    shape = _TINY if options.tiny else NINE_B
    figures: dict[str, Any] = {
        "gpu": torch.cuda.get_device_name(device) if device.type == "cuda" else str(device),
        "bare_bfloat16_tflops": round(_bare_tflops(device, options.tiny), 2),
    }
    folder = Path(tempfile.mkdtemp(prefix="nine-b-"))
    try:
        write_bundle(folder, shape, device)
        for dtype in ("nf4", "bfloat16"):
            figures[dtype] = _measure(folder, dtype, device, options.prompts, shape)
    finally:
        shutil.rmtree(folder)
    for name, value in figures.items():
        sys.stdout.write(f"{name:24} {value}\n")
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


def _measure(
    folder: Path, dtype: str, device: torch.device, count: int, shape: dict[str, int]
) -> dict[str, Any]:
    _reset_peak(device)
    started = time.perf_counter()
    try:
        bundle = load_bundle(folder, device=str(device), dtype=dtype)
    except ModelTooLargeError as error:
        return {"refused": f"needs {error.needed_mib} MiB of {error.available_mib}"}
    load_seconds = time.perf_counter() - started
    # Ids of the random vocabulary: what they say costs nothing.
    prompts = [[token % shape["vocab_size"] for token in ids] for ids in length_mix(count)]
    seconds = min(_seconds(bundle, prompts, device) for _ in range(_REPEATS))
    tokens = sum(map(len, prompts))
    tflops = 2 * linear_weights(shape) * tokens / seconds / 1e12
    figures = {
        "load_seconds": round(load_seconds, 1),
        "tokens_per_second": round(tokens / seconds),
        "resumes_per_second": round(count / seconds, 2),
        "tflops_of_linear_layers": round(tflops, 2),
        "planned_mib": bundle.plan.weights_mib + bundle.plan.activations_mib,
    }
    if device.type == "cuda":
        taken = torch.cuda.max_memory_allocated(device) / 2**20
        figures["taken_mib"] = round(taken)
        peak = _peak_tflops(torch.cuda.get_device_name(device))
        if peak is not None:
            figures["share_of_bfloat16_peak"] = round(tflops / peak, 3)
    return figures


def _seconds(bundle: LoadedBundle, prompts: list[list[int]], device: torch.device) -> float:
    started = time.perf_counter()
    bundle.model.margins(prompts)
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter() - started


def _reset_peak(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)


def _bare_tflops(device: torch.device, tiny: bool) -> float:
    """Of one square product, the best of a few."""
    side = 512 if tiny else 8192
    kind = torch.bfloat16 if device.type == "cuda" else torch.float32
    left, right = (torch.randn(side, side, device=device).to(kind) for _ in range(2))
    best = math.inf
    for _ in range(8):
        started = time.perf_counter()
        left @ right
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        best = min(best, time.perf_counter() - started)
    return 2 * side**3 / best / 1e12


def _peak_tflops(name: str) -> float | None:
    return next((peak for part, peak in _PEAKS.items() if part in name.split()), None) or next(
        (peak for part, peak in _PEAKS.items() if part in name), None
    )


if __name__ == "__main__":
    sys.exit(main())
