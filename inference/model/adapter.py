"""A PEFT LoRA adapter with its head, as plain weights: read, checked, put into the classifier."""

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import torch
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from domain.errors import BundleMismatchError
from inference.model.head import HEAD_SHAPES
from inference.model.manifest import HeadType

LORA_TARGETS: Final = (
    "q_proj",
    "k_proj",
    "v_proj",
    "o_proj",
    "gate_proj",
    "up_proj",
    "down_proj",
)
ADAPTER_CONFIG: Final = "adapter_config.json"
ADAPTER_WEIGHTS: Final = "adapter_model.safetensors"

_PREFIX: Final = "base_model.model."
_LORA_KEY: Final = re.compile(
    r"model\.layers\.(\d+)\.(?:self_attn|mlp)\.(\w+)\.lora_([AB])\.weight"
)
# PEFT writes the bare name; some versions left the wrapper's in.
_HEAD_KEY: Final = re.compile(r"score\.(?:modules_to_save\.(?:default\.)?)?(\w+(?:\.\w+)?)")


class AdapterConfig(BaseModel):
    """What is read of PEFT's adapter_config.json; variants with another sum are refused."""

    model_config = ConfigDict(frozen=True)

    base_model_name_or_path: str
    peft_type: str = Field(pattern="^LORA$")
    r: int = Field(ge=1)
    lora_alpha: float
    use_rslora: bool = False
    use_dora: Literal[False] = False
    alpha_pattern: dict[str, float] = Field(default={}, max_length=0)
    rank_pattern: dict[str, int] = Field(default={}, max_length=0)
    layers_to_transform: list[int] | None = None

    @property
    def scaling(self) -> float:
        """alpha / r (Hu et al. 2021), or alpha / sqrt(r) with rank stabilisation."""
        return self.lora_alpha / (math.sqrt(self.r) if self.use_rslora else self.r)


@dataclass(frozen=True)
class Adapter:
    """`lora` maps (layer, projection) to its (A: r x in, B: out x r); `head` the head's weights."""

    config: AdapterConfig
    lora: dict[tuple[int, str], tuple[Tensor, Tensor]]
    head_type: HeadType
    head: dict[str, Tensor]


def read_adapter(folder: Path, bundle: str) -> Adapter:
    """Raises BundleMismatchError where the folder holds no adapter of the known kind."""
    config = _read_config(folder, bundle)
    try:
        weights = load_file(folder / ADAPTER_WEIGHTS)
    except (OSError, SafetensorError) as error:
        raise BundleMismatchError(
            bundle, ADAPTER_WEIGHTS, "PEFT LoRA weights", type(error).__name__
        ) from error
    halves: dict[tuple[int, str], dict[str, Tensor]] = {}
    head: dict[str, Tensor] = {}
    for key, tensor in weights.items():
        name = key.removeprefix(_PREFIX)
        if match := _HEAD_KEY.fullmatch(name):
            head[match[1]] = tensor
        elif (match := _LORA_KEY.fullmatch(name)) and match[2] in LORA_TARGETS:
            halves.setdefault((int(match[1]), match[2]), {})[match[3]] = tensor
        else:
            raise BundleMismatchError(
                bundle, "adapter target", "one of " + ", ".join(LORA_TARGETS), key
            )
    lora = {place: _pair(half, place, config.r, bundle) for place, half in halves.items()}
    return Adapter(config, lora, _head_type(head, bundle), head)


def _read_config(folder: Path, bundle: str) -> AdapterConfig:
    try:
        text = (folder / ADAPTER_CONFIG).read_text(encoding="utf-8")
    except OSError as error:
        raise BundleMismatchError(
            bundle, ADAPTER_CONFIG, "a PEFT adapter", type(error).__name__
        ) from error
    try:
        return AdapterConfig.model_validate(json.loads(text))
    except (ValidationError, ValueError) as error:
        raise BundleMismatchError(
            bundle, ADAPTER_CONFIG, "a plain LoRA config", str(error)
        ) from error


def _pair(
    half: dict[str, Tensor], place: tuple[int, str], rank: int, bundle: str
) -> tuple[Tensor, Tensor]:
    if half.keys() != {"A", "B"} or half["A"].shape[0] != rank or half["B"].shape[1] != rank:
        found = ", ".join(f"{name} {tuple(tensor.shape)}" for name, tensor in half.items())
        raise BundleMismatchError(bundle, f"adapter {place}", f"A and B of rank {rank}", found)
    return half["A"], half["B"]


