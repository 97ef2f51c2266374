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
from inference.model.footprint import activations_bytes, weights_bytes
from inference.model.manifest import ADAPTER_FOLDER, BASE_FOLDER, BundleManifest, WeightType
from inference.model.memory import MIB, available_mib
from inference.model.work_sizes import encoder_batch_tokens, pack_tokens

# The estimate was measured to be up to a fifth below the truth (benchmarks.inference_memory).
_HEADROOM: Final = 1.25
_ATTENTION: Final = "packed prompts, causal blocks"
_ENCODER_ATTENTION: Final = "padded batches, scaled dot product"


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """`merged`: the adapter is added into the weights. Memory is what the model itself takes.

    `tokens_at_once` is less than the device's usual where memory is short.
    """

    bundle: str
    device: str
    weights: WeightType
    merged: bool
    attention: str
    tokens_at_once: int
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
            tokens_at_once=tokens,
            weights_mib=weights_bytes(size, weights, device, adapter_bytes) // MIB,
            activations_mib=activations_bytes(config, weights, device, manifest, tokens) // MIB,
            available_mib=available,
        )
        for weights in _ways(dtype, manifest, device)
        for tokens in _sizes(manifest, device)
    ]
    fitting = next((plan for plan in plans if plan.needed_mib <= available), None)
    if fitting is None:
        least = min(plan.needed_mib for plan in plans)
        raise ModelTooLargeError(manifest.name, str(device), least, available)
    return fitting


def _sizes(manifest: BundleManifest, device: torch.device) -> list[int]:
    """How much may run at once: the usual, then less; never less than the longest prompt."""
    usual = encoder_batch_tokens if manifest.adapter is None else pack_tokens
    sizes = (usual(device.type) // part for part in (1, 4, 16))
    return sorted({max(manifest.max_length_tokens, size) for size in sizes}, reverse=True)


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
