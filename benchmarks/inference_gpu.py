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
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import torch
from bitsandbytes.functional import quantize_4bit
from safetensors.torch import save_file
from torch import Tensor

from benchmarks._gemma import length_mix
from domain.errors import ModelTooLargeError
from inference.model.files import SHIPPED_BUNDLES, hash_files
from inference.model.loader import LoadedBundle, load_bundle
from inference.model.manifest import BundleFacts, BundleManifest, PinnedSource

_NINE_B: Final = {
    "hidden_size": 3584,
    "intermediate_size": 14336,
    "num_hidden_layers": 42,
    "num_attention_heads": 16,
    "num_key_value_heads": 8,
    "head_dim": 256,
    "query_pre_attn_scalar": 256,
    "vocab_size": 256_000,
}
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
_RANK: Final = 64
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
    shape = _TINY if options.tiny else _NINE_B
    figures: dict[str, Any] = {
        "gpu": torch.cuda.get_device_name(device) if device.type == "cuda" else str(device),
        "bare_bfloat16_tflops": round(_bare_tflops(device, options.tiny), 2),
    }
    folder = Path(tempfile.mkdtemp(prefix="nine-b-"))
    try:
        _write_bundle(folder, shape, device)
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
    tflops = 2 * _linear_weights(shape) * tokens / seconds / 1e12
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


def _shapes(shape: dict[str, int]) -> dict[str, tuple[int, int]]:
    """Projection -> (out, in)."""
    hidden, inner, width = shape["hidden_size"], shape["intermediate_size"], shape["head_dim"]
    queries = shape["num_attention_heads"] * width
    keys = shape["num_key_value_heads"] * width
    return {
        "self_attn.q_proj": (queries, hidden),
        "self_attn.k_proj": (keys, hidden),
        "self_attn.v_proj": (keys, hidden),
        "self_attn.o_proj": (hidden, queries),
        "mlp.gate_proj": (inner, hidden),
        "mlp.up_proj": (inner, hidden),
        "mlp.down_proj": (hidden, inner),
    }


def _linear_weights(shape: dict[str, int]) -> int:
    return shape["num_hidden_layers"] * sum(a * b for a, b in _shapes(shape).values())


def _write_bundle(folder: Path, shape: dict[str, int], device: torch.device) -> None:
    base, adapter = folder / "base", folder / "adapter"
    base.mkdir()
    adapter.mkdir()
    _write_base(base, shape, device)
    _write_adapter(adapter, shape)
    compact = SHIPPED_BUNDLES / "compact"
    shutil.copyfile(compact / "base/tokenizer.json", base / "tokenizer.json")
    shutil.copyfile(compact / "calibration.json", folder / "calibration.json")
    facts = BundleFacts(
        name="random",
        base=PinnedSource(name="random-base", revision="0", embedded=True),
        adapter=PinnedSource(name="random-adapter", revision="0", embedded=True),
        template="fic-2024",
        max_length_tokens=1024,
        labels=("no", "yes"),
        positive_label="yes",
        head="linear",
        hidden_size=shape["hidden_size"],
        weights="nf4",
        is_demo=True,
        licence="none: random",
        data={},
        metrics={},
    )
    manifest = BundleManifest(**facts.model_dump(), files=hash_files(folder))
    (folder / "manifest.json").write_text(manifest.model_dump_json())


def _write_base(folder: Path, shape: dict[str, int], device: torch.device) -> None:
    """One layer is drawn and stands for all: speed and memory do not depend on the values."""
    hidden = shape["hidden_size"]
    shards = {"model.embed_tokens.weight": "model-00000.safetensors"}
    embeddings = torch.randn(shape["vocab_size"], hidden, dtype=torch.bfloat16) / math.sqrt(hidden)
    norm = {"model.norm.weight": torch.zeros(hidden, dtype=torch.bfloat16)}
    save_file(
        {"model.embed_tokens.weight": embeddings} | norm,
        folder / "model-00000.safetensors",
        metadata={"format": "pt"},
    )
    shards["model.norm.weight"] = "model-00000.safetensors"
    layer = dict(_layer(shape, device))
    for number in range(shape["num_hidden_layers"]):
        name = f"model-{number + 1:05}.safetensors"
        tensors = {f"model.layers.{number}.{key}": value for key, value in layer.items()}
        save_file(tensors, folder / name, metadata={"format": "pt"})
        shards |= dict.fromkeys(tensors, name)
    index = {"metadata": {}, "weight_map": shards}
    (folder / "model.safetensors.index.json").write_text(json.dumps(index))
    config = shape | {
        "architectures": ["Gemma2ForCausalLM"],
        "model_type": "gemma2",
        "sliding_window": 4096,
        "attn_logit_softcapping": 50.0,
        "pad_token_id": 0,
        "dtype": "bfloat16",
        "quantization_config": {
            "quant_method": "bitsandbytes",
            "load_in_4bit": True,
            "bnb_4bit_quant_type": "nf4",
            "bnb_4bit_use_double_quant": True,
            "bnb_4bit_compute_dtype": "bfloat16",
        },
    }
    (folder / "config.json").write_text(json.dumps(config))


def _layer(shape: dict[str, int], device: torch.device) -> Iterator[tuple[str, Tensor]]:
    for name, (rows, columns) in _shapes(shape).items():
        weight = torch.randn(rows, columns, device=device).to(torch.bfloat16) / math.sqrt(columns)
        packed, state = quantize_4bit(weight, quant_type="nf4", compress_statistics=True)
        yield f"{name}.weight", packed.cpu()
        for key, value in state.as_dict(packed=True).items():
            yield f"{name}.weight.{key}", value.cpu()
    for name in ("input", "post_attention", "pre_feedforward", "post_feedforward"):
        yield (
            f"{name}_layernorm.weight",
            torch.zeros(shape["hidden_size"], dtype=torch.bfloat16),
        )


def _write_adapter(folder: Path, shape: dict[str, int]) -> None:
    tensors = {"base_model.model.score.weight": torch.randn(2, shape["hidden_size"])}
    for number in range(shape["num_hidden_layers"]):
        for name, (rows, columns) in _shapes(shape).items():
            prefix = f"base_model.model.model.layers.{number}.{name}"
            tensors[f"{prefix}.lora_A.weight"] = torch.randn(_RANK, columns) / math.sqrt(columns)
            tensors[f"{prefix}.lora_B.weight"] = torch.randn(rows, _RANK) / 100
    save_file(tensors, folder / "adapter_model.safetensors")
    config = {
        "base_model_name_or_path": "random-base",
        "peft_type": "LORA",
        "task_type": "SEQ_CLS",
        "r": _RANK,
        "lora_alpha": 16,
        "target_modules": sorted({name.split(".")[1] for name in _shapes(shape)}),
        "modules_to_save": ["score"],
    }
    (folder / "adapter_config.json").write_text(json.dumps(config))


if __name__ == "__main__":
    sys.exit(main())
