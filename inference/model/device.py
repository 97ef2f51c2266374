"""Where the model runs, and what runs well there."""

import torch

from domain.errors import BundleUnavailableError


def choose_device(wanted: str, bundle: str) -> torch.device:
    """ "auto" is CUDA, else MPS, else the CPU; a named device must be there."""
    if wanted == "auto":
        return torch.device(next(filter(_is_available, ("cuda", "mps")), "cpu"))
    try:
        device = torch.device(wanted)
    except RuntimeError as error:
        raise BundleUnavailableError(bundle, f"device {wanted}") from error
    if not _is_available(device.type) or not _is_numbered(device):
        raise BundleUnavailableError(bundle, f"device {wanted}")
    return device


def has_fast_bfloat16(device: torch.device) -> bool:
    """Whether bfloat16 is the faster type there.

    A CPU needs AMX: without it a bfloat16 layer was measured 15 to 30 times slower than float32,
    and AVX-512's bfloat16 has no matrix unit behind it. CUDA needs compute capability 8.
    """
    if device.type == "cpu":
        return bool(torch.cpu.get_capabilities().get("amx_bf16", False))
    if device.type == "cuda":
        return torch.cuda.get_device_capability(device) >= (8, 0)
    return device.type == "mps"


def _is_available(kind: str) -> bool:
    if kind == "cuda":
        return torch.cuda.is_available()
    if kind == "mps":
        return torch.backends.mps.is_available()
    return kind == "cpu"


def _is_numbered(device: torch.device) -> bool:
    return device.type != "cuda" or (device.index or 0) < torch.cuda.device_count()
