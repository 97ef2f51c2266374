"""A bundle of random weights as the hub has the published one: NF4, shards, a LoRA of rank 64."""

import json
import math
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import torch
from bitsandbytes.functional import quantize_4bit
from safetensors.torch import save_file
from torch import Tensor

from inference.model.files import SHIPPED_BUNDLES, hash_files
from inference.model.manifest import BundleFacts, BundleManifest, PinnedSource

NINE_B: Final = {
    "hidden_size": 3584,
    "intermediate_size": 14336,
    "num_hidden_layers": 42,
    "num_attention_heads": 16,
    "num_key_value_heads": 8,
    "head_dim": 256,
    "query_pre_attn_scalar": 256,
    "vocab_size": 256_000,
}
_RANK: Final = 64


def projections(shape: dict[str, int]) -> dict[str, tuple[int, int]]:
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


def linear_weights(shape: dict[str, int]) -> int:
    return shape["num_hidden_layers"] * sum(a * b for a, b in projections(shape).values())


def write_bundle(folder: Path, shape: dict[str, int], device: torch.device) -> None:
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
    for name, (rows, columns) in projections(shape).items():
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
        for name, (rows, columns) in projections(shape).items():
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
        "target_modules": sorted({name.split(".")[1] for name in projections(shape)}),
        "modules_to_save": ["score"],
    }
    (folder / "adapter_config.json").write_text(json.dumps(config))
