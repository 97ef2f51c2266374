"""How many bytes a model takes: its weights in a type, and what it works on at once."""

from typing import Any, Final

import torch

from inference.model.checkpoint import CheckpointSize
from inference.model.manifest import BundleManifest, WeightType
from inference.model.memory import MIB
from inference.model.work_sizes import block_queries

_BYTES: Final = {"float32": 4.0, "bfloat16": 2.0}
# 4 bits, and a float32 scale for each 64 weights (Dettmers et al. 2023).
_NF4_BYTES: Final = 0.5 + 4 / 64
# What the libraries of an accelerator take for themselves, such as cuBLAS's 32 MiB on Hopper.
_LIBRARY_WORKSPACE_BYTES: Final = 64 * MIB


def _working_bytes(weights: WeightType, device: torch.device) -> int:
    """Of one activation: 4-bit weights work in float32 on a CPU, in bfloat16 elsewhere."""
    return 4 if weights == "float32" or (weights == "nf4" and device.type == "cpu") else 2


def weights_bytes(
    size: CheckpointSize, weights: WeightType, device: torch.device, adapter_bytes: int
) -> int:
    if weights != "nf4":
        # While it is merged the adapter is in memory too.
        return round((size.linear + size.other) * _BYTES[weights]) + adapter_bytes
    packed = size.quantised_bytes or round(size.linear * _NF4_BYTES)
    return packed + size.other * _working_bytes(weights, device) + 2 * adapter_bytes


def activations_bytes(
    config: dict[str, Any],
    weights: WeightType,
    device: torch.device,
    manifest: BundleManifest,
    tokens: int,
) -> int:
    """Of `tokens` at once: states, the widest layer, attention, a turned weight."""
    size = _working_bytes(weights, device)
    length, hidden, inner = (
        manifest.max_length_tokens,
        config["hidden_size"],
        config["intermediate_size"],
    )
    heads = config["num_attention_heads"]
    head_width = config.get("head_dim") or hidden // heads
    key_heads = config.get("num_key_value_heads") or heads
    block = block_queries(device.type)
    if manifest.adapter is None:
        # Padded, with the scores of whole rows.
        block = tokens
    # The stream and its norms are float32; gate, up and what the adapter adds are as wide.
    # An adapter that is not merged adds its own output, a scaled copy and their sum.
    wide = 6 if weights == "nf4" else 3
    states = tokens * (3 * hidden * 4 + 2 * hidden * size + wide * inner * size)
    attention = tokens * (heads + 2 * key_heads) * head_width * 4
    scores = 3 * 4 * heads * block * length
    # A weight that is stored in another type than it works in is turned for its product.
    turned = 0 if weights == "float32" else 4 * hidden * inner
    workspace = 0 if device.type == "cpu" else _LIBRARY_WORKSPACE_BYTES
    return int(states + attention + scores + turned + workspace)
