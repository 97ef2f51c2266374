"""Whether a run fits, told before a weight is loaded.

Activations by Korthikanti et al. 2022 (Reducing Activation Recomputation in Large Transformer
Models), taken apart into elements: per token and layer 8.5 hidden + 2 inner (3 where the inner
layer is gated), and 2.5 for each pair of tokens and head. With gradient checkpointing only a
layer's input is kept, and one layer's rest at a time.
"""

import json
import math
import os
from pathlib import Path
from typing import Any, Final

import torch
from transformers import TrainingArguments

from inference.model.checkpoint import measure_checkpoint
from inference.model.memory import MIB, available_mib
from training.errors import BaseUnfitError, NotEnoughMemoryError
from training.finetune.preset import FineTuning

# 4 bits, and a float32 scale for each 64 weights (Dettmers et al. 2023).
_WEIGHT_BYTES: Final = {"float32": 4.0, "bfloat16": 2.0, "nf4": 0.5 + 4 / 64}
_ADAMW_BYTES: Final = 8
_ADAMW_8_BIT_BYTES: Final = 2
_GRADIENT_BYTES: Final = 4
_FULL_BYTES: Final = 4
# CUDA's context and the library's own kernels.
_CUDA_MIB: Final = 700


def plan_memory(
    folder: Path,
    config: dict[str, Any],
    plan: FineTuning,
    args: TrainingArguments,
) -> dict[str, int]:
    """What a process will need, part by part, in MiB. Raises BaseUnfitError."""
    device = args.device
    try:
        size = measure_checkpoint(folder)
        total = size.linear + size.other
        body = size.quantised_bytes or size.linear * _WEIGHT_BYTES[plan.weights]
        plain = 2 if plan.weights != "float32" and device.type != "cpu" else _FULL_BYTES
        trained = total if plan.lora is None else _lora_parameters(config, plan.lora.rank)
        weights = body + size.other * plain + (trained * _FULL_BYTES if plan.lora else 0)
        elements = _activation_elements(config, plan, args.per_device_train_batch_size)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BaseUnfitError(str(folder), "weights", "safetensors", type(error).__name__) from error
    states = _ADAMW_8_BIT_BYTES if device.type == "cuda" else _ADAMW_BYTES
    parts = {
        "weights": weights,
        "gradients": trained * _GRADIENT_BYTES,
        "optimiser": trained * states,
        "activations": elements * (2 if args.bf16 else _FULL_BYTES),
        "device": _CUDA_MIB * MIB if device.type == "cuda" else 0,
    }
    return {name: math.ceil(count / MIB) for name, count in parts.items()}


def check_memory(parts: dict[str, int], device: torch.device, limit_mib: int | None) -> str:
    """One line of JSON for the log. Raises NotEnoughMemoryError.

    Processes of one machine share a CPU's memory; each has a GPU of its own.
    """
    processes_here = int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
    shared = processes_here if device.type == "cpu" else 1
    available = available_mib(device) // shared
    if limit_mib is not None:
        available = min(available, limit_mib)
    if sum(parts.values()) > available:
        raise NotEnoughMemoryError(str(device), parts, available)
    return json.dumps(parts | {"needed": sum(parts.values()), "available": available})


def _lora_parameters(config: dict[str, Any], rank: int) -> int:
    """A and B of all seven projections of every layer, and the head above them."""
    hidden, inner = config["hidden_size"], config["intermediate_size"]
    queries, keys = _attention_widths(config)
    sides = (hidden + queries) * 2 + (hidden + keys) * 2 + (hidden + inner) * 3
    head = hidden * (hidden // 2 + 1)
    return int(config["num_hidden_layers"] * rank * sides + head)


def _activation_elements(config: dict[str, Any], plan: FineTuning, rows: int) -> int:
    hidden, inner = config["hidden_size"], config["intermediate_size"]
    layers, tokens = config["num_hidden_layers"], plan.max_length_tokens
    gated = plan.lora is not None or "glu" in str(config.get("hidden_act", ""))
    per_token = 8.5 * hidden + (3 if gated else 2) * inner
    pairs = 2.5 * config["num_attention_heads"] * tokens
    layer = rows * tokens * (per_token + pairs)
    if plan.gradient_checkpointing:
        return int(layers * rows * tokens * hidden + layer)
    return int(layers * layer)


def _attention_widths(config: dict[str, Any]) -> tuple[int, int]:
    heads = config["num_attention_heads"]
    width = config.get("head_dim") or config["hidden_size"] // heads
    return heads * width, (config.get("num_key_value_heads") or heads) * width