def _head_type(head: dict[str, Tensor], bundle: str) -> HeadType:
    for head_type, names in HEAD_SHAPES.items():
        if head.keys() == set(names):
            return head_type
    raise BundleMismatchError(bundle, "head", " | ".join(HEAD_SHAPES), ", ".join(sorted(head)))


def check_adapter_fits(adapter: Adapter, classifier: nn.Module, bundle: str) -> None:
    """Every layer has the same targets and every shape is the base's; else a mismatch by name.

    Every layer: or those that the adapter's config says were trained.
    """
    layer_count = len(classifier.get_submodule("model.layers"))  # type: ignore[arg-type]
    trained = adapter.config.layers_to_transform
    layers = [n for n in range(layer_count) if trained is None or n in trained]
    targets = {target for _, target in adapter.lora}
    expected = {(layer, target) for layer in layers for target in targets}
    if not targets or adapter.lora.keys() != expected:
        found = len({layer for layer, _ in adapter.lora})
        raise BundleMismatchError(bundle, "adapter layers", str(len(layers)), str(found))
    for place, (a, b) in adapter.lora.items():
        linear = _linear(classifier, place)
        expected_shape = f"{linear.in_features} -> {linear.out_features}"
        if (a.shape[1], b.shape[0]) != (linear.in_features, linear.out_features):
            raise BundleMismatchError(
                bundle, f"adapter {place}", expected_shape, f"{a.shape[1]} -> {b.shape[0]}"
            )
    own = classifier.get_submodule("score").state_dict()
    for name, tensor in adapter.head.items():
        if own[name].shape != tensor.shape:
            raise BundleMismatchError(
                bundle, f"score.{name}", str(tuple(own[name].shape)), str(tuple(tensor.shape))
            )


def merge_adapter(adapter: Adapter, classifier: nn.Module) -> None:
    """W + scaling * B @ A, summed in float32, into weights that are not quantised; the head too."""
    with torch.no_grad():
        for place, (a, b) in adapter.lora.items():
            weight: Tensor = _linear(classifier, place).weight
            weight.copy_(weight.float() + _delta(adapter, a, b, weight.device))
    load_head(adapter, classifier)


def unpack_and_merge_adapter(
    adapter: Adapter, classifier: nn.Module, dtype: torch.dtype, device: torch.device
) -> None:
    """The same into weights of 4 bits, each of which becomes one of `dtype` on `device`.

    One at a time, so that both forms of the model are never in memory at once, and rounded once.
    """
    from bitsandbytes.functional import dequantize_4bit

    with torch.no_grad():
        for parent, name in _packed_linears(classifier):
            packed: Any = classifier.get_submodule(f"{parent}.{name}")
            # Unpacked in float32, as 4-bit layers compute: the state names the type of storage.
            packed.weight.quant_state.dtype = torch.float32
            weight = dequantize_4bit(packed.weight.data, packed.weight.quant_state)
            if (place := _place_of(parent, name)) in adapter.lora:
                weight += _delta(adapter, *adapter.lora[place], weight.device)
            unpacked = nn.Linear(1, 1, bias=packed.bias is not None, device="meta")
            unpacked.in_features, unpacked.out_features = packed.in_features, packed.out_features
            unpacked.weight = nn.Parameter(weight.to(device, dtype), requires_grad=False)
            if packed.bias is not None:
                unpacked.bias = nn.Parameter(packed.bias.to(device, dtype), requires_grad=False)
            setattr(classifier.get_submodule(parent), name, unpacked)
    load_head(adapter, classifier)


def _packed_linears(classifier: nn.Module) -> list[tuple[str, str]]:
    """(module, name in it) of each; the layers themselves must not be held on to."""
    from bitsandbytes.nn import Linear4bit

    names = [name for name, part in classifier.named_modules() if isinstance(part, Linear4bit)]
    return [(parent, name) for parent, _, name in (name.rpartition(".") for name in names)]


def _place_of(parent: str, name: str) -> tuple[int, str]:
    layer = re.search(r"\.layers\.(\d+)\.", f".{parent}.")
    return (int(layer[1]) if layer else -1, name)


def _delta(adapter: Adapter, a: Tensor, b: Tensor, device: torch.device) -> Tensor:
    return (b.to(device).float() @ a.to(device).float()) * adapter.config.scaling


def load_head(adapter: Adapter, classifier: nn.Module) -> None:
    classifier.get_submodule("score").load_state_dict(adapter.head)


def _linear(classifier: nn.Module, place: tuple[int, str]) -> Any:
    layer, target = place
    part = "mlp" if target in ("gate_proj", "up_proj", "down_proj") else "self_attn"
    return classifier.get_submodule(f"model.layers.{layer}.{part}.{target}")
