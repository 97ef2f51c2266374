"""Where the model runs."""

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
    if not _is_available(device.type):
        raise BundleUnavailableError(bundle, f"device {wanted}")
    return device


def _is_available(kind: str) -> bool:
    if kind == "cuda":
        return torch.cuda.is_available()
    if kind == "mps":
        return torch.backends.mps.is_available()
    return kind == "cpu"
