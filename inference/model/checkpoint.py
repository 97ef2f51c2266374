"""What a checkpoint holds, read off the headers of its safetensors without loading a weight.

The format: 8 bytes little-endian length, then that many bytes of JSON, which map each tensor's
name to its type, shape and place.
"""

import json
import re
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, Final

_MOST_HEADER_BYTES: Final = 25_000_000
_QUANTISED: Final = re.compile(r"(.+\.weight)\.quant_state\.bitsandbytes__\w+")
_LAYER_LINEAR: Final = re.compile(r".*\blayers?\.\d+\..*_proj\.weight")
_QUANTISATION_STATE: Final = re.compile(
    r".+\.weight\.(absmax|quant_map|nested_\w+|quant_state\..+)"
)
# The classifier leaves the language model's own head out.
_NOT_LOADED: Final = ("lm_head.",)
_TYPE_BYTES: Final = {"F64": 8, "I64": 8, "F32": 4, "I32": 4, "BF16": 2, "F16": 2, "U8": 1, "I8": 1}


@dataclass(frozen=True, slots=True)
class CheckpointSize:
    """Counts of parameters: `linear` in the projections of the layers, `other` elsewhere.

    `quantised_bytes` is what the projections take as they are stored in 4 bits, with their scales;
    None for a checkpoint of full weights.
    """

    linear: int
    other: int
    quantised_bytes: int | None


def measure_checkpoint(folder: Path) -> CheckpointSize:
    """Raises ValueError or OSError for files that are no safetensors."""
    headers = [read_header(path) for path in sorted(folder.glob("*.safetensors"))]
    tensors = {name: told for header in headers for name, told in header.items()}
    quantised = {match[1] for name in tensors if (match := _QUANTISED.fullmatch(name))}
    linear = other = quantised_bytes = 0
    for name, told in tensors.items():
        if name.startswith(_NOT_LOADED):
            continue
        size = prod(told["shape"])
        if name in quantised:
            linear += 2 * size
            quantised_bytes += size
        elif _QUANTISATION_STATE.fullmatch(name):
            quantised_bytes += tensor_bytes(told)
        elif _LAYER_LINEAR.fullmatch(name):
            linear += size
        else:
            other += size
    return CheckpointSize(linear, other, quantised_bytes or None)


def stored_bytes(path: Path) -> int:
    """Of all tensors in one file. Raises ValueError or OSError."""
    return sum(map(tensor_bytes, read_header(path).values()))


def tensor_bytes(told: dict[str, Any]) -> int:
    return int(prod(told["shape"])) * _TYPE_BYTES.get(told["dtype"], 4)


def read_header(path: Path) -> dict[str, dict[str, Any]]:
    """Tensor name -> dtype, shape, data_offsets. Raises ValueError or OSError."""
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= _MOST_HEADER_BYTES:
            raise ValueError(f"{path.name} has no safetensors header")
        header = json.loads(file.read(length))
    if not isinstance(header, dict):
        raise ValueError(f"{path.name} has no safetensors header")
    header.pop("__metadata__", None)
    for told in header.values():
        if not isinstance(told, dict) or not {"dtype", "shape"} <= told.keys():
            raise ValueError(f"{path.name} has no safetensors header")
    return header
