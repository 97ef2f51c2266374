"""How a bundle will be held in memory, decided before a weight is loaded."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch

from domain.errors import BundleMismatchError, ModelTooLargeError
from inference.model.adapter import ADAPTER_WEIGHTS
from inference.model.checkpoint import CheckpointSize, measure_checkpoint, stored_bytes
from inference.model.device import has_fast_bfloat16
from inference.model.manifest import ADAPTER_FOLDER, BASE_FOLDER, BundleManifest, WeightType
from inference.model.memory import MIB, available_mib
from inference.model.work_sizes import block_queries, encoder_batch_tokens, pack_tokens

_BYTES: Final = {"float32": 4.0, "bfloat16": 2.0}
# 4 bits, and a float32 scale for each 64 weights (Dettmers et al. 2023).
_NF4_BYTES: Final = 0.5 + 4 / 64
# The estimate was measured to be up to a fifth below the truth (benchmarks.inference_memory).
_HEADROOM: Final = 1.25
# What the libraries of an accelerator take for themselves, such as cuBLAS's 32 MiB on Hopper.
_LIBRARY_WORKSPACE_BYTES: Final = 64 * MIB
_ATTENTION: Final = "packed prompts, causal blocks"
_ENCODER_ATTENTION: Final = "padded batches, scaled dot product"


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """`merged`: the adapter is added into the weights. Memory is what the model itself takes."""

    bundle: str
    device: str
    weights: WeightType
    merged: bool
    attention: str
    weights_mib: int
    activations_mib: int
    available_mib: int

    @property
    def needed_mib(self) -> int:
        """What has to be free, with some room for what an estimate can't see."""
        return math.ceil(_HEADROOM * (self.weights_mib + self.activations_mib))

    def as_line(self) -> str:
        return json.dumps(asdict(self) | {"needed_mib": self.needed_mib})


def make_plan(
    folder: Path,
    manifest: BundleManifest,
    config: dict[str, Any],
    *,
    device: torch.device,
    dtype: str,
    free_mib: Callable[[torch.device], int] = available_mib,
) -> LoadPlan:
    """The first way that fits: the fastest on this device that keeps the bundle's numbers.

    Raises BundleMismatchError for a `dtype` that the bundle can't have or files that are no
    weights, ModelTooLargeError where no way fits.
    """
    size, adapter_bytes = _measure(folder, manifest)
    available = free_mib(device)
    plans = [
        LoadPlan(
            bundle=manifest.name,
            device=str(device),
            weights=weights,
            merged=manifest.adapter is not None and weights != "nf4",
            attention=_ATTENTION if manifest.adapter else _ENCODER_ATTENTION,
            weights_mib=_weights_bytes(size, weights, device, adapter_bytes) // MIB,
            activations_mib=_activations_bytes(config, weights, device, manifest) // MIB,
            available_mib=available,
        )
        for weights in _ways(dtype, manifest, device)
    ]
    fitting = next((plan for plan in plans if plan.needed_mib <= available), None)
    if fitting is None:
        least = min(plan.needed_mib for plan in plans)
        raise ModelTooLargeError(manifest.name, str(device), least, available)
    return fitting


def _measure(folder: Path, manifest: BundleManifest) -> tuple[CheckpointSize, int]:
    """The base's size, and the adapter's in bytes."""
    part = "base"
    try:
        size = measure_checkpoint(folder / BASE_FOLDER)
        part = ADAPTER_WEIGHTS
        adapter = folder / ADAPTER_FOLDER / ADAPTER_WEIGHTS
        return size, stored_bytes(adapter) if manifest.adapter else 0
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BundleMismatchError(
            manifest.name, part, "weights in safetensors", type(error).__name__
        ) from error


def _ways(dtype: str, manifest: BundleManifest, device: torch.device) -> Sequence[WeightType]:
    known: tuple[WeightType, ...] = ("float32", "bfloat16", "nf4")
    if manifest.adapter is None:
        known = ("float32", "bfloat16")
    if device.type == "mps":
        # bitsandbytes has no 4-bit kernels there: what is stored in 4 bits is unpacked.
        known = ("float32", "bfloat16")
    if dtype != "auto":
        chosen = [weights for weights in known if weights == dtype]
        if not chosen:
            raise BundleMismatchError(manifest.name, "dtype", " | ".join(("auto", *known)), dtype)
        return chosen
    ways: list[WeightType] = [manifest.weights]
    fast = has_fast_bfloat16(device)
    if manifest.weights == "nf4":
        ways = ["bfloat16", "nf4"] if fast else ["float32", "bfloat16", "nf4"]
    elif manifest.weights == "float32" and manifest.holds_in_bfloat16 and fast:
        ways = ["bfloat16", "float32"]
    elif manifest.weights == "bfloat16" and not fast:
        ways = ["float32", "bfloat16"]
    return [weights for weights in ways if weights in known]


def working_bytes(weights: WeightType, device: torch.device) -> int:
    """Of one activation: 4-bit weights work in float32 on a CPU, in bfloat16 elsewhere."""
    return 4 if weights == "float32" or (weights == "nf4" and device.type == "cpu") else 2


def _weights_bytes(
    size: CheckpointSize, weights: WeightType, device: torch.device, adapter_bytes: int
) -> int:
    if weights != "nf4":
        # While it is merged the adapter is in memory too.
        return round((size.linear + size.other) * _BYTES[weights]) + adapter_bytes
    packed = size.quantised_bytes or round(size.linear * _NF4_BYTES)
    return packed + size.other * working_bytes(weights, device) + 2 * adapter_bytes


def _activations_bytes(
    config: dict[str, Any], weights: WeightType, device: torch.device, manifest: BundleManifest
) -> int:
    """Of one pack of the longest prompts: states, the widest layer, attention, a turned weight."""
    size = working_bytes(weights, device)
    length, hidden, inner = (
        manifest.max_length_tokens,
        config["hidden_size"],
        config["intermediate_size"],
    )
    tokens = max(length, pack_tokens(device.type))
    heads = config["num_attention_heads"]
    head_width = config.get("head_dim") or hidden // heads
    key_heads = config.get("num_key_value_heads") or heads
    block = block_queries(device.type)
    if manifest.adapter is None:
        # Padded, with the scores of whole rows.
        tokens = max(length, encoder_batch_tokens(device.type))
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
